import { expect, test } from 'vitest';
import { sourceOf } from './alert-source.ts';

const about = {
  unionId: 'u',
  recordId: 'p',
  recordName: 'main',
  sinceOn: '2026-01-09',
};

test.each([
  ['BUDGET_AHEAD', '/budget?union=u'],
  ['EARMARK_ENDING', '/budget?union=u'],
  ['PAYMENT_NOT_EXPORTED', '/payments/p'],
  ['DECISION_MISSING', '/payments/p'],
  ['LEG_UNMATCHED', '/reconciliation?union=u&bank=main&month=2026-01'],
  ['RECONCILIATION_MISSING', '/reconciliation?union=u&bank=main&month=2026-01'],
])('%s is put right at %s', (kind, to) => {
  expect(sourceOf({ ...about, kind })).toBe(to);
});
