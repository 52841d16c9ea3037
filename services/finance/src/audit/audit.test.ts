import { expect, test } from 'vitest';
import { requireDate, requireState } from './audit.ts';
import { decideComment } from './comment-audit.ts';
import { decideClosing } from './close-audit.ts';
import { decideEntry } from './enter-audit.ts';
import { decideNotice } from './notify-audit.ts';
import { decidePlan, type Planning } from './plan-audit.ts';
import { decideReport } from './report-audit.ts';

const refusal = (code: string) => expect.objectContaining({ code });
const ask = {
  unionId: 'below',
  kind: 'DOWNWARD' as const,
  title: '2025 年度审计',
  periodFrom: '2025-01',
  periodTo: '2025-12',
  basis: '年度审计计划',
  auditors: ['a', 'b'],
  firmName: '',
  firmUscc: '',
  followsAuditId: '',
  scopeKind: '' as const,
  scopeCode: '',
  auditorNode: '',
  auditorNodeName: '',
};
const planning: Planning = {
  scope: 'own',
  node: '321084',
  superior: '321000',
  rootUnionId: 'own',
  teamMin: 2,
  today: '2026-03-01',
  follows: undefined,
};
const guests = { auditorNode: '321003', auditorNodeName: '邻区总工会' };
const project = { kind: 'SPECIAL', scopeKind: 'PROJECT', scopeCode: 'SW2026' };
const decided = { unionId: 'below', state: 'DECIDED' };
const firm = { firmName: '示范会计师事务所', firmUscc: '91329999MA0000001H' };

test.each<[string, object, Partial<Planning>]>([
  ['downward', {}, {}],
  ['of the own level', { kind: 'SAME_LEVEL', unionId: 'own' }, {}],
  ['special, at the own level', { kind: 'SPECIAL', unionId: 'own' }, {}],
  ['a follow-up', { kind: 'FOLLOW_UP', followsAuditId: 'x' }, { follows: decided }],
  ['special, of a project', project, {}],
  ['special, of a fund', { ...project, scopeKind: 'FUND' }, {}],
  ['special, of a source', { ...project, scopeKind: 'SOURCE', scopeCode: 'fiscal' }, {}],
  ['below, by auditors of another county', guests, {}],
  ['of the own federation, by auditors of another county', { ...guests, unionId: 'own' }, {}],
  ['below, by auditors of the city', { ...guests, auditorNode: '321000' }, {}],
])('%s may be planned', (_, over, on) => {
  expect(() => decidePlan({ ...ask, ...over }, { ...planning, ...on })).not.toThrow();
});

test.each<[string, string, object, Partial<Planning>]>([
  ['ends before it begins', 'AUDIT_PERIOD_WRONG', { periodTo: '2024-12' }, {}],
  ['months to come', 'AUDIT_PERIOD_WRONG', { periodTo: '2026-04' }, {}],
  ['downward of oneself', 'AUDIT_KIND_WRONG', { unionId: 'own' }, {}],
  ['the own level of another', 'AUDIT_KIND_WRONG', { kind: 'SAME_LEVEL' }, {}],
  ['a scope of what is not special', 'AUDIT_SCOPE_WRONG', { ...project, kind: 'DOWNWARD' }, {}],
  ['a scope that names nothing', 'AUDIT_SCOPE_WRONG', { ...project, scopeCode: '' }, {}],
  ['a name without its kind', 'AUDIT_SCOPE_WRONG', { ...project, scopeKind: '' }, {}],
  ['a source of no budget', 'AUDIT_SCOPE_WRONG', { ...project, scopeKind: 'SOURCE' }, {}],
  ['guests at the same level', 'AUDIT_KIND_WRONG', { ...guests, kind: 'SAME_LEVEL' }, {}],
  ['guests of nowhere', 'AUDITOR_NODE_WRONG', { ...guests, auditorNode: '999999' }, {}],
  ['guests of a township', 'AUDITOR_NODE_WRONG', { ...guests, auditorNode: '321084100' }, {}],
  ['guests without a name', 'AUDITOR_NODE_WRONG', { ...guests, auditorNodeName: '' }, {}],
  ['guests of the own node', 'AUDITOR_NODE_WRONG', { ...guests, auditorNode: '321084' }, {}],
  [
    'guests of the node above the audited federation',
    'AUDITOR_NODE_WRONG',
    { ...guests, unionId: 'own', auditorNode: '321000' },
    {},
  ],
  ['a firm without a code', 'AUDIT_FIRM_WRONG', { ...firm, firmUscc: '' }, {}],
  ['a code without a firm', 'AUDIT_FIRM_WRONG', { ...firm, firmName: '' }, {}],
  ['a code that is none', 'AUDIT_FIRM_WRONG', { ...firm, firmUscc: '913299990000000011' }, {}],
  ['one alone', 'AUDIT_TEAM_TOO_SMALL', { auditors: ['a'] }, {}],
  ['nobody beside a firm', 'AUDIT_TEAM_TOO_SMALL', { ...firm, auditors: [] }, {}],
  ['a follow-up of nothing', 'FIELD_INVALID', { kind: 'FOLLOW_UP' }, {}],
  ['no follow-up of something', 'FIELD_INVALID', { followsAuditId: 'x' }, { follows: decided }],
  [
    'a follow-up of another union',
    'AUDIT_UNKNOWN',
    { kind: 'FOLLOW_UP', followsAuditId: 'x' },
    { follows: { ...decided, unionId: 'other' } },
  ],
  [
    'a follow-up of what is not decided',
    'AUDIT_NOT_DECIDED',
    { kind: 'FOLLOW_UP', followsAuditId: 'x' },
    { follows: { ...decided, state: 'REPORTED' } },
  ],
])('%s: %s', (_, code, over, on) => {
  expect(() => decidePlan({ ...ask, ...over }, { ...planning, ...on })).toThrow(refusal(code));
});

