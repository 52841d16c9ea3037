import { idCheckChar } from '@gonglian/kernel/id-number.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';
import {
  cellsOf,
  checkedIn,
  fileOf,
  HEADINGS,
  importAll,
  proposal,
  readIn,
  rowsOfFile,
  stepOf,
  stopAfter,
  work,
  workbookOf,
} from './import-scene.ts';

let scene: Scene;
let unionId: string;
beforeAll(async () => void (scene = await startScene()));
beforeEach(async () => void (unionId = await scene.union()));
afterAll(() => scene.stop());

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => cellsOf(syntheticPerson(from + n)));
const changed = (n: number, changes: object) => cellsOf(syntheticPerson(n, changes));
const errorsOf = async (importId: string, code = '') =>
  scene.call('listImportErrors', { importId, code, cursor: '', limit: 0 });
const errorRows = async (importId: string) => {
  const client = scene.client({ deadlineMs: 20_000 });
  const chunks = client.getImportErrorWorkbook({ importId }, { token: await scene.token() });
  const file = await fileOf(chunks);
  return { ...file, sheets: await rowsOfFile(file.bytes, file.fileName) };
};

test('500 rows, 3 bad numbers: 497 join, 3 come back with the reason (domain §9.14)', async () => {
  const sheet = rows(0, 500);
  sheet[9] = changed(9, { idNumber: '321084190001010029' });
  sheet[99] = changed(99, { idNumber: '321084190002290017' });
  sheet[499] = changed(499, { idNumber: '99108419000101001X' });
  const checked = await checkedIn(scene, { unionId, bytes: await workbookOf(sheet) });
  const counted = { rows: 500, rowsValid: 497, rowsRefused: 3, rowsUnchanged: 0 };
  expect(checked).toMatchObject({ state: 'CHECKED', ...counted, rowsJoined: 0 });
  expect(await scene.count(unionId)).toMatchObject({ active: 0 });
  expect(checked.sheets).toMatchObject([{ name: '名册', rows: 500, headerRow: 2 }]);
  expect(checked.sheets[0]?.sample).toHaveLength(5);
  expect(checked.columns.map(({ field }) => field)).toEqual([
    'name',
    'id_number',
    'phone',
    'employment_form',
    'migrant_worker',
    'new_forms',
  ]);

  await scene.call('commitImport', stepOf(checked));
  await work(scene);
  const { importId } = checked;
  const done = await scene.call('getImport', { importId });
  expect(done).toMatchObject({ state: 'DONE', ...counted, rowsJoined: 497, rowsDone: 500 });
  expect(await scene.count(unionId)).toEqual({ active: 497, retained: 0, pending: 0 });
  expect(await scene.find(50)).toMatchObject({ state: 'ACTIVE', joinChannel: 'BATCH' });
  const errors = await errorsOf(importId);
  expect(errors.groups).toEqual(
    expect.arrayContaining([{ code: 'CHECKSUM', field: 'id_number', count: 1, firstRow: 12 }]),
  );
  expect(errors.items.map(({ row, code }) => [row, code])).toEqual([
    [12, 'CHECKSUM'],
    [102, 'DATE_INVALID'],
    [502, 'REGION_UNKNOWN'],
  ]);
  const back = await errorRows(importId);
  expect(back.fileName).toBe('名册-错误.xlsx');
  const [headings, first, ...others] = back.sheets.get('名册') ?? [];
  expect(headings).toEqual([...HEADINGS, '错误原因']);
  expect(first?.slice(0, 2)).toEqual(sheet[9]?.slice(0, 2));
  expect(first?.at(-1)).toContain('校验位');
  expect(others).toHaveLength(2);
});

test('the same file twice changes nothing', async () => {
  const bytes = await workbookOf(rows(1_000, 40));
  await importAll(scene, { unionId, bytes });
  const before = await scene.sql`select * from membership where union_id = ${unionId}`;
  const facts = (await scene.outbox()).length;
  const again = await importAll(scene, { unionId, bytes });
  expect(again).toMatchObject({ rowsJoined: 0, rowsUnchanged: 40, rowsRefused: 0 });
  expect(await scene.sql`select * from membership where union_id = ${unionId}`).toEqual(before);
  expect(await scene.outbox()).toHaveLength(facts);
});

