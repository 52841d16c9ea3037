// The ledger against a page of arithmetic: the same random commands, the same answers, and after each step the same sums and
// every invariant that `verify` knows. A failure says its seed and path; put them into REPLAY to see it again.
import { assert, asyncProperty } from 'fast-check';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changePeriod } from '../ledger/change-period.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { balances, inTx, openUnion, startFinance, type Service } from '../ledger/scene.ts';
import type { VoucherToPost } from '../ledger/voucher.ts';
import { BookModel, type ModelAnswer } from './book-model.ts';
import { commands, voucherOf, type Command } from './random-commands.ts';

const REPLAY: { seed?: number; path?: string } = {};
const SEED = REPLAY.seed ?? Date.now() % 2 ** 31;
const RUNS = 4;
const LIMIT_MS = 10_000;

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

const REPORTED = new Set<string>();

async function change(
  unionId: string,
  { does, month }: Exclude<Command, { does: 'POST' }>,
): Promise<ModelAnswer> {
  const to = does === 'CLOSE' ? 'CLOSED' : 'REOPENED';
  try {
    const asked = { unionId, period: month, change: to, reason: '月结' } as const;
    await inTx(service, (tx) => changePeriod(tx, asked));
    return 0;
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}

async function post(unionId: string, vouchers: VoucherToPost[]): Promise<ModelAnswer[]> {
  const answers = await inTx(service, (tx) => postVouchers(tx, unionId, vouchers));
  return answers.map(({ no, refusal }) => refusal?.code ?? no ?? '');
}

/** One command to both; what each said. */
async function step(
  unionId: string,
  model: BookModel,
  sent: VoucherToPost[],
  command: Command,
): Promise<{ said: ModelAnswer[]; expected: ModelAnswer[] }> {
  if (command.does !== 'POST') {
    const { does, month } = command;
    const expected = does === 'CLOSE' ? model.close(month) : model.reopen(month);
    return { said: [await change(unionId, command)], expected: [expected] };
  }
  const batch: VoucherToPost[] = [];
  for (const item of command.items) {
    const one = voucherOf(item, sent);
    batch.push(one);
    if (item.made !== 'REPLAY' && item.made !== 'CONFLICT') sent.push(one);
  }
  const expected = batch.map((one) => model.post(one));
  return { said: await post(unionId, batch), expected };
}

async function stateOf(unionId: string) {
  const pots = await service.sql<{ pot: string; fen: string }>`
    select p.kind || ' ' || p.key as pot, t.in_fen - t.out_fen as fen
    from book as b join pot as p using (book_id) join pot_total as t using (book_id, pot_no)
    where b.union_id = ${unionId}`;
  const periods = await service.sql<{ period: string; n: number }>`
    select v.period, count(*)::int as n from book as b join voucher as v using (book_id)
    where b.union_id = ${unionId} group by 1`;
  return {
    accounts: sorted(Object.entries(await balances(service, unionId))),
    pots: sorted(pots.map(({ pot, fen }) => [pot, Number(fen)])),
    periods: sorted(periods.map(({ period, n }) => [period, n])),
  };
}

function sorted(rows: [string, number][]): [string, number][] {
  return rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const stateOfModel = ({ accounts, pots, periods }: BookModel) => ({
  accounts: sorted([...accounts]),
  pots: sorted([...pots]),
  periods: sorted([...periods]),
});

test(
  `seed ${SEED}: the book answers and holds what arithmetic says, step by step`,
  { timeout: 60_000 },
  async () => {
    console.info(`the model's seed is ${SEED}`);
    const property = asyncProperty(commands, async (list) => {
      const unionId = await openUnion(service);
      const model = new BookModel();
      const sent: VoucherToPost[] = [];
      for (const command of list) {
        const { said, expected } = await step(unionId, model, sent, command);
        for (const one of expected) REPORTED.add(typeof one === 'string' ? one : 'POSTED');
        expect(said).toEqual(expected);
        expect(await stateOf(unionId)).toEqual(stateOfModel(model));
        const { checks } = await service.call('verifyLedger', { unionId }, { duty: 'auditor' });
        expect(checks.filter(({ ok }) => !ok)).toEqual([]);
      }
    });
    await assert(property, {
      seed: SEED,
      ...(REPLAY.path === undefined ? {} : { path: REPLAY.path }),
      numRuns: RUNS,
      interruptAfterTimeLimit: LIMIT_MS,
    });
    expect(REPORTED).toContain('POSTED');
  },
);
