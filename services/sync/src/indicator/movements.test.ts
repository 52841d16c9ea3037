import { expect, test } from 'vitest';
import { movesOfFinance, type FinanceFact } from '../cell/on-finance-facts.ts';
import { movesOfMember, type MemberFact } from '../cell/on-member-facts.ts';
import { INDICATORS } from './catalogue.ts';
import { canonicalDims, unionDims } from './dims.ts';
import {
  dissolvedMoves,
  electionMoves,
  establishedMoves,
  memberMoves,
  recountedFinance,
  recountedMembers,
  recountedUnion,
  summed,
  type Movement,
} from './movements.ts';

const grassroots = {
  unionId: 'u',
  level: 'GRASSROOTS',
  kind: 'SINGLE_GRASSROOTS',
  unitType: '170',
  industry: 'C1711',
  establishedOn: '2020-05-31',
};
const codes = { sex: 'male', workerGroup: '', migrantWorker: false, newForms: [] };

const told = (moves: Movement[]): string[] =>
  moves.map(({ indicator, period, dims, delta }) => `${delta} ${indicator} ${period} ${dims}`);

test.each([
  [
    'private company',
    { unitType: '170' },
    ['', 'org_kind=independent', 'org_kind=non_public_enterprise;part_of=independent'],
  ],
  ['state company', { unitType: '110' }, ['', 'org_kind=independent']],
  ['agency', { unitType: '500' }, ['', 'org_kind=independent']],
  [
    'society',
    { unitType: '710' },
    ['', 'org_kind=independent', 'org_kind=social_organisation;part_of=independent'],
  ],
  [
    'public kindergarten',
    { unitType: '400', industry: 'P8310' },
    ['', 'org_kind=kindergarten', 'org_kind=independent'],
  ],
  [
    'express company',
    { unitType: '110', industry: 'G6020' },
    ['', 'org_kind=independent', 'org_kind=new_form;part_of=independent'],
  ],
  ['joint union', { kind: 'JOINT_GRASSROOTS', unitType: '' }, ['']],
  [
    'joint union of kindergartens',
    { kind: 'JOINT_GRASSROOTS', industry: 'P8310' },
    ['', 'org_kind=kindergarten'],
  ],
])('a union counts in the total and in what it is: %s', (_, more, dims) => {
  expect(unionDims({ ...grassroots, ...more })).toEqual(dims);
});

test('a grassroots union is established: one more new, one more in all, in the month it was established', () => {
  expect(told(establishedMoves({ ...grassroots, unitType: '500' }))).toEqual([
    '1 unions_newly_established 2020-05 ',
    '1 unions_newly_established 2020-05 org_kind=independent',
    '1 unions_total 2020-05 ',
    '1 unions_total 2020-05 org_kind=independent',
  ]);
});

test.each(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'BRANCH'])(
  'other levels are not counted: %s',
  (level) => {
    expect(establishedMoves({ ...grassroots, level })).toEqual([]);
    expect(dissolvedMoves({ ...grassroots, level }, '2020-06-01')).toEqual([]);
  },
);

test('a group counts as a group', () => {
  expect(told(establishedMoves({ ...grassroots, level: 'GROUP', kind: 'GROUP' }))).toEqual([
    '1 union_groups_established 2020-05 ',
  ]);
});

test('a union that ends is one less in all that it was counted in', () => {
  expect(told(dissolvedMoves({ ...grassroots, unitType: '500' }, '2021-01-01'))).toEqual([
    '-1 unions_total 2021-01 ',
    '-1 unions_total 2021-01 org_kind=independent',
  ]);
});

test('an election counts in the month it was held', () => {
  expect(told(electionMoves('u', '2020-12-31'))).toEqual([
    '1 union_reelections_completed 2020-12 ',
  ]);
});

test.each([
  ['recruited', ['1 members_recruited 2020-03 ', '1 members_total 2020-03 ']],
  ['moved_in', ['1 members_total 2020-03 ']],
  ['reactivated', ['1 members_total 2020-03 ']],
  ['moved_out', ['-1 members_total 2020-03 ']],
  ['retained', ['-1 members_total 2020-03 ']],
  ['left', ['-1 members_total 2020-03 ']],
] as const)('a member is %s', (move, moves) => {
  expect(told(memberMoves(move, 'u', '2020-03-31', codes))).toEqual(moves);
});

