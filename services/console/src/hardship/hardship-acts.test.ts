import { expect, test } from 'vitest';
import { offers, type Reader } from '../acts/act.ts';
import type { HardshipFile, ReliefGrant } from '../shapes.ts';
import { fileActs } from './file-acts.ts';
import { grantActs, proposeActs } from './grant-acts.ts';

const county = (duty: string): Reader => ({ duty, whole: true });
const unit = (duty: string): Reader => ({ duty, whole: false });

// A step that is skipped is offered nowhere; the node refuses it besides.
test.each<[string, Reader, string[]]>([
  ['DRAFT', unit('clerk'), ['submitFile', 'withdrawFile']],
  ['SUBMITTED', unit('clerk'), ['visitHome', 'returnFile', 'rejectFile', 'withdrawFile']],
  ['SUBMITTED', county('auditor'), []],
  ['PUBLICITY_UNIT', county('clerk'), ['reviewFile', 'returnFile', 'rejectFile', 'withdrawFile']],
  ['OBJECTION', county('clerk'), ['returnFile', 'rejectFile', 'withdrawFile']],
  ['DATA_MATCH', unit('clerk'), ['returnFile', 'rejectFile', 'withdrawFile']],
  [
    'DATA_MATCH',
    county('chair'),
    ['matchFile', 'decideFile', 'returnFile', 'rejectFile', 'withdrawFile'],
  ],
  ['FILED', county('clerk'), ['openVerification', 'proposeExit', 'closeFile']],
  ['EXIT_PROPOSED', unit('clerk'), []],
  ['EXIT_PROPOSED', county('clerk'), ['passExit', 'declineExit', 'closeFile']],
  ['EXITED', county('clerk'), ['followUpExit', 'closeFile']],
  ['CLOSED', county('clerk'), []],
])('a file %s, as %o', (state, reader, names) => {
  expect(offers(fileActs, { record: {} as HardshipFile, state, reader })).toEqual(names);
});

test.each<[string, Reader, string[]]>([
  ['PROPOSED', unit('clerk'), ['checkRelief', 'returnReliefCheck']],
  ['REVIEWED', county('clerk'), ['returnReliefReview']],
  ['REVIEWED', county('chair'), ['returnReliefReview', 'approveRelief', 'rejectRelief']],
  ['PUBLISHED', county('clerk'), ['orderRelief']],
  // Whether it was paid the bank says, and nobody else.
  ['PAY_ORDERED', county('chair'), []],
  ['PAID', unit('clerk'), ['confirmRelief']],
  ['PAID', county('auditor'), []],
])('a grant %s, as %o', (state, reader, names) => {
  expect(offers(grantActs, { record: {} as ReliefGrant, state, reader })).toEqual(names);
});

test.each([
  ['COUNTY_REVIEW', []],
  ['FILED', ['proposeRelief']],
])('file first, relief after: %s', (state, names) => {
  const record = { file: { state } as HardshipFile, personId: '' };
  expect(offers(proposeActs, { record, state: '', reader: county('clerk') })).toEqual(names);
});

test('above what the county approves the superior’s document is asked for', () => {
  const fieldsOf = (approvalNeed: string) => {
    const fields = grantActs.approveRelief?.fields;
    return typeof fields === 'function' ? fields({ approvalNeed } as ReliefGrant) : fields;
  };
  expect(fieldsOf('COUNTY')).toEqual(['documentNo']);
  expect(fieldsOf('NEEDS_PROVINCE')).toEqual(['documentNo', 'superiorDocumentNo']);
});
