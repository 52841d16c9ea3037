import { expect, test } from 'vitest';
import { decideEntitlements, requireListed, type Recipient } from './entitlement.ts';
import type { RuleContent } from './grant-rule.ts';
import { byTier, floor, standard } from './made-rules.ts';

const dated = (rule: RuleContent, validTo = '') => ({ ...rule, validTo });
const recipient = (regionCode: string, collectedFen: number | null = 0): Recipient => ({
  unionId: `union-${regionCode}`,
  regionCode,
  name: `${regionCode}总工会`,
  recipientNode: collectedFen === null ? regionCode : '',
  collectedFen,
});

// Row 175: 30/20/10 thousands of yuan by the tier a county is paired in.
test('each gets the amount of its tier, and who is in none is named', () => {
  const members = ['一档', '二档', '三档'].map((tier, n) => ({ regionCode: `32108410${n}`, tier }));
  const four = [0, 1, 2, 3].map((n) => recipient(`32108410${n}`));
  const { entitled, missing } = decideEntitlements(dated(byTier({ members })), four, new Map());
  expect(entitled.map(({ regionCode, tier, amountFen }) => [regionCode, tier, amountFen])).toEqual([
    ['321084100', '一档', 30_000_000],
    ['321084101', '二档', 20_000_000],
    ['321084102', '三档', 10_000_000],
  ]);
  expect(missing).toEqual([{ regionCode: '321084103', name: '321084103总工会', cause: 'NO_TIER' }]);
});

// Row 177: what lacks to 500,000.00.
test.each<[string, number | null, Record<string, number>, object]>([
  ['nothing collected', 0, {}, { amountFen: 50_000_000, collectedFrom: 'RECEIPTS' }],
  ['some collected', 12_345_678, {}, { amountFen: 37_654_322, collectedFen: 12_345_678 }],
  ['more given back than collected', -100, {}, { amountFen: 50_000_100 }],
  ['a fen below the floor', 49_999_999, {}, { amountFen: 1 }],
  ['just the floor', 50_000_000, {}, { cause: 'ABOVE_FLOOR' }],
  ['above the floor', 90_000_000, {}, { cause: 'ABOVE_FLOOR' }],
  ['in another node', null, {}, { cause: 'NOT_COLLECTED' }],
  [
    'in another node, declared',
    null,
    { 321084: 1 },
    { amountFen: 49_999_999, collectedFrom: 'DECLARED' },
  ],
  ['receipts go before what is declared', 40_000_000, { 321084: 1 }, { amountFen: 10_000_000 }],
])('the shortfall: %s', (_, collectedFen, declared, expected) => {
  const said = new Map(Object.entries(declared));
  const one = [recipient('321084', collectedFen)];
  const { entitled, missing } = decideEntitlements(dated(floor()), one, said);
  expect([...entitled, ...missing]).toMatchObject([expected]);
});

test.each([
  ['GRANT_NOT_LISTED', dated(standard()), 2026],
  ['GRANT_YEAR_OUTSIDE', dated(floor()), 2025],
  ['GRANT_YEAR_OUTSIDE', dated(floor()), 2029],
  ['GRANT_YEAR_OUTSIDE', dated(byTier(), '2026-12-31'), 2027],
])('no list: %s', (code, rule, year) => {
  expect(() => requireListed(rule, year)).toThrow(expect.objectContaining({ code }));
});

test.each([
  [dated(floor()), 2026],
  [dated(floor()), 2028],
  [dated(byTier()), 2040],
])('a list of its year', (rule, year) => {
  expect(() => requireListed(rule, year)).not.toThrow();
});