test('broken off anywhere it goes on where it was, and everybody joins once', async () => {
  const bytes = await workbookOf(rows(2_000, 1_600));
  const read = await readIn(scene, { unionId, bytes });
  await scene.call('mapImport', proposal(read));
  // The check begins, keeps two chunks, and is gone.
  await work(scene, stopAfter(5));
  const { importId } = read;
  expect(await scene.call('getImport', { importId })).toMatchObject({ state: 'CHECKING' });
  await work(scene);
  const checked = await scene.call('getImport', { importId });
  expect(checked).toMatchObject({ state: 'CHECKED', rows: 1_600, rowsValid: 1_600 });

  await scene.call('commitImport', stepOf(checked));
  await work(scene, stopAfter(3));
  const half = await scene.call('getImport', { importId });
  expect(half.state).toBe('COMMITTING');
  expect(half.rowsJoined).toBeGreaterThan(0);
  expect(half.rowsJoined).toBeLessThan(1_600);
  expect(half.rowsDone).toBe(half.rowsJoined);
  expect((await scene.count(unionId)).active).toBe(half.rowsJoined);
  await work(scene);
  expect(await scene.call('getImport', { importId })).toMatchObject({
    state: 'DONE',
    rowsJoined: 1_600,
  });
  expect((await scene.count(unionId)).active).toBe(1_600);
  const facts = (await scene.outbox()).filter(({ data }) => data['unionId'] === unionId);
  expect(facts).toHaveLength(1_600);
  expect(await scene.sql`select from import_chunk where content is not null`).toEqual([]);
});

test('numbers that a spreadsheet has damaged are named as such', async () => {
  const first = `329999199001010${'00'}`;
  const table = [
    ['姓名', '证件号码'],
    ['合成一', '3.29999E+17'],
    ['合成二', `${first}${idCheckChar(first) === '0' ? '1' : '0'}`],
    ['合成三', syntheticPerson(5_000).idNumber],
  ];
  const bytes = Buffer.from(table.map((line) => line.join(',')).join('\r\n'));
  const checked = await checkedIn(scene, { unionId, bytes, fileName: 'a.csv' });
  expect(checked).toMatchObject({ rowsValid: 1, rowsRefused: 2 });
  const { items } = await errorsOf(checked.importId, 'ID_DAMAGED_BY_EXCEL');
  expect(items.map(({ row, field }) => [row, field])).toEqual([
    [2, 'id_number'],
    [3, 'id_number'],
  ]);
  await scene.call('cancelImport', stepOf(checked));
});

test('one person in two rows joins by the first, however far apart they are', async () => {
  const sheet = [...rows(6_000, 700), changed(6_003, { name: '另名' })];
  const done = await importAll(scene, { unionId, bytes: await workbookOf(sheet) });
  expect(done).toMatchObject({ rowsJoined: 700, rowsRefused: 1 });
  const { items } = await errorsOf(done.importId);
  expect(items).toMatchObject([{ row: 703, code: 'DUPLICATE_IN_BATCH' }]);
});

test('members elsewhere are offered a transfer, before and after the check', async () => {
  const other = await scene.union();
  await scene.member(other, 7_000);
  const bytes = await workbookOf(rows(7_000, 5));
  const checked = await checkedIn(scene, { unionId, bytes });
  expect(checked).toMatchObject({ rowsValid: 4, rowsRefused: 1 });
  await scene.member(other, 7_001);
  await scene.call('commitImport', stepOf(checked));
  await work(scene);
  const { items } = await errorsOf(checked.importId, 'ALREADY_MEMBER');
  expect(items.map(({ row, heldByUnionId }) => [row, heldByUnionId])).toEqual([
    [3, other],
    [4, other],
  ]);
  expect((await scene.count(unionId)).active).toBe(3);
});

test('a union that closes in the middle takes nobody more, and the rows say so', async () => {
  const bytes = await workbookOf(rows(8_000, 1_100));
  const checked = await checkedIn(scene, { unionId, bytes });
  await scene.call('commitImport', stepOf(checked));
  await work(scene, stopAfter(1));
  await scene.close(unionId);
  await work(scene);
  const done = await scene.call('getImport', { importId: checked.importId });
  expect(done).toMatchObject({ state: 'DONE', rows: 1_100 });
  expect(done.rowsJoined + done.rowsRefused).toBe(1_100);
  const { groups } = await errorsOf(done.importId);
  expect(groups).toMatchObject([{ code: 'UNION_CLOSING', count: done.rowsRefused }]);
});

