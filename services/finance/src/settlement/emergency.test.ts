import { expect, test } from 'vitest';
import { decideEmergency, decideLater, decideSignatures, usedOf } from './emergency.ts';

const none = { decisionNo: '', decisionOn: '', decisionSha256: '', sentOn: '2026-07-10' };
const given = {
  ...none,
  decisionNo: '合工纪〔2026〕3号',
  decisionOn: '2026-07-09',
  decisionSha256: 'a'.repeat(64),
};
const rules = {
  collectiveFromFen: 100_000_000,
  later: [{ signature: 'COLLECTIVE_DECISION', withinDays: 15 }] as const,
  today: '2026-07-10',
};
const transfer = { kind: 'SPECIAL_TRANSFER', amountFen: 99_999_999, emergencyEvent: '' } as const;
const large = { ...transfer, amountFen: 100_000_000 };
const emergency = { ...transfer, emergencyEvent: '暴雨洪涝' };

test.each([
  ['below the threshold none is needed', transfer, none, ''],
  ['a remittance needs none', { ...large, kind: 'REMITTANCE' as const }, none, ''],
  ['a large one comes with it', large, given, ''],
  ['an emergency leaves without, whatever the amount', emergency, none, '2026-07-25'],
  ['and is decided where the decision is there', emergency, given, ''],
])('%s', (_, row, ask, dueOn) => {
  expect(decideSignatures(row, ask, rules)).toBe(dueOn);
});

test.each([
  ['COLLECTIVE_DECISION_MISSING', large, none, {}],
  ['COLLECTIVE_DECISION_MISSING', transfer, { ...given, decisionSha256: '' }, {}],
  // Where the policy lets nothing follow, an emergency is decided before it leaves.
  ['COLLECTIVE_DECISION_MISSING', emergency, none, { later: [] }],
  ['IN_FUTURE', large, { ...given, decisionOn: '2026-07-11' }, {}],
])('refuses %s', (code, row, ask, over) => {
  expect(() => decideSignatures(row, ask, { ...rules, ...over })).toThrow(
    expect.objectContaining({ code }),
  );
});

test.each([
  ['SPECIAL_TRANSFER', '暴雨洪涝', ''],
  ['SPECIAL_TRANSFER', '', '断水断电'],
  ['GENERAL_TRANSFER', '暴雨洪涝', '断水断电'],
])('%s of "%s" because "%s" is no emergency', (kind, emergencyEvent, emergencyReason) => {
  expect(() => decideEmergency({ kind, emergencyEvent, emergencyReason })).toThrow(
    expect.objectContaining({ code: 'EMERGENCY_KIND' }),
  );
});

test.each([
  ['SPECIAL_TRANSFER', '暴雨洪涝', '断水断电'],
  ['REMITTANCE', '', ''],
])('%s of "%s" because "%s" may go', (kind, emergencyEvent, emergencyReason) => {
  expect(() => decideEmergency({ kind, emergencyEvent, emergencyReason })).not.toThrow();
});

test.each([
  ['EMERGENCY_DECIDED', { decisionDueOn: '', decisionOn: '' }, '2026-07-10'],
  ['EMERGENCY_DECIDED', { decisionDueOn: '2026-07-25', decisionOn: '2026-07-12' }, '2026-07-10'],
  ['IN_FUTURE', { decisionDueOn: '2026-07-25', decisionOn: '' }, '2026-07-31'],
])('a decision that follows is refused %s', (code, row, decisionOn) => {
  expect(() => decideLater(row, { decisionOn }, '2026-07-30')).toThrow(
    expect.objectContaining({ code }),
  );
});

test.each([
  ['nothing has left', 0, 0],
  ['what came before it has left', 400, 0],
  ['some of it', 700, 300],
  ['all of it, and more of what came after', 1_500, 900],
])('%s', (_, outFen, used) => {
  expect(usedOf({ amountFen: 900, inEndFen: 1_300, outFen })).toBe(used);
});
