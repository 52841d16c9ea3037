import { expect, test } from 'vitest';
import { kindsFor } from './task-kinds.ts';

const kinds = (duty: string, reach: string) => kindsFor(duty, reach).map(({ kind }) => kind);

const BELOW = [
  'hardship_to_visit',
  'hardship_to_discuss',
  'hardship_to_publish',
  'hardship_to_review',
  'hardship_returned',
  'relief_to_check',
  'relief_to_publish',
  'relief_returned',
  'notice_objected',
  'claim_to_submit',
  'claim_to_check',
  'claim_to_review',
  'claim_to_calculate',
  'claim_appealed',
  'claim_returned',
  'claim_late',
  'order_late',
  'order_soon',
  'mediation_near',
  'legal_aid_late',
];
const WHOLE = [
  'hardship_to_match',
  'hardship_to_decide',
  'hardship_to_confirm',
  'hardship_exit_to_decide',
  'relief_to_review',
  'relief_to_pay',
  'relief_pay_failed',
  'venue_to_decide',
];

test.each([
  ['the clerk of a union', 'clerk', 'scope', BELOW],
  ['its chair', 'chair', 'scope', [...BELOW, 'claim_to_approve']],
  ['the clerk of the whole node', 'clerk', 'all', [...BELOW, ...WHOLE]],
  [
    'its chair alone approves',
    'chair',
    'all',
    [...BELOW, ...WHOLE, 'claim_to_approve', 'relief_to_approve'],
  ],
  ['who audits does nothing', 'auditor', 'all', []],
  ['who supervises neither', 'supervisor', 'all', []],
  ['who pays is asked by finance', 'finance', 'all', []],
  ['who administers knows of nobody', 'admin', 'all', []],
  ['a member has no desk', 'member', 'self', []],
])('%s', (_, duty, reach, expected) => {
  expect(kinds(duty, reach).toSorted()).toEqual(expected.toSorted());
});

test('a queue is named once', () => {
  const all = kinds('chair', 'all');
  expect(new Set(all).size).toBe(all.length);
});