test('what headings meant is remembered; what is proposed can be changed', async () => {
  const sheet = rows(9_000, 3).map(([name = '', idNumber = '']) => [name, idNumber]);
  const bytes = await workbookOf(sheet, ['称呼', '号']);
  const read = await readIn(scene, { unionId, bytes });
  expect(read.sheets[0]?.columns.map(({ field }) => field)).toEqual(['', '']);
  const ask = proposal(read);
  await expect(scene.call('mapImport', ask)).rejects.toMatchObject({ code: 'MAPPING_INCOMPLETE' });
  const columns = [
    { column: 1, heading: '称呼', field: 'name' },
    { column: 2, heading: '号', field: 'id_number' },
  ];
  const answer = await scene.call('mapImport', { ...ask, columns });
  expect(answer).toMatchObject({ sheets: [], columns: [] });
  await work(scene);
  const checked = await scene.call('getImport', { importId: read.importId });
  expect(checked).toMatchObject({ state: 'CHECKED', rowsValid: 3 });
  await scene.call('cancelImport', stepOf(checked));
  const next = await checkedIn(scene, { unionId, bytes });
  expect(next).toMatchObject({ state: 'CHECKED', columns, rowsValid: 3 });
  await scene.call('cancelImport', stepOf(next));
});

test.each([
  ['SHEET_NOT_XLSX', 'a.xlsx', Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>')],
  ['SHEET_OLD_XLS', 'b.xlsx', Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex')],
  ['SHEET_NOT_TEXT', 'c.csv', Buffer.from([0x00, 0xff, 0xfe, 0x00])],
  ['SHEET_EMPTY', 'd.csv', Buffer.from('\r\n\r\n')],
])('a file that cannot be read ends its import: %s', async (failure, fileName, bytes) => {
  const view = await readIn(scene, { unionId, bytes, fileName });
  expect(view).toMatchObject({ state: 'FAILED', failure });
});

test('the template is found by its headings, has its version, and its example is nobody', async () => {
  const client = scene.client({ deadlineMs: 20_000 });
  const file = await fileOf(client.getImportTemplate({}, { token: await scene.token() }));
  expect(file.fileName).toBe('会员导入模板-v1.xlsx');
  const sheets = await rowsOfFile(file.bytes, file.fileName);
  expect(sheets.get('_template')).toEqual([
    ['template', 'gonglian.members'],
    ['version', '1'],
  ]);
  const example = sheets
    .get('填写说明')
    ?.find(([field]) => field === '证件号码')
    ?.at(-1);
  expect(example).toMatch(/^329999/);
  const read = await readIn(scene, { unionId, bytes: file.bytes });
  expect(read.sheets.map(({ name }) => name)).toEqual(['会员名册', '填写说明']);
  expect(read.sheets[0]?.columns.every(({ field }) => field !== '')).toBe(true);
  await scene.call('cancelImport', stepOf(read));
});

test('what the file says stands nowhere in clear while it is worked on', async () => {
  const planted = syntheticPerson(9_500, { name: '欧阳合成', phone: '13912345678' });
  const bad = { ...planted, idNumber: '321084190001010029' };
  const sheet = [cellsOf(planted), cellsOf(bad)];
  const bytes = await workbookOf(sheet, ['欧阳合成', ...HEADINGS.slice(1)]);
  const read = await readIn(scene, { unionId, bytes });
  const ask = proposal(read);
  const columns = ask.columns.map((one) => (one.column === 1 ? { ...one, field: 'name' } : one));
  await scene.call('mapImport', { ...ask, columns });
  await work(scene);
  const texts = [];
  for (const table of ['import_job', 'import_part', 'import_chunk', 'import_result', 'action']) {
    const [{ text } = {}] = await scene.sql<{ text: string }>`
      select query_to_xml('select * from ' || ${table}::text, true, false, '')::text as text`;
    texts.push(text);
  }
  const dump = texts.join('\n');
  for (const secret of [planted.name, planted.idNumber, planted.phone, bad.idNumber]) {
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
  }
  const checked = await scene.call('getImport', { importId: read.importId });
  await scene.call('cancelImport', stepOf(checked));
});
