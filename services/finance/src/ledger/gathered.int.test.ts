// Many desks at one book: the calls that wait go together, and each gets its own answer.
import {
  FinanceServiceService,
  type PostVoucherRequest,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { gatheredHandler } from '@gonglian/service/gather.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVoucher } from './post-voucher.ts';
import { manual, openUnion, startFinance, type Service } from './scene.ts';

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

const post = (ask: PostVoucherRequest, caller: object = {}) =>
  service.call('postVoucher', ask, { duty: 'finance', ...caller });
const blocksOf = (unionId: string) => service.sql<{ n: number }>`
  select (k.last_no - k.first_no + 1)::int as n from block as k join book using (book_id)
  where union_id = ${unionId} order by block_no`;

test('two hundred at once: gap-free, few blocks, one action each, bad ones refused alone', async () => {
  const unionId = await openUnion(service);
  const answers = await Promise.allSettled(
    Array.from({ length: 200 }, (_, n) =>
      post(n % 50 === 9 ? manual(unionId, { legs: [] }) : manual(unionId, { docId: String(n) })),
    ),
  );
  const refused = answers.filter(({ status }) => status === 'rejected');
  expect(refused.map((one) => (one as PromiseRejectedResult).reason.code)).toEqual(
    Array.from({ length: 4 }, () => 'LEGS_TOO_FEW'),
  );
  const nos = answers.flatMap((one) => (one.status === 'fulfilled' ? Number(one.value.no) : []));
  expect(nos.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 196 }, (_, n) => n + 1));
  const blocks = await blocksOf(unionId);
  expect(blocks.length).toBeLessThan(100);
  expect(blocks.reduce((sum, { n }) => sum + n, 0)).toBe(196);
  const facts = (await service.outbox()).filter(({ key }) => key === unionId);
  expect(facts).toHaveLength(blocks.length);
  const [actions] = await service.sql<{ n: number }>`
    select count(*)::int as n from action where command = 'postVoucher'`;
  expect(actions?.n).toBe(196);
  expect((await service.call('verifyLedger', { unionId }, { duty: 'auditor' })).clean).toBe(true);
});

test('one key twenty times at once is one voucher; with another body it is refused', async () => {
  const unionId = await openUnion(service);
  const key = newId();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post(manual(unionId), { key })),
  );
  expect(new Set(answers.map(({ no }) => no))).toEqual(new Set([1n]));
  const other = post(manual(unionId, { docId: 'another' }), { key });
  await expect(other).rejects.toThrow(expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }));
  expect(await blocksOf(unionId)).toEqual([{ n: 1 }]);
});

test('each caller within his own reach, also in one batch', async () => {
  const unionId = await openUnion(service);
  const elsewhere = await openUnion(service);
  const scopes = [unionId, elsewhere, unionId, elsewhere];
  const answers = await Promise.allSettled(
    scopes.map((scope) => post(manual(unionId), { scope, id: `desk-${scope}` })),
  );
  expect(answers.map(({ status }) => status)).toEqual(
    scopes.map((scope) => (scope === unionId ? 'fulfilled' : 'rejected')),
  );
  const makers = await service.sql`
    select distinct maker_id as maker from voucher join book using (book_id) where union_id = ${unionId}`;
  expect(makers).toEqual([{ maker: `desk-${unionId}` }]);
});

test('a union that nobody has named: every caller is told, and the line is open again', async () => {
  const nowhere = newId();
  for (let round = 0; round < 2; round += 1) {
    const answers = await Promise.allSettled([1, 2, 3].map(() => post(manual(nowhere))));
    expect(answers.map((one) => (one as PromiseRejectedResult).reason.code)).toEqual(
      [1, 2, 3].map(() => 'UNION_UNKNOWN'),
    );
  }
});

test('a voucher that the database itself refuses fails alone', async () => {
  const unionId = await openUnion(service);
  await post(manual(unionId));
  await service.sql`alter table voucher_2026 add constraint no_such_doc check (doc_id <> 'poison')`;
  try {
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        post(manual(unionId, { docId: n === 23 ? 'poison' : 'x' })),
      ),
    );
    expect(answers.map(({ status }) => status === 'fulfilled')).toEqual(
      Array.from({ length: 40 }, (_, n) => n !== 23),
    );
  } finally {
    await service.sql`alter table voucher_2026 drop constraint no_such_doc`;
  }
  expect((await service.call('verifyLedger', { unionId }, { duty: 'auditor' })).clean).toBe(true);
});

test('connections that die under load: who was answered is posted once, and who asks again gets his number', async () => {
  const unionId = await openUnion(service);
  const asks = Array.from({ length: 120 }, (_, n) => ({
    key: newId(),
    ask: manual(unionId, { docId: String(n) }),
  }));
  const sent = Promise.allSettled(asks.map(({ key, ask }) => post(ask, { key })));
  for (let round = 0; round < 5; round += 1) {
    await service.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'gonglian finance' and datname = current_database() and state <> 'idle'`;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const first = await sent;
  const again = await Promise.all(asks.map(({ key, ask }) => post(ask, { key })));
  const moved = first.filter(
    (one, n) => one.status === 'fulfilled' && one.value.no !== again[n]?.no,
  );
  expect(moved).toEqual([]);
  const nos = again.map(({ no }) => Number(no)).toSorted((a, b) => a - b);
  expect(nos).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  expect((await service.call('verifyLedger', { unionId }, { duty: 'auditor' })).clean).toBe(true);
});

test('a line has an end: who comes when ten thousand wait is told at once, who has gone is not served', async () => {
  const unionId = await openUnion(service);
  const { running } = service.served;
  const call = gatheredHandler(
    running,
    'postVoucher',
    postVoucher,
    FinanceServiceService.postVoucher,
  );
  const scope = nodeRootUnionId(service.node);
  const actor = { id: 'desk', duty: 'finance', scope, node: service.node, member: '' };
  const gone = AbortSignal.abort();
  const answers = await Promise.allSettled(
    Array.from({ length: 10_005 }, (_, n) =>
      call(manual(unionId), {
        actor,
        signal: gone,
        deadline: undefined,
        idempotencyKey: `${unionId}-${n}`,
        token: '',
      }),
    ),
  );
  const told = answers.map((one) => (one.status === 'rejected' ? one.reason.code : 'answered'));
  expect(told.slice(0, 10_000)).toEqual(Array.from({ length: 10_000 }, () => 'CALLER_GONE'));
  expect(told.slice(10_000)).toEqual(Array.from({ length: 5 }, () => 'QUEUE_FULL'));
  expect(await blocksOf(unionId)).toEqual([]);
  expect(await post(manual(unionId))).toMatchObject({ no: 1n });
});
