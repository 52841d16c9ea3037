import { expect, test } from 'vitest';
import { decideRuleDecision } from './decide-grant-rule.ts';
import { decideRule, ruleOn, type RuleContent } from './grant-rule.ts';
import { byTier, floor, matched, perSite, standard } from './made-rules.ts';

const refusedWith = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

test.each([standard(), byTier(), floor(), perSite(), matched()])('a whole rule: $kind', (rule) => {
  expect(() => decideRule(rule, undefined)).not.toThrow();
});

test.each<[string, RuleContent]>([
  ['amountFen', standard({ amountFen: 0 })],
  ['amountFen', byTier({ amountFen: 1 })],
  ['tiers', byTier({ tiers: [] })],
  ['tiers', floor({ tiers: byTier().tiers })],
  ['recipientLevel', byTier({ recipientLevel: '' })],
  ['recipientLevel', perSite({ recipientLevel: 'TOWNSHIP' })],
  ['years', floor({ years: 0 })],
  ['years', standard({ years: 3 })],
  ['matchingBp', matched({ matchingBp: 0 })],
  ['matchingBp', perSite({ matchingBp: 1 })],
  ['permittedCodes', standard({ project: '阵地-2026' })],
  ['permittedCodes', standard({ permittedCodes: ['50302'] })],
])('a rule that lacks its %s', (field, rule) => {
  expect(() => decideRule(rule, undefined)).toThrow(
    refusedWith('GRANT_RULE_INCOMPLETE', { field }),
  );
});

const inTier = (regionCode: string, tier: string) => ({ regionCode, tier });
test.each<[string, RuleContent]>([
  ['a tier that is not there', byTier({ members: [inTier('321084101', '四档')] })],
  [
    'a region twice',
    byTier({ members: [inTier('321084101', '一档'), inTier('321084101', '二档')] }),
  ],
  ['a tier twice', byTier({ tiers: [...byTier().tiers, { tier: '一档', amountFen: 1 }] })],
])('tiers: %s', (_, rule) => {
  expect(() => decideRule(rule, undefined)).toThrow(refusedWith('GRANT_TIERS_WRONG'));
});

test.each<[string, RuleContent]>([
  ['ACCOUNT_NOT_EXPENDITURE', standard({ accountCode: '402' })],
  ['GRANT_RULE_KIND', perSite()],
  ['GRANT_RULE_BEFORE_LAST', standard({ validFrom: '2025-01-01' })],
])('refuses a version: %s', (code, rule) => {
  const last = { kind: 'STANDARD', validFrom: '2025-01-01' } as const;
  expect(() => decideRule(rule, last)).toThrow(refusedWith(code));
});

// Row 176: 4,000,000 until the end of 2025, 5,000,000 from then on.
const versions = [
  { validFrom: '2026-01-01', validTo: '', state: 'IN_FORCE', amountFen: 500_000_000 },
  { validFrom: '2025-06-01', validTo: '', state: 'PROPOSED', amountFen: 1 },
  { validFrom: '2024-01-01', validTo: '2025-12-31', state: 'IN_FORCE', amountFen: 400_000_000 },
];
test.each([
  ['2023-12-31', undefined],
  ['2024-01-01', 400_000_000],
  ['2025-12-31', 400_000_000],
  ['2026-01-01', 500_000_000],
  ['2030-06-30', 500_000_000],
])('the version of %s', (day, amountFen) => {
  expect(ruleOn(versions, day)?.amountFen).toBe(amountFen);
});

const proposed = { state: 'PROPOSED', proposedBy: 'one' };
test.each([
  ['GRANT_RULE_STATE', { ...proposed, state: 'IN_FORCE' }, { approve: true, reason: '' }, 'two'],
  ['MAKER_IS_APPROVER', proposed, { approve: true, reason: '' }, 'one'],
  ['FIELD_INVALID', proposed, { approve: false, reason: '' }, 'two'],
])('a decision is refused: %s', (code, rule, ask, account) => {
  expect(() => decideRuleDecision(rule, { ...ask, account })).toThrow(refusedWith(code));
});

test.each([
  [true, 'IN_FORCE'],
  [false, 'REJECTED'],
])('a rule is decided: %s', (approve, state) => {
  expect(decideRuleDecision(proposed, { approve, reason: '重报', account: 'two' })).toBe(state);
});
