import { expect, test } from 'vitest';
import { checklistOf, claimsOf, NOTHING } from './claims.ts';

test('what has points is claimed, in the order of the checklist, with what shows it', () => {
  const typed = new Map([
    [3, { ...NOTHING, points: '5', hashes: 'a b' }],
    [1, { ...NOTHING, points: '9', note: '完成', auditId: 'x' }],
    [2, { ...NOTHING, note: '未做' }],
  ]);
  expect(claimsOf(typed)).toEqual([
    {
      itemNo: 1,
      claimedPoints: 9,
      note: '完成',
      evidence: [{ recordKind: 'AUDIT', recordId: 'x', documentSha256: '' }],
    },
    {
      itemNo: 3,
      claimedPoints: 5,
      note: '',
      evidence: [
        { recordKind: 'DOCUMENT', recordId: '', documentSha256: 'a' },
        { recordKind: 'DOCUMENT', recordId: '', documentSha256: 'b' },
      ],
    },
  ]);
});

test.each([
  ['2026', '2026-07-01'],
  ['2025', '2020-01-01'],
  ['2019', undefined],
])('a year is assessed by the version that it ends with: %s', (year, validFrom) => {
  const checklists = [{ validFrom: '2020-01-01' }, { validFrom: '2026-07-01' }];
  expect(checklistOf(checklists, year)?.validFrom).toBe(validFrom);
});
