import { MemberCount } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { describe, expect, test } from 'vitest';
import { decideClosing } from './begin-closing.ts';
import { decideDissolve } from './dissolve-union.ts';
import { decideMerge } from './merge-unions.ts';

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

describe('closing', () => {
  const ask = { unionId: 'u-1', reason: '破产', expectedVersion: 1 };
  test.each([
    ['ROOT_UNION_FIXED', { ...union, id: ROOT }],
    ['UNION_NOT_ACTIVE', closing],
    ['UNION_NOT_ACTIVE', ended],
  ])('refuses %s', (code, is) => {
    expect(() => decideClosing(is, ROOT, ask)).toThrow(refusal(code));
  });
  test('states the fact', () => {
    expect(decideClosing(union, ROOT, ask)).toEqual({ unionId: 'u-1', reason: '破产' });
  });
});

describe('dissolve', () => {
  const ask = { unionId: 'u-1', effectiveOn: '2026-03-01', replyDocNo: '批', expectedVersion: 2 };
  const count = (members: Partial<MemberCount> = {}) =>
    MemberCount.fromPartial({ organisationPosition: 40n, ...members });
  const remains = {
    today: '2026-03-01',
    lastPlacedOn: '2020-03-01',
    subUnions: 0,
    closingPosition: 40n as bigint | undefined,
    members: count(),
  };
  test.each([
    ['NOT_CLOSING', union, remains, ask],
    ['NOT_CLOSING', ended, remains, ask],
    ['IN_FUTURE', closing, remains, { ...ask, effectiveOn: '2026-03-02' }],
    ['EFFECTIVE_BEFORE_FOUNDING', closing, remains, { ...ask, effectiveOn: '2020-02-29' }],
    ['EFFECTIVE_BEFORE_LAST_CHANGE', closing, { ...remains, lastPlacedOn: '2027-01-01' }, ask],
    ['HAS_SUB_UNIONS', closing, { ...remains, subUnions: 1 }, ask],
    ['MEMBERSHIP_BEHIND', closing, { ...remains, closingPosition: undefined }, ask],
    [
      'MEMBERSHIP_BEHIND',
      closing,
      { ...remains, members: count({ organisationPosition: 39n, active: 3 }) },
      ask,
    ],
    ['HAS_ACTIVE_MEMBERS', closing, { ...remains, members: count({ active: 1, pending: 1 }) }, ask],
    ['HAS_PENDING_APPLICATIONS', closing, { ...remains, members: count({ pending: 1 }) }, ask],
  ])('refuses %s', (code, is, left, asked) => {
    expect(() => decideDissolve(is, left, asked)).toThrow(refusal(code));
  });
  test('states the fact; retained members may stay retained', () => {
    expect(decideDissolve(closing, { ...remains, members: count({ retained: 5 }) }, ask)).toEqual({
      unionId: 'u-1',
      effectiveOn: '2026-03-01',
      cause: 'dissolved',
      successorId: '',
    });
  });
});

describe('merge', () => {
  const ask = {
    intoUnionId: 'u-9',
    unionIds: ['u-1'],
    effectiveOn: '2026-03-01',
    replyDocNo: '批',
  };
  const into = { ...union, id: 'u-9' };
  const below = { unionId: 'u-5', parentId: 'u-1', since: '2021-01-01', until: null };
  const around = {
    rootUnionId: ROOT,
    today: '2026-03-01',
    lastPlacedOn: '2020-03-01',
    subUnions: [below],
    industrialSubUnions: 0,
  };
  test.each([
    ['MERGE_INTO_ITSELF', into, [into], around, ask],
    ['UNION_NOT_ACTIVE', { ...into, status: 'CLOSING' as const }, [union], around, ask],
    ['EFFECTIVE_BEFORE_FOUNDING', { ...into, establishedOn: '2026-03-02' }, [union], around, ask],
    ['IN_FUTURE', into, [union], { ...around, today: '2026-02-28' }, ask],
    ['ROOT_UNION_FIXED', into, [{ ...union, id: ROOT }], around, ask],
    ['UNION_NOT_ACTIVE', into, [ended], around, ask],
    ['EFFECTIVE_BEFORE_FOUNDING', into, [{ ...union, establishedOn: '2026-03-02' }], around, ask],
    ['MERGE_LEVEL_DIFFERS', into, [{ ...union, level: 'VILLAGE' as const }], around, ask],
    ['EFFECTIVE_BEFORE_LAST_CHANGE', into, [union], { ...around, lastPlacedOn: '2026-03-02' }, ask],
    [
      'EFFECTIVE_BEFORE_LAST_CHANGE',
      into,
      [union],
      { ...around, subUnions: [{ ...below, since: '2026-04-01' }] },
      ask,
    ],
    [
      'EFFECTIVE_BEFORE_LAST_CHANGE',
      into,
      [union],
      { ...around, subUnions: [{ ...below, until: '2026-04-01' }] },
      ask,
    ],
    ['HAS_INDUSTRIAL_SUB_UNIONS', into, [union], { ...around, industrialSubUnions: 1 }, ask],
  ])('refuses %s', (code, successor, absorbed, near, asked) => {
    expect(() => decideMerge(successor, absorbed, near, asked)).toThrow(refusal(code));
  });
  test('states the facts of everyone it touches', () => {
    const effectiveOn = '2026-03-01';
    expect(decideMerge(into, [closing], around, ask)).toEqual({
      reparented: [{ unionId: 'u-5', fromParentId: 'u-1', toParentId: 'u-9', effectiveOn }],
      dissolved: [{ unionId: 'u-1', effectiveOn, cause: 'merged', successorId: 'u-9' }],
    });
  });
});
