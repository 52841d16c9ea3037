import { expect, test } from 'vitest';
import {
  decideApplication,
  decideApproval,
  decideReport,
  decideReview,
  type Application,
} from './decide-application.ts';
import type { RuleContent } from './grant-rule.ts';
import { byTier, floor, HASH, matched, perSite, standard } from './made-rules.ts';

const withCode = (code: string) => expect.objectContaining({ code });
const plain: Application = {
  appliedFen: 500_000,
  matchingBp: 0,
  beneficiary: '',
  recordKind: '',
  recordId: '',
  acceptanceSha256: '',
};
const station = { ...plain, recordKind: 'VENUE', recordId: 'v-1', acceptanceSha256: HASH };
const studio = { ...plain, recordKind: 'STUDIO', recordId: 's-1', beneficiary: '工作室' };
const reward = standard({ kind: 'REWARD' });

test.each<[string, RuleContent, Application]>([
  ['the standard to the fen', standard(), { ...plain, appliedFen: 400_000_000 }],
  ['a station', perSite(), station],
  ['a result', reward, { ...station, recordKind: 'COMPETITION' }],
  ['a studio that adds half', matched(), { ...studio, matchingBp: 5_000 }],
  ['a team that adds more', matched(), { ...studio, recordKind: 'TEAM', matchingBp: 7_000 }],
])('may be applied for: %s', (_, rule, ask) => {
  expect(() => decideApplication(rule, ask)).not.toThrow();
});

test.each<[string, RuleContent, Application]>([
  ['GRANT_BY_LIST', byTier(), plain],
  ['GRANT_BY_LIST', floor(), plain],
  ['GRANT_ABOVE_STANDARD', standard(), { ...plain, appliedFen: 400_000_001 }],
  ['GRANT_RECORD_MISSING', perSite(), plain],
  ['GRANT_RECORD_MISSING', perSite(), { ...station, recordKind: 'HONOUR' }],
  ['GRANT_RECORD_MISSING', perSite(), { ...station, recordId: '' }],
  ['GRANT_RECORD_MISSING', reward, { ...plain, acceptanceSha256: HASH }],
  ['GRANT_RECORD_MISSING', matched(), { ...station, matchingBp: 5_000 }],
  ['GRANT_ACCEPTANCE_MISSING', perSite(), { ...station, acceptanceSha256: '' }],
  ['GRANT_ACCEPTANCE_MISSING', reward, { ...station, acceptanceSha256: '' }],
  ['FIELD_INVALID', matched(), { ...studio, beneficiary: '', matchingBp: 5_000 }],
  ['FIELD_INVALID', perSite(), { ...station, beneficiary: '工作室' }],
  ['GRANT_MATCH_TOO_LOW', matched(), { ...studio, matchingBp: 4_999 }],
  ['GRANT_MATCH_TOO_LOW', perSite(), { ...station, matchingBp: 1 }],
])('may not be applied for: %s', (code, rule, ask) => {
  expect(() => decideApplication(rule, ask)).toThrow(withCode(code));
});

const grant = { madeBy: 'maker', checkedBy: 'checker', appliedFen: 500 };
test.each([
  ['MAKER_IS_CHECKER', { answer: 'ACCEPTED', grantedFen: 500, reason: '', account: 'maker' }],
  ['GRANT_ABOVE_APPLIED', { answer: 'ACCEPTED', grantedFen: 501, reason: '', account: 'two' }],
  ['FIELD_INVALID', { answer: 'ACCEPTED', grantedFen: 0, reason: '', account: 'two' }],
  ['FIELD_INVALID', { answer: 'REFUSED', grantedFen: 1, reason: '不符', account: 'two' }],
  ['FIELD_INVALID', { answer: 'RETURNED', grantedFen: 0, reason: '', account: 'two' }],
])('a review is refused: %s', (code, answer) => {
  expect(() => decideReview(grant, answer)).toThrow(withCode(code));
});

test.each([
  ['MAKER_IS_APPROVER', { answer: 'APPROVED', reason: '', account: 'maker' }],
  ['CHECKER_IS_APPROVER', { answer: 'APPROVED', reason: '', account: 'checker' }],
  ['FIELD_INVALID', { answer: 'REFUSED', reason: '', account: 'chair' }],
])('an approval is refused: %s', (code, answer) => {
  expect(() => decideApproval(grant, answer)).toThrow(withCode(code));
});

test('three persons may', () => {
  const accepted = { answer: 'ACCEPTED', grantedFen: 500, reason: '', account: 'checker' };
  expect(() => decideReview(grant, accepted)).not.toThrow();
  const approved = { answer: 'APPROVED', reason: '', account: 'chair' };
  expect(() => decideApproval(grant, approved)).not.toThrow();
});

const half = { grantedFen: 1_000, matchingBp: 5_000 };
test.each([
  [half, { usedFen: 1_000, unspentFen: 0, matchedFen: 1_000 }],
  [half, { usedFen: 400, unspentFen: 600, matchedFen: 400 }],
  [half, { usedFen: 0, unspentFen: 1_000, matchedFen: 0 }],
  [
    { ...half, matchingBp: 0 },
    { usedFen: 999, unspentFen: 1, matchedFen: 0 },
  ],
])('a report adds up: %o %o', (of, report) => {
  expect(() => decideReport(of, report)).not.toThrow();
});

test.each([
  ['GRANT_REPORT_SUM', { usedFen: 999, unspentFen: 0, matchedFen: 999 }],
  ['GRANT_REPORT_SUM', { usedFen: 1_000, unspentFen: 1, matchedFen: 1_000 }],
  ['GRANT_MATCH_SHORT', { usedFen: 1_000, unspentFen: 0, matchedFen: 999 }],
])('a report does not: %s', (code, report) => {
  expect(() => decideReport(half, report)).toThrow(withCode(code));
});
