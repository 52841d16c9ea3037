import { expect, test } from 'vitest';
import { decideEarmarks } from './earmark.ts';

const warmth = { project: 'SWN', permittedCodes: ['50405'], deadline: '2026-12-31' };
const relief = { project: 'SWN', permittedCodes: ['50404', '50405'], deadline: '2026-06-30' };
const other = { project: 'NQ', permittedCodes: ['50202'], deadline: '2026-12-31' };

test.each([
  ['bound to no project', '50404', [''], [warmth], '2026-03-01'],
  ['a project that nobody gave for', '50404', ['OWN'], [warmth], '2026-03-01'],
  ['an account that is allowed', '50405', ['SWN', 'SWN'], [warmth, other], '2026-03-01'],
  ['on the last day', '50405', ['SWN'], [warmth], '2026-12-31'],
  ['one of two transfers allows it', '50404', ['SWN'], [warmth, relief], '2026-06-30'],
])('allowed: %s', (_, accountCode, projects, earmarks, today) => {
  expect(() => decideEarmarks(accountCode, projects, earmarks, today)).not.toThrow();
});

test.each([
  ['ACCOUNT_NOT_PERMITTED', '50404', [warmth], '2026-03-01', { accountCode: '50404' }],
  ['EARMARK_OVER', '50405', [warmth], '2027-01-01', { deadline: '2026-12-31' }],
  // What the other transfer allows for longer is not this account.
  ['EARMARK_OVER', '50404', [warmth, relief], '2026-07-01', { deadline: '2026-06-30' }],
])('refused: %s', (code, accountCode, earmarks, today, details) => {
  expect(() => decideEarmarks(accountCode, ['', 'SWN'], earmarks, today)).toThrow(
    expect.objectContaining({ code, details: { project: 'SWN', ...details } }),
  );
});
