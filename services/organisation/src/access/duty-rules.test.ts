import { describe, expect, test } from 'vitest';
import { decideGrant, type BeforeGrant } from './grant-duty.ts';
import { decideFirstAdmin } from './open-session.ts';
import { decideRevocation } from './revoke-duty.ts';

const before: BeforeGrant = {
  actorId: 'a-admin',
  today: '2026-11-21',
  unionStatus: 'ACTIVE',
  held: [],
};
const ask = {
  accountId: 'a-1',
  duty: 'clerk' as const,
  scopeUnionId: 'u-1',
  memberId: '',
  grantedOn: '',
};
const holding = (duty: string, scopeUnionId = 'u-1', overlaps = true) => ({
  held: [{ duty, scopeUnionId, overlaps }],
});

describe('a duty is granted', () => {
  test.each([
    ['to somebody without one', {}, {}],
    ['from a day that has passed', {}, { grantedOn: '2026-01-01' }],
    ['to a chair who is also to be clerk', holding('chair'), {}],
    ['to a clerk of another union', holding('clerk', 'u-2', false), {}],
    ['to a clerk of the union above', holding('clerk', 'u-0'), {}],
    ['to a member, whose record it is', {}, { duty: 'member', memberId: 'm-1' }],
    ['to an auditor elsewhere', holding('finance', 'u-2', false), { duty: 'auditor' }],
    ['over a union that is closing', { unionStatus: 'CLOSING' }, {}],
  ])('%s', (_, known, asked) => {
    const whole = { ...ask, ...asked } as typeof ask;
    expect(decideGrant({ ...before, ...known }, whole)).toBe(whole.grantedOn || '2026-11-21');
  });
});

describe('a duty is refused', () => {
  test.each([
    ['OWN_DUTY', { actorId: 'a-1' }, {}],
    ['FIELD_INVALID', {}, { duty: 'member' }],
    ['FIELD_INVALID', {}, { memberId: 'm-1' }],
    ['DATE_IN_FUTURE', {}, { grantedOn: '2026-11-22' }],
    ['UNION_NOT_ACTIVE', { unionStatus: 'DISSOLVED' }, {}],
    ['UNION_NOT_ACTIVE', { unionStatus: 'MERGED' }, {}],
    ['DUTY_HELD', holding('clerk'), {}],
    ['DUTIES_SEPARATED', holding('finance'), { duty: 'auditor' }],
    ['DUTIES_SEPARATED', holding('auditor'), { duty: 'finance' }],
    ['DUTIES_SEPARATED', holding('auditor', 'u-0'), { duty: 'finance' }],
    ['DUTIES_SEPARATED', holding('admin', 'u-0'), { duty: 'auditor' }],
    ['DUTIES_SEPARATED', holding('auditor'), { duty: 'admin' }],
    [
      'DUTIES_TOO_MANY',
      {
        held: Array.from({ length: 50 }, (__, n) => ({
          duty: 'chair',
          scopeUnionId: `u-${n}`,
          overlaps: false,
        })),
      },
      {},
    ],
  ])('%s', (code, known, asked) => {
    const whole = { ...ask, ...asked } as typeof ask;
    expect(() => decideGrant({ ...before, ...known }, whole)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

const admin = { duty: 'admin' as const, scopeUnionId: 'root', endedOn: null };

test.each([
  ['an administrator beside another', admin, 1],
  ['an administrator of a part', { ...admin, scopeUnionId: 'u-1' }, 0],
  ['a clerk of the whole', { ...admin, duty: 'clerk' as const }, 0],
])('%s can lose the duty', (_, held, otherAdmins) => {
  expect(() => decideRevocation(held, { rootUnionId: 'root', otherAdmins })).not.toThrow();
});

test.each([
  ['DUTY_ENDED', { ...admin, endedOn: '2026-01-01' }, 1],
  ['LAST_ADMIN', admin, 0],
])('a revocation is refused: %s', (code, held, otherAdmins) => {
  expect(() => decideRevocation(held, { rootUnionId: 'root', otherAdmins })).toThrow(
    expect.objectContaining({ code }),
  );
});

const told = [{ issuer: 'https://id.example', subject: 'wang' }];

test.each([
  ['whom the node was told of', { issuer: 'https://id.example', subject: 'wang' }, false, true],
  ['once there is one', { issuer: 'https://id.example', subject: 'wang' }, true, false],
  ['another subject', { issuer: 'https://id.example', subject: 'li' }, false, false],
  ['the name at another provider', { issuer: 'https://evil', subject: 'wang' }, false, false],
])('the first administrator: %s', (_, vouched, anyAdmin, becomes) => {
  expect(decideFirstAdmin(vouched, told, anyAdmin)).toBe(becomes);
});
