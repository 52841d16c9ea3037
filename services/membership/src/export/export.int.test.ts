import { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Caller } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { fileOf, rowsOfFile } from '../import/import-scene.ts';
import { startScene, type Scene } from '../scene.ts';

// Two townships, a mill with more members than a page in one and a workshop with 3 in the other.
const MILL = 2_100;

let scene: Scene;
const [north, south, mill, workshop] = [newId(), newId(), newId(), newId()];
const clerk: Caller = { id: 'north-clerk', scope: north };
const chair: Caller = { id: 'north-chair', duty: 'chair', scope: north };
const southern: Caller = { id: 'south-clerk', scope: south };

beforeAll(async () => {
  scene = await startScene();
  const root = nodeRootUnionId(scene.node);
  const union = (unionId: string, parentId: string, kind: string) => ({
    type: unionEstablished,
    data: UnionEstablished.fromPartial({ unionId, parentId, name: `合成${kind}`, kind }),
  });
  await scene.publishFacts('organisation', [
    union(root, '', 'FEDERATION'),
    union(north, root, 'TOWNSHIP'),
    union(south, root, 'TOWNSHIP'),
    union(mill, north, 'SINGLE_GRASSROOTS'),
    union(workshop, south, 'SINGLE_GRASSROOTS'),
  ]);
  await scene.settled();
  const people = Array.from({ length: MILL + 3 }, (_, n) => syntheticPerson(n));
  await scene.joinBatch(workshop, people.slice(0, 3));
  await scene.joinBatch(mill, people.slice(3, 1_003));
  await scene.joinBatch(mill, people.slice(1_003));
});
afterAll(() => scene.stop());

const ask = (more: object = {}) => ({
  unionId: '',
  state: '',
  format: 'csv',
  fields: ['member_no', 'name', 'id_number', 'phone', 'codes'],
  reasonCode: 'verification',
  reason: '年度核对会员名册',
  ...more,
});
const stepOf = ({ exportId, version }: { exportId: string; version: number }) => ({
  exportId,
  expectedVersion: version,
});
async function take(exportId: string, caller: Caller) {
  const client = scene.client({ deadlineMs: 30_000 });
  return fileOf(client.getExportFile({ exportId }, { token: await scene.token(caller) }));
}
const linesOf = (bytes: Buffer) => bytes.toString().replace('\ufeff', '').trimEnd().split('\r\n');
const logOf = (entityId: string) => scene.sql<{ how: string; fields: string[]; account: string }>`
  select how, fields, account_id as account from access_log where entity_id = ${entityId}`;

test('a small one is ready at once: masked, in reach, with a line that says who and why', async () => {
  const ready = await scene.call('requestExport', ask(), southern);
  expect(ready).toMatchObject({ state: 'READY', rows: 3, unionId: south, downloads: 0 });
  const { exportId } = ready;
  const { fileName, mediaType, bytes } = await take(exportId, southern);
  expect(fileName).toMatch(/^会员-\d{8}-[0-9a-f]{8}\.csv$/);
  expect(mediaType).toContain('text/csv');
  const [watermark, headings, ...lines] = linesOf(bytes);
  for (const part of ['south-clerk', exportId, '年度核对会员名册'])
    expect(watermark).toContain(part);
  expect(headings).toContain('证件号码');
  expect(lines).toHaveLength(3);
  const { idNumber, phone, name } = syntheticPerson(0);
  expect(lines[0]).toContain(`*${idNumber.slice(-4)}`);
  for (const secret of [idNumber, phone, name]) expect(bytes.toString()).not.toContain(secret);
  expect(await logOf(exportId)).toEqual([
    { how: 'export', fields: ask().fields, account: 'south-clerk' },
  ]);
  const { items } = await scene.call('listExports', { cursor: '', limit: 0 }, southern);
  expect(items).toMatchObject([{ exportId, downloads: 1 }]);
});

