import { expect, test } from 'vitest';
import { decideReview } from './review-assessment.ts';
import { decideClaims } from './submit-assessment.ts';

const refusal = (code: string, details = {}) => expect.objectContaining({ code, details });
const link = { recordKind: 'AUDIT' as const, recordId: 'a', documentSha256: '' };
const claim = { itemNo: 1, claimedPoints: 8, note: '', evidence: [link] };
const asking = { year: 2026, thisYear: 2026, items: [{ maxPoints: 10 }, { maxPoints: 5 }] };

test.each([
  ['one item', [claim]],
  [
    'all of each',
    [
      { ...claim, claimedPoints: 10 },
      { ...claim, itemNo: 2, claimedPoints: 5 },
    ],
  ],
])('%s may be claimed', (_, claims) => {
  expect(() => decideClaims(claims, asking)).not.toThrow();
});

test.each([
  ['ASSESSMENT_YEAR_WRONG', { year: 2027 }, [claim], { ...asking, year: 2027 }],
  ['CHECKLIST_MISSING', { year: 2026 }, [claim], { ...asking, items: undefined }],
  ['CLAIM_ITEM_WRONG', { itemNo: 3 }, [{ ...claim, itemNo: 3 }], asking],
  ['CLAIM_ITEM_WRONG', { itemNo: 1 }, [claim, claim], asking],
  ['CLAIM_TOO_HIGH', { itemNo: 1, maxPoints: 10 }, [{ ...claim, claimedPoints: 11 }], asking],
  ['CLAIM_WITHOUT_EVIDENCE', { itemNo: 1 }, [{ ...claim, evidence: [] }], asking],
])('%s %o', (code, details, claims, on) => {
  expect(() => decideClaims(claims, on)).toThrow(refusal(code, details));
});

const standing = {
  state: 'SUBMITTED',
  submittedBy: 'a',
  items: [
    { itemNo: 1, claimedPoints: 8 },
    { itemNo: 2, claimedPoints: 0 },
    { itemNo: 3, claimedPoints: 5 },
  ],
};
const all = { itemNo: 1, givenPoints: 8, reason: '' };
const fewer = { itemNo: 3, givenPoints: 0, reason: '证明不足' };

test('all that was claimed, and fewer with a reason', () => {
  expect(() => decideReview(standing, [all, fewer], 'b')).not.toThrow();
});

test.each([
  ['ASSESSMENT_REVIEWED', {}, { ...standing, state: 'REVIEWED' }, [all, fewer], 'b'],
  ['ASSESSMENT_SAME_PERSON', {}, standing, [all, fewer], 'a'],
  ['SCORES_INCOMPLETE', { itemNo: 3 }, standing, [all], 'b'],
  ['SCORES_INCOMPLETE', { itemNo: 0 }, standing, [all, fewer, { ...fewer, itemNo: 2 }], 'b'],
  ['SCORES_INCOMPLETE', { itemNo: 3 }, standing, [all, all], 'b'],
  [
    'SCORE_TOO_HIGH',
    { itemNo: 1, claimedPoints: 8 },
    standing,
    [{ ...all, givenPoints: 9 }, fewer],
    'b',
  ],
  ['SCORE_WITHOUT_REASON', { itemNo: 3 }, standing, [all, { ...fewer, reason: '' }], 'b'],
])('%s %o', (code, details, on, scores, reviewer) => {
  expect(() => decideReview(on, scores, reviewer)).toThrow(refusal(code, details));
});
