import { randomUUID } from 'node:crypto';
import { UnionRow } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { describe, expect, test } from 'vitest';
import { decideEnrolment, parseRow } from './enrol-unions.ts';
import { establishedFact } from './new-unions.ts';
import { decideRow, type World } from './union-row.ts';

const ROOT = '5f0e3c1e-0000-5000-8000-000000000001';
const world = (): World => ({
  today: '2026-03-01',
  unions: new Map([
    [ROOT, { level: 'COUNTY', kind: 'FEDERATION', status: 'ACTIVE', regionCode: '321084' }],
  ]),
  usccs: new Set(['81321000MC0000020N']),
  hosts: new Set(['91350100M000100Y43']),
});
const row = (changes: Partial<UnionRow> = {}) =>
  UnionRow.fromPartial({
    unionId: randomUUID(),
    name: '某校工会',
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    parentId: ROOT,
    regionCode: '321084',
    establishedOn: '2020-03-01',
    ...changes,
  });
const one = (changes: Partial<UnionRow>) => {
  const parsed = parseRow(row(changes)).row;
  if (!parsed) throw new Error('the row does not parse');
  return decideRow(parsed, world());
};

describe('a row is refused', () => {
  test.each([
    ['KIND_LEVEL_MISMATCH', 'kind', { kind: 'TOWNSHIP' }],
    ['REGION_UNKNOWN', 'regionCode', { regionCode: '321099' }],
    ['PARENT_UNKNOWN', 'parentId', { parentId: randomUUID() }],
    ['PARENT_LEVEL_WRONG', 'parentId', { level: 'CITY', kind: 'FEDERATION' }],
    ['INDUSTRIAL_PARENT_UNKNOWN', 'industrialParentId', { industrialParentId: randomUUID() }],
    ['INDUSTRIAL_PARENT_KIND_WRONG', 'industrialParentId', { industrialParentId: ROOT }],
    ['UNIT_TYPE_UNKNOWN', 'unitType', { unitType: '999' }],
    ['INDUSTRY_UNKNOWN', 'industry', { industry: 'P83' }],
    ['USCC_NOT_UNION_PREFIX', 'uscc', { uscc: '91321084MA00000583' }],
    ['USCC_IS_UNION', 'hostUscc', { hostUscc: '81321084MC0000012H' }],
    ['USCC_TAKEN', 'uscc', { uscc: '81321000mc0000020n' }],
    ['HOST_HAS_UNION', 'hostUscc', { hostUscc: '91350100M000100Y43' }],
    ['IN_FUTURE', 'establishedOn', { establishedOn: '2026-03-02' }],
    ['TERM_INCOMPLETE', 'termStart', { termYears: 5 }],
    ['IN_FUTURE', 'termStart', { termYears: 5, termStart: '2026-03-02' }],
    ['TERM_YEARS_NOT_ALLOWED', 'termYears', { termYears: 4, termStart: '2024-01-01' }],
  ])('%s %s', (code, field, changes) => expect(one(changes)).toMatchObject({ code, field }));

  test('a local federation has no term of three years', () => {
    const parent = {
      level: 'CITY',
      kind: 'FEDERATION',
      status: 'ACTIVE',
      regionCode: '321000',
    } as const;
    const parsed = parseRow(
      row({ level: 'COUNTY', kind: 'FEDERATION', termYears: 3, termStart: '2024-01-01' }),
    );
    const near = { ...world(), unions: new Map([[ROOT, parent]]) };
    expect(parsed.row && decideRow(parsed.row, near)).toMatchObject({
      code: 'TERM_YEARS_NOT_ALLOWED',
    });
  });

  test.each([
    ['unionId', { unionId: 'x' }],
    ['name', { name: '  ' }],
    ['level', { level: 'CONTINENT' }],
    ['regionCode', { regionCode: '3210841' }],
    ['hostEmployeeCount', { hostEmployeeCount: -1 }],
    ['establishedOn', { establishedOn: '2020-02-30' }],
  ])('that does not parse, by its field %s', (field, changes) => {
    expect(parseRow(row(changes))).toEqual({ field });
  });
});

test('a good row becomes a union and its fact', () => {
  const unionId = randomUUID();
  const union = one({
    unionId,
    uscc: '81321084mc0000012h',
    hostName: '某校',
    hostUscc: '91321084ma00000583',
    unitType: '400',
    industry: 'P8310',
    termYears: 3,
    termStart: '2024-02-29',
  });
  expect(union).toMatchObject({
    uscc: '81321084MC0000012H',
    hostUscc: '91321084MA00000583',
    termNo: 1,
    termEnd: '2027-02-28',
  });
  if ('code' in union) throw new Error('refused');
  expect(establishedFact(union, 'enrolled')).toEqual({
    unionId,
    name: '某校工会',
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    parentId: ROOT,
    industrialParentId: '',
    regionCode: '321084',
    unitType: '400',
    industry: 'P8310',
    establishedOn: '2020-03-01',
    cause: 'enrolled',
    approvalDocNo: '',
    version: 1,
    hostUscc: '91321084MA00000583',
  });
});

describe('a batch', () => {
  const decide = (rows: UnionRow[], near = world()) => decideEnrolment(rows.map(parseRow), near);

  test('what is known is unchanged; what comes twice is refused the second time', () => {
    const known = row({ unionId: ROOT });
    const fresh = row();
    expect(decide([known, fresh, fresh])).toMatchObject({
      unions: [{ id: fresh.unionId }],
      unchanged: 1,
      refused: [{ row: 3, code: 'ID_TWICE_IN_BATCH', field: 'unionId' }],
    });
  });

  test('rows see the ones before: parents, codes and hosts', () => {
    const township = row({ level: 'TOWNSHIP', kind: 'TOWNSHIP', uscc: '81321084MC0000012H' });
    const child = row({ parentId: township.unionId, hostUscc: '91321084MA00000583' });
    const sameCode = row({ uscc: '81321084MC0000012H' });
    const sameHost = row({ hostUscc: '91321084MA00000583' });
    const { unions, refused } = decide([township, child, sameCode, sameHost]);
    expect(unions.map(({ id }) => id)).toEqual([township.unionId, child.unionId]);
    expect(refused.map(({ row: n, code }) => [n, code])).toEqual([
      [3, 'USCC_TAKEN'],
      [4, 'HOST_HAS_UNION'],
    ]);
  });

  test('a child before its parent is refused', () => {
    const township = row({ level: 'TOWNSHIP', kind: 'TOWNSHIP' });
    const child = row({ parentId: township.unionId });
    expect(decide([child, township])).toMatchObject({
      unions: [{ id: township.unionId }],
      refused: [{ row: 1, code: 'PARENT_UNKNOWN' }],
    });
  });
});
