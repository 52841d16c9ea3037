import { expect, test } from 'vitest';
import {
  DUTIES,
  isDuty,
  mayDo,
  mayReveal,
  needsWholeNode,
  permissions,
  reachOf,
  showing,
} from './duty.ts';
import { competitions } from './permission/competitions.ts';
import { welfare } from './permission/welfare.ts';
import { finance } from './permission/finance.ts';
import { membership } from './permission/membership.ts';
import { organisation } from './permission/organisation.ts';
import { sync } from './permission/sync.ts';

test.each([
  ['clerk', 'membership.member.join', true],
  ['chair', 'membership.member.join', false],
  ['chair', 'membership.application.approve', true],
  ['auditor', 'membership.member.read', true],
  ['admin', 'membership.member.read', false],
  ['supervisor', 'membership.member.read', false],
  ['supervisor', 'sync.rollup.read', true],
  ['member', 'sync.rollup.read', false],
  ['member', 'membership.my-record.read', true],
  ['clerk', 'membership.my-record.read', false],
  ['admin', 'organisation.duty.grant', true],
  ['clerk', 'organisation.duty.grant', false],
  ['gateway', 'organisation.session.open', true],
  ['admin', 'organisation.session.open', false],
  ['applicant', 'membership.application.create', true],
  ['applicant', 'membership.member.read', false],
  ['clerk', 'membership.member.burn', false],
  ['', 'organisation.region.read', false],
  ['clerk', 'constructor', false],
])('%s, %s: %s', (duty, permission, may) => {
  expect(mayDo(duty, permission)).toBe(may);
});

test('who audits changes nothing but audits and inspections, save the approval of exports', () => {
  const held = [...permissions()].filter(([, duties]) => duties.includes('auditor'));
  const changing = held.map(([name]) => name).filter((name) => !/\.(read|find|reveal)$/.test(name));
  expect(changing.toSorted()).toEqual([
    'finance.assessment.review',
    'finance.assessment.write',
    'finance.audit-package.export',
    'finance.audit.write',
    'finance.checklist.set',
    'finance.inspection.write',
    'membership.export.approve',
    'membership.export.request',
    'organisation.my-session.end',
  ]);
});

test('who audits reads all of finance', () => {
  const reads = [...permissions()].filter(([name]) => /^finance\..*\.read$/.test(name));
  expect(reads.length).toBeGreaterThan(8);
  expect(reads.filter(([, duties]) => !duties.includes('auditor'))).toEqual([]);
});

test('what concerns the whole node is a permission that somebody holds', () => {
  const known = permissions();
  const ofTheNode = [...known].filter(([name]) => needsWholeNode(name));
  expect(ofTheNode.length).toBeGreaterThan(5);
  expect(ofTheNode.filter(([, duties]) => duties.length === 0)).toEqual([]);
  expect(needsWholeNode('sync.verification.read')).toBe(true);
  expect(needsWholeNode('sync.rollup.read')).toBe(false);
});

test.each(
  Object.entries({
    competitions,
    finance,
    membership,
    organisation,
    sync,
    welfare,
  }),
)(
  '%s names its own permissions, and of the whole node only such as are there',
  (service, { holders, wholeNode }) => {
    const names = Object.keys(holders);
    expect(names.filter((name) => !name.startsWith(`${service}.`))).toEqual([]);
    expect(wholeNode.filter((name) => !names.includes(name))).toEqual([]);
  },
);

test.each([
  ['clerk', 'root', 'all'],
  ['clerk', 'township', 'scope'],
  ['admin', 'root', 'all'],
  ['member', 'root', 'self'],
  ['member', 'township', 'self'],
  ['service', '', 'all'],
  ['gateway', '', 'all'],
  ['applicant', 'township', 'none'],
  ['somebody', 'root', 'none'],
])('%s over %s reaches %s', (duty, scope, reach) => {
  expect(reachOf(duty, scope, 'root')).toBe(reach);
});

test.each([
  ['clerk', 'public', 'whole'],
  ['clerk', 'personal', 'masked'],
  ['clerk', 'sensitive', 'masked'],
  ['clerk', 'secret', 'hidden'],
  ['finance', 'sensitive', 'hidden'],
  ['admin', 'personal', 'hidden'],
  ['supervisor', 'personal', 'hidden'],
  ['member', 'sensitive', 'whole'],
  ['constructor', 'personal', 'hidden'],
] as const)('%s: a %s field is %s', (duty, fieldClass, shown) => {
  expect(showing(duty, fieldClass)).toBe(shown);
});

test.each([
  ['clerk', 'sensitive', 'ACTIVE', true],
  ['clerk', 'sensitive', 'LEFT', false],
  ['clerk', 'personal', 'LEFT', true],
  ['auditor', 'sensitive', 'LEFT', true],
  ['finance', 'personal', 'ACTIVE', false],
  ['supervisor', 'personal', 'ACTIVE', false],
  ['admin', 'sensitive', 'ACTIVE', false],
  ['clerk', 'secret', 'ACTIVE', false],
] as const)(
  '%s may ask for a %s field of a record that is %s: %s',
  (duty, fieldClass, state, may) => {
    expect(mayReveal(duty, fieldClass, state)).toBe(may);
  },
);

test('a duty is one of the table', () => {
  expect(DUTIES.filter(isDuty)).toEqual(DUTIES);
  expect(isDuty('service')).toBe(false);
});