test.each([
  ['nobody in particular', {}, []],
  ['a woman', { sex: 'female' }, ['sex=female']],
  ['a migrant worker', { migrantWorker: true }, ['worker_group=migrant_worker']],
  [
    'one group, said twice',
    { workerGroup: 'migrant_worker', migrantWorker: true },
    ['worker_group=migrant_worker'],
  ],
  ['several new forms, once', { newForms: ['courier', 'truck_driver'] }, ['worker_group=new_form']],
  ['a group', { workerGroup: 'kindergarten_staff' }, ['worker_group=kindergarten_staff']],
  ['a group that would be read as two pairs', { workerGroup: 'a;b=c' }, []],
])('a member counts once in each: %s', (_, more, dims) => {
  const moves = memberMoves('left', 'u', '2020-03-31', { ...codes, ...more });
  expect(moves.map((move) => move.dims)).toEqual(['', ...dims]);
});

test('the records move the same as the facts', () => {
  const record = { ...grassroots, dissolvedOn: '2022-02-02', electionsHeldOn: ['2021-01-05'] };
  expect(recountedUnion(record)).toEqual([
    ...establishedMoves(grassroots),
    ...dissolvedMoves(grassroots, '2022-02-02'),
    ...electionMoves('u', '2021-01-05'),
  ]);
  const group = { unionId: 'u', month: '2020-03', movement: 'left', codes: undefined, count: 7n };
  expect(told(recountedMembers(group))).toEqual(['-7 members_total 2020-03 ']);
});

test('who is annulled takes back all that joining counted', () => {
  const on = { unionId: 'u', joinedOn: '2020-03-31', codes: { ...codes, sex: 'female' } };
  const moves = (name: string) => movesOfMember({ name, data: on } as unknown as MemberFact);
  expect(told(moves('member.annulled'))).toContain('-1 members_recruited 2020-03 sex=female');
  expect(summed([...moves('member.approved'), ...moves('member.annulled')])).toEqual([]);
});

const ofUnion = { unionId: 'u' };
const audit = { ...ofUnion, kind: 'DOWNWARD', byFirm: true };
const finance = (movement: string, more: object = {}) =>
  recountedFinance({
    unionId: 'u',
    month: '2020-12',
    movement,
    auditKind: '',
    byFirm: false,
    count: 3n,
    amountFen: 0n,
    ...more,
  });

test.each([
  ['payment.settled', { ...ofUnion, sourceService: 'welfare', paidOn: '2020-12-20' }, [], []],
  [
    'audit.reported',
    { ...audit, reportedOn: '2020-12-01' },
    ['audit_reports_issued 2020-12 '],
    finance('audit_reported', { auditKind: 'DOWNWARD', byFirm: true }),
  ],
  [
    'audit.closed',
    { ...audit, closedOn: '2020-12-31' },
    [
      'audits_performed 2020-12 ',
      'audits_performed 2020-12 direction=down',
      'audits_performed 2020-12 auditor=external_agency;direction=down',
    ],
    finance('audit_closed', { auditKind: 'DOWNWARD', byFirm: true }),
  ],
  [
    'audit.closed',
    { ...ofUnion, kind: 'OF_TOMORROW', byFirm: true, closedOn: '2020-12-31' },
    ['audits_performed 2020-12 '],
    finance('audit_closed', { auditKind: 'OF_TOMORROW', byFirm: true }),
  ],
  [
    'finding.raised',
    { ...audit, raisedOn: '2020-12-31' },
    ['audit_opinions_raised 2020-12 '],
    finance('finding_raised', { auditKind: 'DOWNWARD' }),
  ],
  [
    'inspection.made',
    { ...ofUnion, inspectedOn: '2020-12-08', previouslyOn: '' },
    ['finance_inspection_units 2020-12 '],
    finance('unit_inspected'),
  ],
])('%s counts %o, and so do the records', (name, data, cells, recounted) => {
  const moves = movesOfFinance({ name, data } as unknown as FinanceFact);
  expect(told(moves)).toEqual(cells.map((cell) => `1 ${cell}`));
  expect(told(recounted)).toEqual(cells.map((cell) => `3 ${cell}`));
});

