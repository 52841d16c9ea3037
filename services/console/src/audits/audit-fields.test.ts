import { expect, test } from 'vitest';
import { firstValues } from './audit-fields.ts';

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