test('the notice comes three calendar days before the entry', () => {
  const notifiedOn = '2026-02-27';
  expect(() => decideNotice({ notifiedOn, entryOn: '2026-03-02' }, 3)).not.toThrow();
  expect(() => decideNotice({ notifiedOn, entryOn: '2026-03-01' }, 3)).toThrow(
    expect.objectContaining({ code: 'AUDIT_NOTICE_SHORT', details: { earliest: '2026-03-02' } }),
  );
  expect(() => decideEntry({ entryOn: '2026-03-02' }, '2026-03-02')).not.toThrow();
  expect(() => decideEntry({ entryOn: '2026-03-02' }, '2026-03-01')).toThrow(
    refusal('AUDIT_BEFORE_ENTRY'),
  );
});

// Domain §9.10: the draft of 2026-03-09 may be commented on until 2026-03-19.
test('comments count on their last day, and the report waits for it', () => {
  const audit = { state: 'DRAFTED' as const, commentsDueOn: '2026-03-19' };
  expect(() => decideComment(audit, '2026-03-19')).not.toThrow();
  expect(() => decideComment(audit, '2026-03-20')).toThrow(refusal('AUDIT_COMMENTS_OVER'));
  expect(() => decideReport(audit, '2026-03-20')).not.toThrow();
  expect(() => decideReport(audit, '2026-03-19')).toThrow(refusal('AUDIT_COMMENTS_RUNNING'));
  expect(() => decideReport({ ...audit, state: 'COMMENTED' }, '2026-03-12')).not.toThrow();
  expect(() => decideReport({ ...audit, state: 'ENTERED' }, '2026-03-20')).toThrow(
    refusal('AUDIT_STATE_WRONG'),
  );
});

test('it ends when nothing is left', () => {
  const audit = { state: 'DECIDED' as const, findings: 3, findingsSettled: 3 };
  expect(() => decideClosing(audit)).not.toThrow();
  expect(() => decideClosing({ ...audit, findingsSettled: 2 })).toThrow(
    expect.objectContaining({ code: 'AUDIT_FINDINGS_OPEN', details: { open: 1 } }),
  );
  expect(() => decideClosing({ ...audit, state: 'REPORTED' })).toThrow(
    refusal('AUDIT_STATE_WRONG'),
  );
});

const done = {
  notifiedOn: '2026-03-01',
  enteredOn: '2026-03-09',
  draftedOn: '',
  commentedOn: '',
  reportedOn: '',
  decidedOn: '',
};

test.each(['2026-03-09', '2026-03-15'])('on %s it may have been', (on) => {
  expect(() => requireDate(done, on, '2026-03-15')).not.toThrow();
});

test.each(['2026-03-08', '2026-03-16'])('before what came before, or in the future: %s', (on) => {
  expect(() => requireDate(done, on, '2026-03-15')).toThrow(refusal('AUDIT_DATE_WRONG'));
});

test('a state that is not the one for it', () => {
  expect(() => requireState({ state: 'CLOSED' }, 'PLANNED', 'NOTIFIED')).toThrow(
    expect.objectContaining({ code: 'AUDIT_STATE_WRONG', details: { state: 'CLOSED' } }),
  );
});
