import {
  ListCollectionExceptionsRequest,
  type CollectionException,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';
import {
  balances,
  collect,
  finance,
  openNode,
  openUnions,
  other,
  usccOf,
  type Service,
  type SlipLine,
} from './scene.ts';

let service: Service;
let unionId: string;
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  await openNode(service);
  [unionId = ''] = await openUnions(service, [1]);
});
afterAll(() => service.stop());

const problem = (code: string) => expect.objectContaining({ code });

/** The exception that a file of one line leads to. */
async function waiting(line: Partial<SlipLine> & { slipNo: string }): Promise<CollectionException> {
  const { collectionId } = await collect(service, [{ uscc: usccOf(1), amount: '100.00', ...line }]);
  const ask = ListCollectionExceptionsRequest.fromPartial({ collectionId });
  const { items } = await service.call('listCollectionExceptions', ask, finance);
  const [item] = items;
  if (!item) throw new Error('nothing waits');
  return item;
}

const resolution = (of: CollectionException, decision: string, over: object = {}) => ({
  exceptionId: of.exceptionId,
  decision,
  unionId: decision === 'assign' ? unionId : '',
  reason: '经与税务机关核对',
  expectedVersion: of.version,
  ...over,
});

test('an adjustment takes back to the fen what the receipt brought, once somebody has looked', async () => {
  await collect(service, [{ slipNo: 'N-1', uscc: usccOf(1), amount: '24.69' }]);
  const before = await balances(service);
  expect(before).toMatchObject({ 102: 2_469 });
  const item = await waiting({ slipNo: 'N-2', amount: '-24.69' });
  expect(item).toMatchObject({ code: 'LINE_NEGATIVE', unionId, state: 'WAITING' });
  const done = await service.call('resolveException', resolution(item, 'assign'), other);
  expect(done).toMatchObject({ state: 'ASSIGNED', resolvedBy: 'finance-2', version: 2 });
  const zero = Object.fromEntries(Object.keys(before).map((code) => [code, 0]));
  expect(await balances(service)).toEqual(zero);
  const receipt = await service.call('getReceipt', { receiptId: done.receiptId }, finance);
  expect(receipt).toMatchObject({ mode: 'TAX_COLLECT', fundFen: -2_469n, grassrootsFen: -1_483n });
  const pots = await service.sql`
    select kind from pot join pot_total using (book_id, pot_no)
    where kind in ('own', 'upper', 'lower') and in_fen <> out_fen`;
  expect(pots).toEqual([]);
});

test('what was never received cannot be taken back: it goes on waiting', async () => {
  const item = await waiting({ slipNo: 'N-3', amount: '-5000.00' });
  await expect(
    service.call('resolveException', resolution(item, 'assign'), finance),
  ).rejects.toThrow(problem('POT_OVERDRAWN'));
  const [line] = await service.sql`select state from collection_line where slip_no = 'N-3'`;
  expect(line).toEqual({ state: 'WAITING' });
});

test('held or rejected; decided once', async () => {
  const lost = await waiting({ slipNo: 'N-4', uscc: '913299990000000199' });
  const held = await service.call('resolveException', resolution(lost, 'preparatory'), finance);
  expect(held).toMatchObject({ state: 'PREPARATORY', unionId: '' });
  expect(await balances(service)).toMatchObject({ 215: -10_000 });
  const { collectionId } = lost;
  expect(await service.call('getCollection', { collectionId }, finance)).toMatchObject({
    linesHeld: 1,
    heldFen: 10_000n,
    linesWaiting: 0,
    waitingFen: 0n,
  });
  await expect(
    service.call('resolveException', { ...resolution(held, 'reject') }, finance),
  ).rejects.toThrow(problem('EXCEPTION_RESOLVED'));

  const twice = await waiting({ slipNo: 'N-1', amount: '1.00' });
  expect(twice.code).toBe('SLIP_TAKEN');
  await expect(
    service.call('resolveException', resolution(twice, 'assign'), finance),
  ).rejects.toThrow(problem('SLIP_KNOWN'));
  const gone = await service.call('resolveException', resolution(twice, 'reject'), finance);
  expect(gone).toMatchObject({ state: 'REJECTED', receiptId: '' });
});

test('a slip that was rejected comes again, mended', async () => {
  const wrong = await waiting({ slipNo: 'M-1', period: '2026-13' });
  await expect(
    service.call('resolveException', resolution(wrong, 'assign'), finance),
  ).rejects.toThrow(problem('EXCEPTION_REJECT_ONLY'));
  await service.call('resolveException', resolution(wrong, 'reject'), finance);
  const mended = [{ slipNo: 'M-1', uscc: usccOf(1), amount: '100.00' }];
  expect(await collect(service, mended)).toMatchObject({ linesPosted: 1, linesWaiting: 0 });
});

test('a resolution is bound to its duty, its key, its version and its union', async () => {
  const item = await waiting({ slipNo: 'N-5', uscc: '913299990000000199', amount: '7.00' });
  const ask = resolution(item, 'assign');
  await expect(service.call('resolveException', ask, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const wrong = [
    ['EXCEPTION_UNKNOWN', { exceptionId: newId() }],
    ['VERSION_MOVED', { expectedVersion: 7 }],
    ['EXCEPTION_UNION_MISSING', { unionId: '' }],
    ['UNION_UNKNOWN', { unionId: newId() }],
  ] as const;
  for (const [code, over] of wrong) {
    const asked = service.call('resolveException', { ...ask, ...over }, finance);
    await expect(asked).rejects.toThrow(problem(code));
  }
  const keyed = { ...finance, key: 'resolve-1' };
  const done = await service.call('resolveException', ask, keyed);
  expect(await service.call('resolveException', ask, keyed)).toEqual(done);
  const changed = { ...ask, reason: '另一理由' };
  await expect(service.call('resolveException', changed, keyed)).rejects.toThrow(
    problem('IDEMPOTENCY_KEY_REUSED'),
  );
});
