import { expect, test } from 'vitest';
import { decidePayout } from './payout.ts';

const here = {
  grantId: 'g-1',
  ruleId: 'r-1',
  unionId: 'u-1',
  state: 'APPROVED',
  direction: 'HERE',
  neighbour: '',
  grantedFen: 500_000,
  paymentState: 'WAITING',
} as const;
const below = { ...here, unionId: 'root', direction: 'IN', neighbour: '321084' } as const;

test('a payee is paid once for all that he is given, and who has no account waits', () => {
  const grants = [
    here,
    { ...here, grantId: 'g-2' },
    { ...here, grantId: 'g-3', unionId: 'u-2' },
    { ...below, grantId: 'g-4' },
    { ...below, grantId: 'g-5', grantedFen: 1 },
    { ...here, grantId: 'g-6', unionId: 'u-3', paymentState: 'NO_ACCOUNT' },
  ];
  expect(decidePayout(grants)).toEqual({
    here: [
      { payee: 'u-1', grantIds: ['g-1', 'g-2'], fen: 1_000_000 },
      { payee: 'u-2', grantIds: ['g-3'], fen: 500_000 },
    ],
    below: [{ payee: '321084', grantIds: ['g-4', 'g-5'], fen: 500_001 }],
    withoutAccount: 1,
  });
});

test.each([
  ['GRANT_RULES_MIXED', [here, { ...here, ruleId: 'r-2' }]],
  ['GRANT_STATE', [{ ...here, state: 'ACCEPTED' } as const]],
  ['GRANT_STATE', [{ ...here, direction: 'OUT' } as const]],
  ['GRANT_BEING_PAID', [here, { ...here, paymentState: 'PENDING' }]],
  ['GRANT_BEING_PAID', [{ ...below, paymentState: 'SENT' }]],
  ['GRANT_NOBODY_WAITS', [{ ...here, paymentState: 'NO_ACCOUNT' }]],
])('refuses: %s', (code, grants) => {
  expect(() => decidePayout(grants)).toThrow(expect.objectContaining({ code }));
});
