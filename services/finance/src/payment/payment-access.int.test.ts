import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allPaid,
  CARDS,
  cashier,
  checker,
  maker,
  paymentAsk,
  refusedWith,
  resultFile,
  startScene,
  step,
  type Scene,
} from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

test('forbidden, replay, another body under the key, stale, out of reach', async () => {
  const { service, union } = scene;
  const { call } = service;
  const [unionId, otherUnion] = [await union(), await union()];
  await expect(call('requestPayment', paymentAsk(unionId), { duty: 'auditor' })).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
  const taking = scene.fileOf(newId());
  await expect(taking).rejects.toThrow(refusedWith('PAYMENT_UNKNOWN', 'not_found'));
  const key = newId();
  const asked = await call('requestPayment', paymentAsk(unionId), { ...maker, key });
  expect(await call('requestPayment', paymentAsk(unionId), { ...maker, key })).toEqual(asked);
  await expect(
    call('requestPayment', paymentAsk(unionId, { title: '四月' }), { ...maker, key }),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  await expect(
    call('checkPayment', { ...step(asked), expectedVersion: 9 }, checker),
  ).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));

  const elsewhere = { scope: otherUnion };
  const { paymentId } = asked;
  await expect(
    call('requestPayment', paymentAsk(unionId), { ...maker, ...elsewhere }),
  ).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  for (const ask of [
    () => call('getPayment', { paymentId }, { ...cashier, ...elsewhere }),
    () => call('checkPayment', step(asked), { ...checker, ...elsewhere }),
    () => call('exportPayment', { paymentId }, { ...cashier, ...elsewhere }),
    () =>
      call(
        'recordBankResult',
        { paymentId, ...resultFile('x', allPaid) },
        { ...cashier, ...elsewhere },
      ),
    () =>
      call(
        'reissuePayment',
        { paymentId, lines: [{ seq: 1, payeeName: '', accountNumber: '', bankCode: '' }] },
        { ...maker, ...elsewhere },
      ),
  ])
    await expect(ask()).rejects.toThrow(refusedWith('PAYMENT_UNKNOWN', 'not_found'));
  const own = await call(
    'listPayments',
    { unionId: '', state: '', cursor: '', limit: 0 },
    { ...cashier, ...elsewhere },
  );
  expect(own.items).toEqual([]);
  const page = await call(
    'listPayments',
    { unionId, state: 'DRAFT', cursor: '', limit: 1 },
    cashier,
  );
  expect(page).toMatchObject({ items: [{ paymentId }], nextCursor: paymentId });
});

test('no name and no account lies open in the database, in a log or in an answer', async () => {
  const { service, union, sent } = scene;
  const unionId = await union();
  const { paymentId, batchNo } = await sent(unionId);
  await scene.fileOf(paymentId);
  await service.call('recordBankResult', { paymentId, ...resultFile(batchNo, allPaid) }, cashier);
  const rows: string[] = [];
  for (const table of ['payment', 'payment_line', 'bank_account', 'action', 'outbox', 'access_log'])
    rows.push(...(await readAll(table)));
  const detail = await service.call('getPayment', { paymentId }, cashier);
  const text = [...rows, ...service.logged, jsonOf(detail)].join('\n');
  expect(text).toContain(batchNo);
  for (const secret of ['张三丰', '李小明', '欧阳修', ...CARDS, '32050174883600000123'])
    expect(text.includes(secret) || text.includes(Buffer.from(secret).toString('hex'))).toBe(false);
  const taken = await service.sql`
    select account_id, fields, how from access_log where entity_id = ${paymentId}`;
  expect(taken).toEqual([
    { account_id: cashier.id, fields: ['payee_name', 'account'], how: 'export' },
  ]);
});

/** Rows as text; bytes in hexadecimal. */
async function readAll(table: string): Promise<string[]> {
  const rows = await scene.service.sql<{ text: string }>`
    select query_to_xml(format('select t::text as row from %I as t', ${table}::text), true, true, '')::text as text`;
  return rows.map((row) => row.text);
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}