test('a refund counts once and by what was paid, and so do the records', () => {
  const data = { ...ofUnion, sourceService: 'refund', paidOn: '2020-12-20', amountFen: 130_874n };
  const moves = movesOfFinance({ name: 'payment.settled', data } as unknown as FinanceFact);
  const cells = (count: number, fen: number) => [
    `${count} dues_refund_enterprises 2020-12 `,
    `${count} dues_refund_enterprises 2020-12 org_kind=small_micro_enterprise`,
    `${fen} dues_refund_yuan 2020-12 `,
    `${fen} dues_refund_yuan 2020-12 org_kind=small_micro_enterprise`,
  ];
  expect(told(moves)).toEqual(cells(1, 130_874));
  const records = finance('refund_paid', { amountFen: 115_300_000n });
  expect(told(records)).toEqual(cells(3, 115_300_000));
});

test.each([
  [
    'inspection.made',
    { inspectedOn: '2020-12-08', previouslyOn: '2020-11-30' },
    ['-1 finance_inspection_units 2020-11 ', '1 finance_inspection_units 2020-12 '],
  ],
  [
    'inspection.made, on a day of the same month',
    { inspectedOn: '2020-12-08', previouslyOn: '2020-12-07' },
    [],
  ],
  [
    'grant.submitted',
    { appliedOn: '2020-12-20', appliedFen: 400n, previouslyOn: '2020-12-01', previouslyFen: 500n },
    ['-100 subsidy_applied_yuan 2020-12 '],
  ],
  [
    'grant.submitted, the first time',
    { appliedOn: '2020-12-01', appliedFen: 500n, previouslyOn: '', previouslyFen: 0n },
    ['1 subsidy_applications_filed 2020-12 ', '500 subsidy_applied_yuan 2020-12 '],
  ],
])('what is told again counts where it is now, once: %s', (what, data, cells) => {
  const [name = ''] = what.split(',');
  const moves = movesOfFinance({ name, data: { ...ofUnion, ...data } } as unknown as FinanceFact);
  expect(told(summed(moves))).toEqual(cells);
});

test('applications count by what they ask for, and so do the records', () => {
  expect(told(finance('grant_submitted', { amountFen: 1_500n }))).toEqual([
    '3 subsidy_applications_filed 2020-12 ',
    '1500 subsidy_applied_yuan 2020-12 ',
  ]);
});

test('what another version counts and this one does not know is passed over', () => {
  expect(finance('audit_dreamt')).toEqual([]);
});

test('movements of one cell are added, and those that cancel are gone', () => {
  const joined = memberMoves('recruited', 'u', '2020-03-01', codes);
  const left = memberMoves('left', 'u', '2020-03-20', codes);
  expect(told(summed([...joined, ...joined, ...left, ...left]))).toEqual([
    '2 members_recruited 2020-03 ',
  ]);
});

test.each([
  ['', ''],
  ['part_of=independent;org_kind=kindergarten', 'org_kind=kindergarten;part_of=independent'],
  ['sex=female', 'sex=female'],
  ['sex', undefined],
  ['sex=female;sex=male', undefined],
  ['Sex=female', undefined],
  ['sex=female;', undefined],
])('dimensions have one form: %s', (text, canonical) => {
  expect(canonicalDims(text)).toBe(canonical);
});

test('each indicator is named once, and what is read from a stock names one that exists', () => {
  const codesOfAll = INDICATORS.map(({ code }) => code as string);
  expect(new Set(codesOfAll).size).toBe(codesOfAll.length);
  const stocks = INDICATORS.flatMap((each) => ('readFrom' in each ? [each.readFrom] : []));
  expect(codesOfAll).toEqual(expect.arrayContaining(stocks));
});
