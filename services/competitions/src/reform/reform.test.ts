import { expect, test } from 'vitest';
import { codeOf, HASH } from '@gonglian/testing/people-scene.ts';
import { decideEvaluation } from './decide-evaluation.ts';
import { decideRecord } from './decide-record.ts';

const members = ['合成县总工会', '合成县人社局', '合成县工信局'];
const none = {
  documentKind: '',
  documentNo: '',
  agencies: [],
  pilotId: '',
  evidenceSha256: [],
} as const;
const meeting = { ...none, recordKind: 'MEETING', agencies: members.slice(0, 2) } as const;
const measure = {
  ...none,
  recordKind: 'MEASURE',
  documentKind: 'PLAN',
  documentNo: '1号',
} as const;
const compiled = { ...none, recordKind: 'CASE', evidenceSha256: [HASH] } as const;

test.each([
  [undefined, meeting],
  [undefined, measure],
  [undefined, compiled],
  [undefined, { ...compiled, pilotId: 'p' }],
  ['AGENCY_NOT_MEMBER', { ...meeting, agencies: ['合成县总工会', '合成县体育局'] }],
  ['REFORM_MEETING_ALONE', { ...meeting, agencies: ['合成县总工会'] }],
  ['REFORM_MEETING_ALONE', { ...meeting, agencies: ['合成县总工会', '合成县总工会'] }],
  ['REFORM_RECORD_KIND', { ...meeting, documentKind: 'PLAN' as const }],
  ['REFORM_RECORD_KIND', { ...measure, pilotId: 'p' }],
  ['REFORM_MEASURE_WITHOUT_DOCUMENT', { ...measure, documentNo: '' }],
  ['REFORM_MEASURE_WITHOUT_DOCUMENT', { ...measure, documentKind: '' as const }],
  ['REFORM_CASE_WITHOUT_EVIDENCE', { ...compiled, evidenceSha256: [] }],
])('a record of a reform: %s', (code, ask) => {
  expect(codeOf(() => decideRecord(ask, members))).toBe(code);
});

const items = [
  { title: '技能提升', maxScore: 6_000, score: 5_250 },
  { title: '权益维护', maxScore: 4_000, score: 4_000 },
];
test.each([
  [undefined, '合成大学产业工人研究中心', items],
  ['EVALUATOR_IS_MEMBER', '合成县人社局', items],
  ['SCORE_ABOVE_MAX', '合成大学', [{ title: '技能提升', maxScore: 10, score: 11 }]],
  ['SCORE_ITEM_TWICE', '合成大学', [...items, { title: '技能提升', maxScore: 10, score: 1 }]],
])('an evaluation: %s', (code, evaluator, scoreItems) => {
  expect(codeOf(() => decideEvaluation({ evaluator, scoreItems }, members))).toBe(code);
});

test('a score is the sum of its items', () => {
  const sum = decideEvaluation({ evaluator: '合成大学', scoreItems: items }, members);
  expect(sum).toEqual({ score: 9_250, maxScore: 10_000 });
});
