import { expect, test } from 'vitest';
import { firstValues, shownFields, shownValues } from './audit-fields.ts';

test('what can be known is filled in: the first choice, today, this month', () => {
  const names = ['kind', 'on', 'periodTo', 'title', 'accepted'] as const;
  expect(firstValues(names, '2026-03-09')).toEqual({
    kind: 'DOWNWARD',
    on: '2026-03-09',
    periodTo: '2026-03',
    title: '',
    accepted: 'yes',
  });
});

const fields = ['kind', 'title', 'followsAuditId', 'scopeKind', 'scopeCode'] as const;

test.each([
  ['DOWNWARD', ['kind', 'title']],
  ['FOLLOW_UP', ['kind', 'title', 'followsAuditId']],
  ['SPECIAL', ['kind', 'title', 'scopeKind', 'scopeCode']],
])('of a kind that is %s only what it has use for is asked', (kind, names) => {
  expect(shownFields(fields, { kind })).toEqual(names);
});

test('what was said before another kind was chosen is not sent', () => {
  const said = { kind: 'DOWNWARD', title: 't', scopeKind: 'FUND', scopeCode: 'SW' };
  expect(shownValues(fields, said)).toEqual({ kind: 'DOWNWARD', title: 't' });
});
