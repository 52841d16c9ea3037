import { expect, test } from 'vitest';
import { decideApproval, decideDownload, decideRequest, type ExportField } from './export-rules.ts';
import { cellsBy, headingsOf } from './export-rows.ts';
import { EXPORT_FIELDS } from './export-rules.ts';
import { testVault } from '../fixtures.ts';
import { sealPerson } from '../member/person.ts';

const limits = { secondPersonRows: 500, dailyRows: 50_000 };
const masked: ExportField[] = ['member_no', 'name', 'id_number', 'phone', 'codes'];

test.each<[number, ExportField[], string]>([
  [0, masked, 'READY'],
  [500, masked, 'READY'],
  [501, masked, 'WAITING'],
  [1, ['whole_id_number'], 'WAITING'],
  [1, ['whole_phone'], 'WAITING'],
  [1, ['whole_name'], 'WAITING'],
])('%i rows of %o: %s', (rows, fields, state) => {
  expect(decideRequest({ rows, fields }, limits)).toBe(state);
});

test('more than any day allows is refused at once', () => {
  expect(() => decideRequest({ rows: 50_001, fields: masked }, limits)).toThrow(
    expect.objectContaining({ code: 'EXPORT_TOO_MANY_ROWS' }),
  );
});

const expiresAt = new Date('2026-03-02T08:00:00Z');
const early = new Date('2026-03-02T08:00:00Z');
const late = new Date('2026-03-02T08:00:01Z');
const waiting = { state: 'WAITING', requestedBy: 'a', expiresAt } as const;
const ready = { ...waiting, state: 'READY', rows: 100 } as const;

test.each([
  ['EXPORT_STATE_WRONG', ready, 'b', early],
  ['EXPORT_EXPIRED', waiting, 'b', late],
  ['EXPORT_SECOND_PERSON', waiting, 'a', early],
])('is not approved: %s', (code, standing, account, now) => {
  expect(() => decideApproval(standing, account, now)).toThrow(expect.objectContaining({ code }));
});

test('is approved by another person', () => {
  expect(() => decideApproval(waiting, 'b', early)).not.toThrow();
});

const day = { rows: 100, takenToday: 49_900, dailyRows: 50_000 };
test.each([
  ['EXPORT_EXPIRED', ready, day, late],
  ['EXPORT_STATE_WRONG', { ...waiting, rows: 100 }, day, early],
  ['EXPORT_GROWN', ready, { ...day, rows: 101 }, early],
  ['EXPORT_BUDGET_SPENT', ready, { ...day, takenToday: 49_901 }, early],
])('is not taken: %s', (code, standing, counted, now) => {
  expect(() => decideDownload(standing, counted, now)).toThrow(expect.objectContaining({ code }));
});

test('is taken up to the last row of the day', () => {
  expect(() => decideDownload(ready, day, early)).not.toThrow();
});

const vault = testVault();
const known = { keys: vault.openingKeys(), codes: new Map(), unionNames: new Map() };
const { bytes } = sealPerson(vault, 'm', {
  name: '张示范',
  idNumber: '329999199001012013',
  phone: '13900000000',
  birthDate: '1990-01-01',
});
const row = {
  memberId: 'm',
  unionId: 'u',
  state: 'ACTIVE',
  memberNo: '1',
  joinedOn: '2026-01-02',
  codesId: 1,
  sealed: `\\x${bytes.toString('hex')}`,
};
const person: ExportField[] = ['name', 'id_number', 'phone'];
const whole: ExportField[] = ['whole_name', 'whole_id_number', 'whole_phone'];

test.each([
  ['clerk', 'other', 'ACTIVE', person, ['张*范', '**************2013', '139****0000']],
  ['clerk', 'u', 'ACTIVE', person, ['张示范', '**************2013', '139****0000']],
  ['clerk', 'other', 'ACTIVE', whole, ['张示范', '329999199001012013', '13900000000']],
  ['clerk', 'other', 'LEFT', whole, ['张示范', '**************2013', '13900000000']],
  ['auditor', 'other', 'LEFT', whole, ['张示范', '329999199001012013', '13900000000']],
  ['finance', 'other', 'ACTIVE', whole, ['张*范', '**************2013', '139****0000']],
])('%s of %s sees somebody %s: %o', (duty, scope, state, fields, cells) => {
  const of = cellsBy(fields, { ...known, actor: { duty, scope } });
  expect(of({ ...row, state })).toEqual(cells);
});

test('each line has as many cells as there are headings', () => {
  const of = cellsBy(EXPORT_FIELDS, { ...known, actor: { duty: 'clerk', scope: 'u' } });
  expect(of(row)).toHaveLength(headingsOf(EXPORT_FIELDS).length);
});
