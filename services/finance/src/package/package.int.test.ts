// The package as an auditor takes it away, verified as he verifies it; and a history that somebody has rewritten.
import type { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { bufferSource } from '@gonglian/proof/source.ts';
import { verifyPackage } from '@gonglian/proof/verify-package.ts';
import { connectionString } from '@gonglian/service/settings.ts';
import type { Caller } from '@gonglian/testing/service.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from '../ledger/post-vouchers.ts';
import {
  inTx,
  openUnion,
  receipt20000,
  startFinance,
  voucher,
  type Service,
} from '../ledger/scene.ts';
import { signEndedDays } from './keep-checkpoints.ts';

let service: Service;
let owner: Client;
beforeAll(async () => {
  service = await startFinance();
  const { owner: login } = service.settings.database;
  owner = new Client({ connectionString: connectionString(service.settings, login) });
  await owner.connect();
  await owner.query(`set search_path = finance; select set_config('gonglian.reach', 'all', false)`);
});
afterAll(async () => {
  await owner.end();
  await service.stop();
});

const reason = '年度审计';
const auditor = { duty: 'auditor' } as const;

async function exported(unionId: string, caller: Caller = auditor): Promise<Buffer> {
  const client = service.client({ deadlineMs: 30_000 });
  const call = { token: await service.token(caller), idempotencyKey: 'x' };
  const pieces: Buffer[] = [];
  const chunks = client.exportAuditPackage({ unionId, reason }, call) as AsyncIterable<FileChunk>;
  for await (const { content } of chunks) pieces.push(Buffer.from(content));
  return Buffer.concat(pieces);
}

const verified = (bytes: Buffer, since?: Buffer) =>
  verifyPackage(bufferSource(bytes), {
    key: service.served.running.own.signer.publicKey,
    since: since && bufferSource(since),
  });

const codes = ({ findings }: ReturnType<typeof verified>) => findings.map(({ code }) => code);

const post = (unionId: string, ...vouchers: Parameters<typeof voucher>[0][]) =>
  inTx(service, (tx) => postVouchers(tx, unionId, vouchers.map(voucher)));

/** Six vouchers in four blocks, one taken back, a month closed. */
async function openBook(): Promise<string> {
  const unionId = await openUnion(service);
  await inTx(service, (tx) => postVouchers(tx, unionId, [receipt20000(unionId), voucher()]));
  await post(unionId, {}, { summary: '含中文与“引号”' });
  await post(unionId, { reversesNo: 1, legs: [], moves: [] });
  await service.call('closeBookPeriod', { unionId, period: '2026-03' }, { duty: 'finance' });
  await post(unionId, { docHash: 'ab'.repeat(32) });
  return unionId;
}

test('what is exported verifies: every leaf, the chain, the checkpoint of the export', async () => {
  const unionId = await openBook();
  const found = verified(await exported(unionId));
  expect(found).toMatchObject({ ok: true, findings: [], node: service.node, keyCompared: true });
  const [book] = await service.sql<{ head: string }>`
    select encode(head, 'hex') as head from book where union_id = ${unionId}`;
  expect(found.books).toEqual([
    { unionId, blockNo: 5, lastNo: 6, checkpoints: 1, documents: 0, head: book?.head },
  ]);
});

test('who took it away, and why, is written down before the first byte', async () => {
  const unionId = await openBook();
  await exported(unionId);
  const rows = await service.sql`
    select account_id, duty, how, reason, fields from access_log where entity = 'book'
      and entity_id = ${unionId}`;
  expect(rows).toEqual([
    { account_id: 'test-auditor', duty: 'auditor', how: 'export', reason, fields: ['ledger'] },
  ]);
});

test('a package goes on from an older one, and not from one of another history', async () => {
  const unionId = await openBook();
  const before = await exported(unionId);
  await post(unionId, {});
  const after = await exported(unionId);
  expect(verified(after, before)).toMatchObject({ ok: true, findings: [] });
  expect(verified(before, after).findings).toMatchObject([{ code: 'SINCE_SHORTER', unionId }]);
  const other = await exported(await openBook());
  expect(verified(other, before).findings).toMatchObject([{ code: 'SINCE_BOOK_MISSING', unionId }]);
});

test('all books in reach, with the hashes of the documents of each', async () => {
  const unionId = await openBook();
  const root = nodeRootUnionId(service.node);
  await service.sql`
    insert into bank_statement values (gen_random_uuid(), ${unionId}, 'bank-1', '2026-03', 0, 0,
      ${'0'.repeat(64)}, 0, 'x', now())`;
  const found = verified(await exported(''));
  expect(found.findings).toEqual([]);
  expect(found.books.find((book) => book.unionId === unionId)).toMatchObject({ documents: 1 });
  const scoped = verified(await exported('', { ...auditor, scope: unionId }));
  expect(scoped.books.map((book) => book.unionId)).toEqual([unionId]);
  expect(scoped.books.map((book) => book.unionId)).not.toContain(root);
});

/** A row of each table that names a document, without what leads to it in life. */
async function withDocuments(unionId: string): Promise<void> {
  const hash = (n: number) => String(n).repeat(64);
  await owner.query(`set session_replication_role = replica`);
  await owner.query(
    `insert into audit (id, union_id, kind, title, period_from, period_to, basis, auditors, firm_name, firm_uscc,
       planned_by, planned_at, comment_sha256)
     values (gen_random_uuid(), $1, 'DOWNWARD', 't', '2026-01', '2026-03', 'b', '{a}', '', '', 'a', now(), $2)`,
    [unionId, hash(1)],
  );
  const { rows } = await owner.query('select id from audit where union_id = $1', [unionId]);
  const auditId = rows[0].id as string;
  await owner.query(
    `insert into audit_paper values (gen_random_uuid(), $1, $2, 1, 't', 'p', 'c', $3, 'a', now())`,
    [auditId, unionId, hash(2)],
  );
  await owner.query(
    `insert into finding_step values ($1, $2, 3, 'EVIDENCE_SUBMITTED', 'a', now(), '', $3)`,
    [auditId, unionId, [hash(3), hash(4)]],
  );
  await owner.query(`insert into claim_evidence values ($1, $2, 1, 1, 'DOCUMENT', null, $3)`, [
    auditId,
    unionId,
    hash(5),
  ]);
  await owner.query(`set session_replication_role = origin`);
}

test('what audits have seen and been shown is named too, each with its record and its place', async () => {
  const unionId = await openBook();
  await withDocuments(unionId);
  const { ok, documents } = verified(await exported(unionId));
  expect(ok).toBe(true);
  expect(documents.map(({ kind, place, sha256 }) => [kind, place, sha256[0]])).toEqual([
    ['assessment-evidence', '0001/0001', '5'],
    ['audit-comment', '', '1'],
    ['finding-evidence', '0003/0001', '3'],
    ['finding-evidence', '0003/0002', '4'],
    ['working-paper', '', '2'],
  ]);
});

test.each([
  ['forbidden to whoever keeps the books', 'PERMISSION_MISSING', { duty: 'finance' } as const],
  ['forbidden to the clerk', 'PERMISSION_MISSING', { duty: 'clerk' } as const],
])('%s', async (_, code, caller) => {
  await expect(exported(await openBook(), caller)).rejects.toMatchObject({ code });
});

test('a union out of reach is answered like none; one without vouchers has nothing to export', async () => {
  const unionId = await openBook();
  const scope = await openUnion(service);
  await expect(exported(unionId, { ...auditor, scope })).rejects.toMatchObject({
    code: 'UNION_UNKNOWN',
  });
  await expect(exported(scope)).rejects.toMatchObject({ code: 'AUDIT_PACKAGE_EMPTY' });
});

test('at the end of the day every book that was posted to is signed for, once', async () => {
  const unionId = await openUnion(service);
  const at = new Date('2026-03-05T10:00:00Z');
  await inTx(service, (tx) => postVouchers(tx, unionId, [voucher()]), undefined, at);
  const { running } = service.served;
  const points = () => service.sql`
    select c.block_no::int as block, c.last_no::int as last from book_checkpoint as c
    join book using (book_id) where union_id = ${unionId}`;
  await signEndedDays(running, new Date('2026-03-05T15:59:00Z'));
  expect(await points()).toEqual([]); // in China the day is not over
  await signEndedDays(running, new Date('2026-03-05T16:06:00Z'));
  await signEndedDays(running, new Date('2026-03-06T02:00:00Z'));
  expect(await points()).toEqual([{ block: 1, last: 1 }]);
  expect(verified(await exported(unionId))).toMatchObject({ ok: true });
});

test.each([
  'update book_checkpoint set last_no = 0',
  'delete from book_checkpoint',
  'truncate book_checkpoint',
])('a checkpoint is never changed, by the owner either: %s', async (sql) => {
  await exported(await openBook());
  await expect(owner.query(sql)).rejects.toThrow('never changed');
});

test('the service writes a checkpoint by its function alone', async () => {
  const { role } = service.settings.database;
  const client = new Client({ connectionString: connectionString(service.settings, role) });
  await client.connect();
  try {
    const written = client.query(
      'insert into finance.book_checkpoint select * from finance.book_checkpoint',
    );
    await expect(written).rejects.toThrow('permission denied');
  } finally {
    await client.end();
  }
});

test('a checkpoint of a block that is not there is refused', async () => {
  const unionId = await openBook();
  const added = owner.query(
    `select ledger_add_checkpoint($1, 1, sha256('x'), 2, now(), 'n', sha256('k'), sha256('a') || sha256('b'))`,
    [unionId],
  );
  await expect(added).rejects.toThrow('no block 1 of this hash');
});

/** As a superuser: nothing stands in the way. */
async function tamper(unionId: string, sql: string): Promise<void> {
  const { rows } = await owner.query('select book_id from book where union_id = $1', [unionId]);
  const tables = ['voucher', 'leg', 'block', 'book_checkpoint', 'voucher_2026', 'leg_2026'];
  const switched = (how: string, state: string) =>
    tables.map((table) => `alter table ${table} ${how} trigger all;`).join('') + state;
  await owner.query(switched('disable', ''));
  for (const one of sql.split(';')) await owner.query(`${one} and book_id = ${rows[0].book_id}`);
  await owner.query(
    tables.map((table) => `alter table ${table} enable always trigger never_changed;`).join(''),
  );
}

test('an amount changed in SQL: the recount names the voucher, the package the first byte of it', async () => {
  const unionId = await openBook();
  await tamper(unionId, 'update leg set amount_fen = amount_fen * 3 where no = 3');
  const { checks } = await service.call('verifyLedger', { unionId }, auditor);
  expect(checks.find(({ check }) => check === 'I9_LEAVES')).toMatchObject({ firstNo: 3n });
  const bytes = await exported(unionId);
  const [first] = verified(bytes).findings;
  expect(first).toMatchObject({
    code: 'RECORD_CHANGED',
    record: { kind: 'voucher', no: 3 },
    field: 'leg 1.amountFen',
    spot: { is: 1, was: 0 },
  });
  // 300 fen for 100: 0x012c for 0x0064.
  const at = first?.spot?.at ?? 0;
  expect(bytes.subarray(at, at + 2)).toEqual(Buffer.from([0x01, 0x2c]));
});

test('a history that was rewritten with all its hashes does not pass what was signed before', async () => {
  const unionId = await openBook();
  const before = await exported(unionId);
  // The last voucher goes, and the chain ends one block earlier.
  await tamper(
    unionId,
    `delete from leg where no = 6; delete from voucher where no = 6; delete from block where block_no = 5;
     update book set last_no = 5, last_block_no = 4, head = (select hash from block
       where block_no = 4 and block.book_id = book.book_id) where true`,
  );
  const { clean, checks } = await service.call('verifyLedger', { unionId }, auditor);
  expect(clean).toBe(false);
  expect(checks.find(({ check }) => check === 'I10_CHECKPOINTS')).toMatchObject({ firstNo: 6n });
  const after = await exported(unionId);
  expect(codes(verified(after))).toContain('CHECKPOINT_NOT_ON_CHAIN');
  // Who takes the checkpoint away too is found by whoever has an older package.
  await tamper(unionId, 'delete from book_checkpoint where block_no = 5');
  const cleaned = await exported(unionId);
  expect(verified(cleaned)).toMatchObject({ ok: true });
  expect(codes(verified(cleaned, before))).toEqual(['SINCE_SHORTER']);
});
