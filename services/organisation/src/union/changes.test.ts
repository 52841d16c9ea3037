import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decideUnits } from './add-units.ts';
import { decideRegistration } from './register-legal-person.ts';
import { decideRename } from './rename-union.ts';
import { decideReparent } from './reparent-union.ts';
import { decideIndustrialParent } from './set-industrial-parent.ts';
import type { Parent } from './placing.ts';
import { decideSplit, partAsRow } from './split-union.ts';
import type { World } from './union-row.ts';

// Each table lists the refusals in their order of precedence: the one above would hide those below
// it.
const ROOT = 'root';
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

const union = {
  id: 'u-1',
  level: 'GRASSROOTS',
  kind: 'JOINT_GRASSROOTS',
  status: 'ACTIVE',
  parentId: 'p-1',
  regionCode: '321084',
  establishedOn: '2020-03-01',
  uscc: null,
} as const;
const closing = { ...union, status: 'CLOSING' } as const;
const ended = { ...union, status: 'MERGED' } as const;

describe('rename', () => {
  const ask = { unionId: 'u-1', name: '新', effectiveOn: '2026-01-01', expectedVersion: 1 };
  const standing = { name: '旧', since: '2020-03-01' };
  test.each([
    ['UNION_NOT_ACTIVE', closing, standing, ask],
    ['EFFECTIVE_BEFORE_FOUNDING', union, standing, { ...ask, effectiveOn: '2020-02-29' }],
    ['EFFECTIVE_BEFORE_LAST_CHANGE', union, { ...standing, since: '2026-01-02' }, ask],
    ['NAME_UNCHANGED', union, { ...standing, name: '新' }, ask],
  ])('refuses %s', (code, is, was, asked) => {
    expect(() => decideRename(is, was, asked)).toThrow(refusal(code));
  });
  test('states the fact', () => {
    expect(decideRename(union, standing, ask)).toEqual({
      unionId: 'u-1',
      name: '新',
      effectiveOn: '2026-01-01',
    });
  });
});

describe('reparent', () => {
  const ask = {
    unionId: 'u-1',
    parentId: 'p-2',
    effectiveOn: '2026-01-01',
    replyDocNo: '批',
    expectedVersion: 1,
  };
  const parent = { level: 'TOWNSHIP', status: 'ACTIVE', establishedOn: '2010-01-01' } as const;
  const move = {
    rootUnionId: ROOT,
    current: { parentId: 'p-1', since: '2020-03-01' },
    loops: false,
  };
  const later = { parentId: 'p-1', since: '2026-02-01' };
  const there = { parentId: 'p-2', since: '2020-03-01' };
  test.each([
    ['ROOT_UNION_FIXED', { ...union, id: ROOT }, parent, move, ask],
    ['UNION_NOT_ACTIVE', ended, parent, move, ask],
    ['EFFECTIVE_BEFORE_FOUNDING', union, parent, move, { ...ask, effectiveOn: '2020-02-29' }],
    ['EFFECTIVE_BEFORE_LAST_CHANGE', union, parent, { ...move, current: later }, ask],
    ['CYCLE_IN_TREE', union, parent, { ...move, loops: true }, ask],
    ['PARENT_LEVEL_WRONG', union, { ...parent, level: 'GROUP' as const }, move, ask],
    ['PARENT_NOT_ACTIVE', union, { ...parent, status: 'CLOSING' as const }, move, ask],
    ['PARENT_NOT_YET_FOUNDED', union, { ...parent, establishedOn: '2026-01-02' }, move, ask],
    ['ALREADY_UNDER_PARENT', union, parent, { ...move, current: there }, ask],
  ])('refuses %s', (code, is, to, around, asked) => {
    expect(() => decideReparent(is, to, around, asked)).toThrow(refusal(code));
  });
  test('states the fact', () => {
    expect(decideReparent(union, parent, move, ask)).toEqual({
      unionId: 'u-1',
      fromParentId: 'p-1',
      toParentId: 'p-2',
      effectiveOn: '2026-01-01',
    });
  });
});

describe('industrial parent', () => {
  const ask = {
    unionId: 'u-1',
    industrialParentId: 'i-1',
    effectiveOn: '2026-01-01',
    expectedVersion: 1,
  };
  const parent = { kind: 'SYSTEM', status: 'ACTIVE', establishedOn: '2010-01-01' } as const;
  const none = { current: { parentId: null, since: '0001-01-01' }, loops: false };
  const led = { current: { parentId: 'i-1', since: '2021-01-01' }, loops: false };
  test.each([
    ['UNION_NOT_ACTIVE', closing, parent, none, ask],
    ['KIND_HAS_NO_INDUSTRIAL_LINE', { ...union, kind: 'GROUP' as const }, parent, none, ask],
    ['EFFECTIVE_BEFORE_FOUNDING', union, parent, none, { ...ask, effectiveOn: '2020-01-01' }],
    ['EFFECTIVE_BEFORE_LAST_CHANGE', union, parent, led, { ...ask, effectiveOn: '2020-12-31' }],
    ['CYCLE_IN_TREE', union, parent, { ...none, loops: true }, ask],
    ['INDUSTRIAL_PARENT_KIND_WRONG', union, { ...parent, kind: 'FEDERATION' as const }, none, ask],
    ['INDUSTRIAL_PARENT_NOT_ACTIVE', union, { ...parent, status: 'DISSOLVED' as const }, none, ask],
    ['PARENT_NOT_YET_FOUNDED', union, { ...parent, establishedOn: '2026-01-02' }, none, ask],
    ['ALREADY_UNDER_PARENT', union, parent, led, ask],
    ['ALREADY_UNDER_PARENT', union, undefined, none, { ...ask, industrialParentId: '' }],
  ])('refuses %s', (code, is, to, around, asked) => {
    expect(() => decideIndustrialParent(is, to, around, asked)).toThrow(refusal(code));
  });
  test('states the fact, also where the line ends', () => {
    const { expectedVersion: _, ...fact } = ask;
    expect(decideIndustrialParent(union, parent, none, ask)).toEqual(fact);
    const end = { ...ask, industrialParentId: '' };
    expect(decideIndustrialParent(union, undefined, led, end)).toEqual({
      ...fact,
      industrialParentId: '',
    });
  });
});

