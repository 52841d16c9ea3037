import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allPaid,
  cashier,
  fiscalYear,
  lineAsk,
  paymentAsk,
  refusedWith,
  resultFile,
  startScene,
  thirdFailed,
  type Scene,
} from '../payment/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

async function lineOf(unionId: string) {
  const { items } = await scene.service.call('listBudget', { unionId, fiscalYear }, cashier);
  const [line] = items;
  if (!line) throw new Error('no budget line');
  return line;
}

const tie = {
  planItemId: '2026-07',
  planItemTitle: '职工技能提升补贴 200 人',
  headcountTarget: 200,
};

test('a line tied to an item of the plan counts whom the bank has paid, each once', async () => {
  const { service, union, sent } = scene;
  const unionId = await union();
  const { lineId, version } = await lineOf(unionId);
  const ask = { lineId, expectedVersion: version, ...tie };
  const tied = await service.call('tieBudgetLine', ask, cashier);
  expect(tied).toMatchObject({ ...tie, headcountReached: 0, approvedFen: 1_000_000n });
  const first = await sent(unionId);
  // Asked for is not paid.
  expect(await lineOf(unionId)).toMatchObject({ committedFen: 350_050n, headcountReached: 0 });
  const answer = resultFile(first.batchNo, thirdFailed);
  await service.call('recordBankResult', { paymentId: first.paymentId, ...answer }, cashier);
  expect((await lineOf(unionId)).headcountReached).toBe(2);
  // Two of the same people once more, and the one whom the bank refused.
  const again = paymentAsk(unionId, {
    lines: [0, 1, 2].map((at) => lineAsk(at)),
    title: '四月帮扶',
  });
  const second = await sent(unionId, again);
  const paid = resultFile(
    second.batchNo,
    allPaid.map((one) => ({ ...one, serial: `second-${one.seq}` })),
  );
  await service.call('recordBankResult', { paymentId: second.paymentId, ...paid }, cashier);
  expect(await lineOf(unionId)).toMatchObject({ headcountTarget: 200, headcountReached: 3 });
});

test('a tie is whole or none; an empty one unties', async () => {
  const { service, union } = scene;
  const { lineId, version } = await lineOf(await union());
  const set = (over: object, expectedVersion = version) =>
    service.call('tieBudgetLine', { lineId, expectedVersion, ...tie, ...over }, cashier);
  for (const over of [
    { planItemTitle: '' },
    { headcountTarget: 0 },
    { planItemId: '' },
    { headcountTarget: -1 },
  ])
    await expect(set(over)).rejects.toThrow(refusedWith('FIELD_INVALID', 'invalid'));
  const tied = await set({});
  await expect(set({})).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  const none = { planItemId: '', planItemTitle: '', headcountTarget: 0 };
  expect(await set(none, tied.version)).toMatchObject(none);
});

test('forbidden, replayed, with another body, of somebody else', async () => {
  const { service, union } = scene;
  const { lineId, version } = await lineOf(await union());
  const ask = { lineId, expectedVersion: version, ...tie };
  await expect(service.call('tieBudgetLine', ask, { duty: 'clerk' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const elsewhere = { ...cashier, scope: await union() };
  await expect(service.call('tieBudgetLine', ask, elsewhere)).rejects.toThrow(
    refusedWith('BUDGET_LINE_UNKNOWN', 'not_found'),
  );
  const key = newId();
  const tied = await service.call('tieBudgetLine', ask, { ...cashier, key });
  expect(await service.call('tieBudgetLine', ask, { ...cashier, key })).toEqual(tied);
  await expect(
    service.call('tieBudgetLine', { ...ask, headcountTarget: 9 }, { ...cashier, key }),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
});
