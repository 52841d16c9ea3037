import { expect, test } from 'vitest';
import { decideNotice } from '../audit/notify-finding.ts';
import { decideRound } from './plan-inspection.ts';
import { decideVisit } from './record-inspection.ts';

const refusal = (code: string) => expect.objectContaining({ code });
const planning = { today: '2026-03-01', dissolved: [] };

test.each([2024, 2026])('a round of %i may be planned in 2026', (fiscalYear) => {
  expect(() => decideRound({ fiscalYear }, planning)).not.toThrow();
});

test.each([
  ['INSPECTION_YEAR_WRONG', 2027, planning],
  ['INSPECTION_YEAR_WRONG', 2027, { ...planning, dissolved: ['u'] }],
  ['UNION_DISSOLVED', 2026, { ...planning, dissolved: ['u'] }],
])('%s: %i', (code, fiscalYear, on) => {
  expect(() => decideRound({ fiscalYear }, on)).toThrow(refusal(code));
});

const visit = (on: string) => () => decideVisit({ year: 2026 }, on, '2026-03-09');

test.each(['2026-01-01', '2026-03-09'])('of 2026, visited on %s', (on) => {
  expect(visit(on)).not.toThrow();
});

test.each(['2025-12-31', '2026-03-10'])('not before the year, nor tomorrow: %s', (on) => {
  expect(visit(on)).toThrow(refusal('AUDIT_DATE_WRONG'));
});

const told = (on: string) => () =>
  decideNotice({ of: 'ROUND', inspectedOn: '2026-03-05' }, on, '2026-03-09');

test.each(['2026-03-05', '2026-03-09'])('what was seen on the fifth is told on %s', (on) => {
  expect(told(on)).not.toThrow();
});

test.each(['2026-03-04', '2026-03-10'])('and neither before nor tomorrow: %s', (on) => {
  expect(told(on)).toThrow(refusal('AUDIT_DATE_WRONG'));
});
