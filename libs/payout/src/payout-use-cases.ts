// What a service lets people do with its payouts once they are written: read them, ask again, drop.
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, id, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { pipeline } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { paidFrom } from './paid-from.ts';
import type { PayoutOwn } from './payment-asker.ts';
import {
  decideOver,
  findPayouts,
  giveUpPayout,
  lockPayout,
  PAYOUT_STATES,
  payoutStep,
  payoutView,
  readWholePayout,
  UNANSWERED,
  type Payout,
  type PayoutRow,
} from './payout.ts';

type From = Pick<PayoutRow, 'bank' | 'projectCode' | 'sourceCode'>;

/** Where finance was never heard, it may have the list as it was: refused PAYOUT_UNANSWERED for another one. */
export function decideAgain(payout: PayoutRow, from: From): void {
  const same =
    payout.bank === from.bank &&
    payout.projectCode === from.projectCode &&
    payout.sourceCode === from.sourceCode;
  const { state, refusalCode } = payout;
  decideOver({ state, refusalCode: refusalCode === UNANSWERED && same ? '' : refusalCode });
}

interface PayoutRules {
  permissions: { read: string; write: string };
  kinds: readonly [string, ...string[]];
  /** Of these what was decided goes back with its batch: refused PAYOUT_OF_BATCH. */
  ofBatch: readonly string[];
  /** Whether what was decided may come of another source of money: else refused PAYOUT_SOURCE_DECIDED. */
  sourceMoves: boolean;
}

export function payoutUseCases<Own extends PayoutOwn>(rules: PayoutRules) {
  const { query } = pipeline<Own>();
  return {
    getPayout: query({
      schema: z.strictObject({ payoutId: id }),
      permission: rules.permissions.read,
      run: ({ sql, own }, { payoutId }): Promise<Payout> =>
        readWholePayout(sql, own.vault, payoutId),
    }),
    listPayouts: listing<Own>(rules),
    askPayoutAgain: asking<Own>(rules),
    dropPayout: dropping<Own>(rules),
  };
}

function listing<Own>({ permissions, kinds }: PayoutRules) {
  return pipeline<Own>().query({
    schema: z.strictObject({
      unionId: optionalId,
      payoutKind: code(['', ...kinds]),
      state: code(['', ...PAYOUT_STATES]),
      recordId: optionalId,
      recordPart: optionalText(60),
      cursor: optionalId,
      limit: limit(200),
    }),
    permission: permissions.read,
    unions: ({ unionId }) => [unionId],
    async run({ sql }, ask): Promise<{ items: Payout[]; nextCursor: string }> {
      const { unionId, payoutKind: kind, cursor, limit: most, ...said } = ask;
      const of = { ...said, unionId: unionId || null, kind, before: cursor || null, limit: most };
      const rows = await findPayouts(sql, of);
      return {
        items: rows.map((row) => payoutView(row)),
        nextCursor: rows.length === most ? (rows.at(-1)?.payoutId ?? '') : '',
      };
    },
  });
}

/** What finance has refused by a rule, or a person there has rejected; there it is a new list. */
function asking<Own extends PayoutOwn>({ permissions, sourceMoves }: PayoutRules) {
  return pipeline<Own>().command({
    schema: z.strictObject({ ...payoutStep, ...paidFrom }),
    permission: permissions.write,
    async run({ sql, own, now }, ask): Promise<Payout> {
      const payout = await lockPayout(sql, ask);
      decideAgain(payout, ask);
      const moved = payout.sourceCode !== ask.sourceCode || payout.projectCode !== ask.projectCode;
      if (moved && !sourceMoves) throw refused('PAYOUT_SOURCE_DECIDED');
      const { payoutId } = payout;
      await sql`
        update payout set state = 'WAITING', refusal_code = '', tries = 0, try_at = ${now}, bank = ${ask.bank},
          project_code = ${ask.projectCode}, source_code = ${ask.sourceCode}, payment_id = null,
          round = round + case state when 'REJECTED' then 1 else 0 end, version = version + 1
        where payout_id = ${payoutId}`;
      await sql`update payout_line set state = 'WAITING' where payout_id = ${payoutId}`;
      return readWholePayout(sql, own.vault, payoutId);
    },
  });
}

/** Its records may be paid by another. */
function dropping<Own extends PayoutOwn>({ permissions, ofBatch }: PayoutRules) {
  return pipeline<Own>().command({
    schema: z.strictObject(payoutStep),
    permission: permissions.write,
    async run({ sql, own }, ask): Promise<Payout> {
      const payout = await lockPayout(sql, ask);
      if (ofBatch.includes(payout.payoutKind)) throw refused('PAYOUT_OF_BATCH');
      await giveUpPayout(sql, payout);
      return readWholePayout(sql, own.vault, payout.payoutId);
    },
  });
}
