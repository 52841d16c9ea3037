// What the database itself keeps, whoever comes: the service's own role, and the owner of the tables.
import { asService } from '@gonglian/service/access.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTx } from '../ledger/scene.ts';
import type { Sql } from '../pipeline.ts';
import { maker, paymentAsk, refusedWith, startScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

type Attack = (sql: Sql, paymentId: string) => Promise<unknown>;

const attacks: [string, Attack][] = [
  [
    'another amount',
    (sql, p) => sql`update payment_line set amount_fen = 1 where payment_id = ${p} and seq = 1`,
  ],
  [
    'another account',
    (sql, p) => sql`update payment_line set account = '\\x00' where payment_id = ${p} and seq = 1`,
  ],
  [
    'another payee',
    (sql, p) =>
      sql`update payment_line set payee_name = '\\x00' where payment_id = ${p} and seq = 1`,
  ],
  ['a line less', (sql, p) => sql`delete from payment_line where payment_id = ${p} and seq = 3`],
  [
    'a line more',
    (sql, p) => sql`
      insert into payment_line (id, payment_id, union_id, seq, source_seq, payee_kind, payee_name, account,
        account_index, bank_code, amount_fen, purpose, project, source, beneficiary_id, budget_line_id, upper_fen, luhn_ok)
      select gen_random_uuid(), payment_id, union_id, 4, 4, payee_kind, payee_name, account,
        '\\x01', bank_code, amount_fen, purpose, project, source, 'other', budget_line_id, upper_fen, luhn_ok
      from payment_line where payment_id = ${p} and seq = 1`,
  ],
  ['no lines at all', (sql) => sql`truncate payment_line cascade`],
  ['another total', (sql, p) => sql`update payment set total_fen = 1 where id = ${p}`],
  ['another maker', (sql, p) => sql`update payment set made_by = 'somebody' where id = ${p}`],
  [
    'another approver',
    (sql, p) => sql`update payment set approved_by = 'somebody' where id = ${p}`,
  ],
  ['another file', (sql, p) => sql`update payment set file = '\\x00' where id = ${p}`],
  ['another hash', (sql, p) => sql`update payment set file_sha256 = 'a' where id = ${p}`],
  ['back to the beginning', (sql, p) => sql`update payment set state = 'DRAFT' where id = ${p}`],
  ['past the result', (sql, p) => sql`update payment set state = 'CLOSED' where id = ${p}`],
  ['never asked', (sql, p) => sql`delete from payment where id = ${p}`],
];

test.each(attacks)('after the export: %s is refused to owner and service', async (_, attack) => {
  const { service, union, sent } = scene;
  const { paymentId } = await sent(await union());
  const kept = await snapshot(paymentId);
  const asOwner = (async () => attack(service.sql, paymentId))();
  await expect(asOwner).rejects.toThrow(expect.objectContaining({ code: 'GL003' }));
  const inService = inTx(service, ({ sql }) => attack(sql, paymentId), asService);
  await expect(inService).rejects.toThrow(
    // The role may not empty a table; all else the guards refuse.
    expect.objectContaining({ code: expect.stringMatching(/^(GL003|42501)$/) as string }),
  );
  expect(await snapshot(paymentId)).toEqual(kept);
});

function snapshot(paymentId: string) {
  return scene.service.sql`
    select p::text as head, l::text as line from payment as p join payment_line as l on l.payment_id = p.id
    where p.id = ${paymentId} order by l.seq`;
}

test('lines that are not what the head says are not written', async () => {
  const { service, union } = scene;
  const { paymentId } = await service.call('requestPayment', paymentAsk(await union()), maker);
  const copy = service.sql`
    with head as (
      insert into payment (id, union_id, batch_no, bank, fiscal_year, account_code, purpose_code, title,
        source_service, source_id, request_hash, line_count, total_fen, due_on, made_by, made_at)
      select gen_random_uuid(), union_id, 'copy', bank, fiscal_year, account_code, purpose_code, title,
        source_service, source_id, request_hash, 1, 99999, due_on, made_by, made_at
      from payment where id = ${paymentId} returning id, union_id)
    insert into payment_line (id, payment_id, union_id, seq, source_seq, payee_kind, payee_name, account,
      account_index, bank_code, amount_fen, purpose, project, source, beneficiary_id, budget_line_id, upper_fen, luhn_ok)
    select gen_random_uuid(), head.id, head.union_id, 1, 1, payee_kind, payee_name, account,
      account_index, bank_code, amount_fen, purpose, project, source, beneficiary_id, budget_line_id, upper_fen, luhn_ok
    from payment_line as l cross join head where l.payment_id = ${paymentId} and seq = 1`;
  await expect(copy).rejects.toThrow(expect.objectContaining({ code: 'GL003' }));
});

test('one person never signs twice, by whatever way', async () => {
  const { service, union } = scene;
  const { paymentId } = await service.call('requestPayment', paymentAsk(await union()), maker);
  await expect(
    service.sql`
      update payment set state = 'CHECKED', checked_by = made_by where id = ${paymentId}`,
  ).rejects.toThrow(expect.objectContaining({ code: '23514' }));
});

test('what was paid or failed stays so', async () => {
  const { service, union, sent } = scene;
  const { paymentId } = await sent(await union());
  await service.sql`
    update payment_line set state = 'FAILED', failure_code = 'X' where payment_id = ${paymentId}`;
  await expect(
    service.sql`update payment_line set state = 'PENDING' where payment_id = ${paymentId}`,
  ).rejects.toThrow(expect.objectContaining({ code: 'GL003' }));
});

test('a file that was changed past every guard is not handed out', async () => {
  const { service, union, sent } = scene;
  const { paymentId } = await sent(await union());
  await service.sql`alter table payment disable trigger guarded`;
  await service.sql`update payment set file_sha256 = 'a' where id = ${paymentId}`;
  await service.sql`alter table payment enable always trigger guarded`;
  await expect(scene.fileOf(paymentId)).rejects.toThrow(refusedWith('PAYMENT_FILE_CHANGED'));
});