test('a large one waits for another person; then all of it comes, page after page', async () => {
  const waiting = await scene.call('requestExport', ask({ format: 'xlsx' }), clerk);
  expect(waiting).toMatchObject({ state: 'WAITING', rows: MILL, unionId: north });
  const { exportId } = waiting;
  await expect(take(exportId, clerk)).rejects.toMatchObject({ code: 'EXPORT_STATE_WRONG' });
  const self = { ...chair, id: 'north-clerk' };
  await expect(scene.call('approveExport', stepOf(waiting), self)).rejects.toMatchObject({
    kind: 'refused',
    code: 'EXPORT_SECOND_PERSON',
  });
  const stale = { exportId, expectedVersion: 7 };
  await expect(scene.call('approveExport', stale, chair)).rejects.toMatchObject({ kind: 'stale' });
  const approved = await scene.call('approveExport', stepOf(waiting), {
    ...chair,
    key: 'approve-1',
  });
  expect(approved).toMatchObject({ state: 'READY', approvedBy: 'north-chair', version: 2 });
  expect(
    await scene.call('approveExport', stepOf(waiting), { ...chair, key: 'approve-1' }),
  ).toEqual(approved);
  await expect(
    scene.call('approveExport', stepOf(approved), { ...chair, key: 'approve-1' }),
  ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  await scene.joinBatch(mill, [syntheticPerson(9_000)]);
  const { bytes, fileName } = await take(exportId, clerk);
  const rows = (await rowsOfFile(bytes, fileName)).get('会员') ?? [];
  expect(rows).toHaveLength(MILL + 2);
  expect(rows[0]?.[0]).toContain(exportId);
  expect(new Set(rows.slice(2).map(([memberNo]) => memberNo)).size).toBe(MILL);
});

test('whole numbers need a second person, and each of them is written down', async () => {
  const fields = ['whole_name', 'whole_id_number', 'joined_on', 'state', 'union'];
  const waiting = await scene.call('requestExport', ask({ fields }), southern);
  expect(waiting).toMatchObject({ state: 'WAITING', rows: 3 });
  const approver: Caller = { id: 'root-auditor', duty: 'auditor' };
  await scene.call('approveExport', stepOf(waiting), approver);
  const [, , ...lines] = linesOf((await take(waiting.exportId, southern)).bytes);
  const people = [0, 1, 2].map((n) => syntheticPerson(n));
  expect(lines.map((line) => line.split(',').slice(0, 3))).toEqual(
    people.map(({ name, idNumber }) => [name, idNumber, '2026-01-15']),
  );
  for (const n of [0, 1, 2]) {
    const { memberId } = await scene.find(n);
    expect(await logOf(memberId)).toEqual([
      { how: 'export', fields: ['name', 'id_number'], account: 'south-clerk' },
    ]);
  }
});

test('only what is asked for is opened, and what does not open breaks the file off', async () => {
  const caller: Caller = { id: 'seal-clerk', scope: south };
  const request = (fields: string[]) =>
    scene.call('requestExport', ask({ unionId: workshop, fields }), caller);
  const { memberId } = await scene.find(0);
  const [kept] = await scene.sql<{ sealed: Buffer }>`
    select sealed from person where id = ${memberId}`;
  await scene.sql`update person set sealed = '\\x0101' where id = ${memberId}`;
  const [, , ...lines] = linesOf((await take((await request(['state'])).exportId, caller)).bytes);
  expect(lines).toHaveLength(3);
  const broken = await request(['state', 'phone']);
  await expect(take(broken.exportId, caller)).rejects.toMatchObject({ code: 'SEAL_BROKEN' });
  await scene.sql`update person set sealed = ${kept?.sealed} where id = ${memberId}`;
  const [, , first] = linesOf((await take(broken.exportId, caller)).bytes);
  expect(first).toMatch(/^[^,]+,139\*{4}\d{4}$/);
});

test('what a spreadsheet would take for a formula is a text', async () => {
  const union = await scene.union();
  const named = syntheticPerson(20_000, { name: '合成' });
  await scene.joinBatch(union, [named]);
  await scene.sql`update union_state set name = '=HYPERLINK("http://x")' where union_id = ${union}`;
  const ready = await scene.call('requestExport', ask({ unionId: union, fields: ['union'] }));
  const [, , line] = linesOf((await take(ready.exportId, {})).bytes);
  expect(line).toMatch(/^"?'=HYPERLINK/);
});

test('the day has an end, and so has an export', async () => {
  const caller: Caller = { id: 'root-clerk' };
  const request = () => scene.call('requestExport', ask({ unionId: workshop }), caller);
  const ready = await request();
  await take(ready.exportId, caller);
  await scene.sql`update export_download set rows = 49_998 where account_id = 'root-clerk'`;
  await expect(take(ready.exportId, caller)).rejects.toMatchObject({
    kind: 'busy',
    code: 'EXPORT_BUDGET_SPENT',
    details: { left: 2 },
  });
  await scene.sql`update export_download set at = at - interval '1 day' where account_id = 'root-clerk'`;
  await take(ready.exportId, caller);
  await scene.sql`update member_export set expires_at = now() where id = ${ready.exportId}`;
  await expect(take(ready.exportId, caller)).rejects.toMatchObject({ code: 'EXPORT_EXPIRED' });
  const { items } = await scene.call('listExports', { cursor: '', limit: 1 }, caller);
  expect(items).toMatchObject([{ exportId: ready.exportId, state: 'EXPIRED' }]);
});

test('more members than were agreed to are not given', async () => {
  const caller: Caller = { id: 'second-clerk' };
  const ready = await scene.call('requestExport', ask({ unionId: workshop }), caller);
  await scene.sql`update member_export set rows = 2 where id = ${ready.exportId}`;
  await expect(take(ready.exportId, caller)).rejects.toMatchObject({ code: 'EXPORT_GROWN' });
});

test("somebody else's, or another township's, is answered like one that does not exist", async () => {
  const unknown = { kind: 'not_found', code: 'EXPORT_UNKNOWN' };
  const ready = await scene.call('requestExport', ask(), southern);
  const { exportId } = ready;
  for (const caller of [clerk, { ...southern, id: 'a-colleague' }, { id: 'root-clerk' }]) {
    await expect(take(exportId, caller)).rejects.toMatchObject(unknown);
  }
  await expect(scene.call('approveExport', stepOf(ready), chair)).rejects.toMatchObject(unknown);
  const { items } = await scene.call('listExports', { cursor: '', limit: 0 }, chair);
  expect(items.map((one) => one.exportId)).not.toContain(exportId);
  await expect(
    scene.call('requestExport', ask({ unionId: workshop }), clerk),
  ).rejects.toMatchObject({ code: 'UNION_UNKNOWN' });
});

test.each([
  ['format', { format: 'pdf' }],
  ['fields', { fields: [] }],
  ['fields', { fields: ['name', 'name'] }],
  ['fields.0', { fields: ['birth_date'] }],
  ['reasonCode', { reasonCode: 'because' }],
  ['reason', { reason: '  x ' }],
])('is refused for its %s', async (field, more) => {
  await expect(scene.call('requestExport', ask(more), clerk)).rejects.toMatchObject({
    code: 'FIELD_INVALID',
    details: { field },
  });
});

test.each(['chair', 'finance', 'admin', 'supervisor'] as const)(
  '%s asks for none',
  async (duty) => {
    await expect(scene.call('requestExport', ask(), { duty })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'PERMISSION_MISSING',
    });
  },
);