describe('split and units', () => {
  const host = randomUUID();
  const county = {
    level: 'COUNTY',
    kind: 'FEDERATION',
    status: 'ACTIVE',
    regionCode: '321084',
  } as const;
  const world = (): World => ({
    today: '2026-03-01',
    unions: new Map<string, Parent>([
      ['p-1', county],
      [host, union],
    ]),
    usccs: new Set(),
    hosts: new Set(),
  });
  const ask = { effectiveOn: '2026-02-01', replyDocNo: '批' };
  const part = {
    unionId: 'n-1',
    name: '分立工会',
    level: 'GRASSROOTS' as const,
    kind: 'JOINT_GRASSROOTS' as const,
    parentId: '',
    industrialParentId: '',
    regionCode: '321084',
    uscc: '',
    hostName: '',
    hostUscc: '',
    unitType: '',
    industry: '',
    hostEmployeeCount: 0,
    establishedOn: '',
    approvalDocNo: '',
    termNo: 0,
    termYears: 0,
    termStart: '',
  };
  const splitInto = (is: Parameters<typeof decideSplit>[0], changes: object, asked = ask) =>
    decideSplit(
      is,
      [partAsRow(is, { ...part, ...changes }, asked)],
      { rootUnionId: ROOT, world: world() },
      asked,
    );

  test.each([
    ['ROOT_UNION_FIXED', { ...union, id: ROOT }, {}, ask],
    ['UNION_NOT_ACTIVE', closing, {}, ask],
    ['IN_FUTURE', union, {}, { ...ask, effectiveOn: '2026-03-02' }],
    ['EFFECTIVE_BEFORE_FOUNDING', union, {}, { ...ask, effectiveOn: '2020-01-01' }],
    ['PART_EXISTS', union, { unionId: host }, ask],
    ['SPLIT_LEVEL_DIFFERS', union, { level: 'VILLAGE' }, ask],
    ['KIND_LEVEL_MISMATCH', union, { kind: 'VILLAGE' }, ask],
    ['REGION_UNKNOWN', union, { regionCode: '321099' }, ask],
  ])('split refuses %s', (code, is, changes, asked) => {
    expect(() => splitInto(is, changes, asked)).toThrow(refusal(code));
  });
  test('a part begins on the day of the split, below the same parent', () => {
    expect(splitInto(union, {})).toMatchObject([
      { id: 'n-1', parentId: 'p-1', establishedOn: '2026-02-01', approvalDocNo: '批' },
    ]);
  });

  const unit = {
    unitId: 'g-1',
    name: '一组',
    level: 'GROUP' as const,
    establishedOn: '2021-01-01',
  };
  const owner = { ...union, id: host };
  test.each([
    ['PARENT_LEVEL_WRONG', { ...owner, level: 'VILLAGE' as const }, [unit]],
    ['ID_TWICE_IN_BATCH', owner, [unit, unit]],
    ['ESTABLISHED_BEFORE_PARENT', owner, [{ ...unit, establishedOn: '2020-02-29' }]],
    ['IN_FUTURE', owner, [{ ...unit, establishedOn: '2026-03-02' }]],
  ])('units refuse %s', (code, is, rows) => {
    expect(() => decideUnits(is, rows, world())).toThrow(refusal(code));
  });
  test('a unit lives where its union lives; one that is there is left alone', () => {
    const rows = [unit, { ...unit, unitId: host }];
    expect(decideUnits(owner, rows, world())).toMatchObject([
      { id: 'g-1', kind: 'GROUP', parentId: host, regionCode: '321084' },
    ]);
  });
});

describe('legal person', () => {
  const ask = {
    unionId: 'u-1',
    uscc: '81321084mc0000012h',
    certificateNo: '证1',
    registeredOn: '2021-01-01',
    expectedVersion: 1,
  };
  const free = { today: '2026-03-01', taken: false };
  test.each([
    ['UNION_NOT_ACTIVE', ended, free, ask],
    ['LEGAL_PERSON_NOT_ALLOWED', { ...union, kind: 'BRANCH' as const }, free, ask],
    ['IN_FUTURE', union, free, { ...ask, registeredOn: '2026-03-02' }],
    ['EFFECTIVE_BEFORE_FOUNDING', union, free, { ...ask, registeredOn: '2020-01-01' }],
    ['USCC_NOT_UNION_PREFIX', union, free, { ...ask, uscc: '91321084MA00000583' }],
    ['LEGAL_PERSON_REGISTERED', { ...union, uscc: '89630000MC0000047H' }, free, ask],
    ['USCC_TAKEN', union, { ...free, taken: true }, ask],
  ])('refuses %s', (code, is, place, asked) => {
    expect(() => decideRegistration(is, place, asked)).toThrow(refusal(code));
  });
  test('answers the code in normal form', () => {
    expect(decideRegistration(union, free, ask)).toBe('81321084MC0000012H');
  });
});
