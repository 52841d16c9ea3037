import type { WelfareTaskGroup } from '@gonglian/contracts/gen/gonglian/welfare/v1/task.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { clerkOf, LI, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePerson, openCounty } from '../campaign/scene.ts';
import { centre, head } from '../hardship/scene.ts';
import { listed, mutualAidSteps } from '../mutual-aid/scene.ts';
import { startRelief, type ReliefScene } from '../relief/scene.ts';
import { ago, desk, EMPLOYER } from '../rights/scene.ts';
import { classify, receive } from '../work-order/scene.ts';

const today = chinaDate(new Date());
let scene: ReliefScene;
let works: string;
let mill: string;

beforeAll(async () => {
  scene = await startRelief();
  ({ works, mill } = await openCounty(scene.service));
});
afterAll(() => scene.service.stop());

const tasks = async (caller: object) =>
  (await scene.call('listWelfareTasks', {}, caller)).groups as WelfareTaskGroup[];
const counts = async (caller: object) =>
  Object.fromEntries((await tasks(caller)).map(({ kind, count }) => [kind, count]));

const LISTS = {
  '/hardship-files': 'listHardshipFiles',
  '/relief-grants': 'listReliefGrants',
  '/notices': 'listNotices',
  '/mutual-aid-claims': 'listMutualAidClaims',
  '/work-orders': 'listWorkOrders',
  '/mediations': 'listMediations',
  '/legal-aid': 'listLegalAid',
  '/venues': 'listVenues',
} as const;

/** What lists are asked for; each takes what it knows. */
const ANYTHING = {
  unionId: '',
  state: '',
  cursor: '',
  limit: 200,
  fileLevel: '',
  category: '',
  inspection: '',
  fileId: '',
  programme: '',
  subject: '',
  subjectId: '',
  objected: false,
  planId: '',
  reportedUntil: '',
  light: '',
  mine: false,
  venueKind: '',
};

/** Of the list that a queue leads to, as its address asks for it. */
async function lengthOf({ listPath }: WelfareTaskGroup, caller: object): Promise<number> {
  const { pathname, searchParams } = new URL(listPath, 'http://node');
  const said = [...searchParams].map(([name, value]) => [name, value === 'true' ? true : value]);
  const list = LISTS[pathname as keyof typeof LISTS];
  const ask = { ...ANYTHING, ...Object.fromEntries(said) };
  const { items } = await scene.call(list, ask as never, caller);
  return items.length;
}

/** Of every kind something, and something beside it that is not counted. */
async function makeWork(): Promise<void> {
  await scene.submitted(works);
  await scene.submitted(works);
  await scene.opened(works);
  await scene.shown(works);
  const objected = await scene.shown(works);
  const filed = await scene.filed(works);
  await scene.propose(filed);
  await scene.reviewed(await scene.filed(works));
  await objectTo(objected.fileId);
  await makeClaims();
  await makeOrders();
  await makeCases();
  await scene.call('proposeVenue', venue(), clerkOf(works));
}

/** A file that is shown, and a notice besides, of which nobody has said anything. */
async function objectTo(fileId: string): Promise<void> {
  const { items } = await scene.call('listNotices', { ...ANYTHING, subjectId: fileId }, centre);
  const [notice] = items;
  if (!notice) throw new Error('nothing is shown');
  const { noticeId, version, startsOn } = notice;
  const raisedAt = `${startsOn}T15:00:00+08:00`;
  const ask = { noticeId, expectedVersion: version, raisedAt, summary: '与事实不符' };
  await scene.call('objectToNotice', ask, centre);
}

async function makeClaims(): Promise<void> {
  const aid = mutualAidSteps(scene.service);
  const people = [madePerson(), madePerson(), madePerson()] as const;
  const { planId } = await aid.inForce(
    scene.root,
    works,
    people.map((one) => listed(one)),
  );
  const [first, second, third] = people;
  await aid.submit(await aid.report(planId, works, first));
  await aid.calculated(planId, works, second);
  const late = await aid.report(planId, works, third);
  await scene.service.sql`
    update mutual_claim set reported_on = ${addDays(today, -40)} where claim_id = ${late.claimId}`;
}

async function makeOrders(): Promise<void> {
  const { service } = scene;
  const [late, soon] = [
    await classify(service, await receive(service)),
    await classify(service, await receive(service)),
  ];
  await classify(service, await receive(service));
  await service.sql`
    update work_order set due_on = ${addDays(today, -2)} where order_id = ${late.orderId}`;
  await service.sql`
    update work_order set yellow_at = now() - interval '1 hour' where order_id = ${soon.orderId}`;
}

const dispute = () => ({
  unionId: works,
  ...LI,
  disputeKind: 'WAGE_ARREARS',
  source: 'COURT',
  sourceNo: newId(),
  employerName: '合成服装厂',
  content: '被拖欠三个月工资',
  workers: 1,
  representatives: 0,
  appliedOn: ago(20),
  knownOn: ago(60),
  relationEndedOn: '',
});

/** One whose days are over, one with two left, one with ten; aid that nobody looked at. */
async function makeCases(): Promise<void> {
  for (const acceptedOn of [ago(16), ago(13), ago(5)]) {
    const { mediationId, version } = await scene.call('applyForMediation', dispute(), desk);
    const step = { step: 'ACCEPT', steppedOn: acceptedOn, professionalId: '', note: '' };
    await scene.call('stepMediation', { mediationId, expectedVersion: version, ...step }, desk);
  }
  const asked = {
    unionId: works,
    ...LI,
    aidKind: 'LITIGATION',
    disputeKind: 'INJURY',
    employerName: '合成服装厂',
    employerUscc: EMPLOYER,
    content: '工伤待遇被拒付',
    workRegion: '321084',
    originRegion: '341000',
    workers: 1,
    materials: ['APPLICATION', 'IDENTITY', 'HARDSHIP_OR_UNION', 'EVIDENCE'],
  };
  await scene.call('applyForLegalAid', { ...asked, appliedOn: ago(20) }, desk);
  await scene.call('applyForLegalAid', { ...asked, appliedOn: today }, desk);
}

const venue = () => ({
  unionId: works,
  venueKind: 'OUTDOOR_STATION',
  venueLevel: 'COUNTY',
  buildMode: 'JOINT',
  regionCode: '329999',
  venueName: '合成街户外劳动者驿站',
  tier: 'FUNCTIONAL',
  address: '合成街 8 号',
  latitudeE6: 32_785_000,
  longitudeE6: 119_445_000,
  areaSqm: 40,
  openingHours: [{ weekday: 1, opensAt: '08:00', closesAt: '20:00' }],
  facilities: ['DRINKING_WATER'],
  attributes: [{ attribute: 'SMART', attributeValue: 'NO' }],
  proposedOn: today,
});

test('what waits is as much as the list it leads to, for whose duty and scope it waits', async () => {
  await makeWork();
  const ofUnion = {
    hardship_to_visit: 2,
    relief_to_check: 1,
    notice_objected: 1,
    claim_to_submit: 1,
    claim_to_check: 1,
    claim_late: 1,
    mediation_near: 2,
    legal_aid_late: 1,
  };
  const ofNode = {
    ...ofUnion,
    hardship_to_review: 1,
    order_late: 1,
    order_soon: 1,
    venue_to_decide: 1,
  };
  expect(await counts(clerkOf(works))).toEqual(ofUnion);
  expect(await counts(centre)).toEqual(ofNode);
  expect(await counts(head)).toEqual({ ...ofNode, relief_to_approve: 1, claim_to_approve: 1 });
  expect(await counts(clerkOf(mill))).toEqual({});
  expect(await counts({ duty: 'auditor' })).toEqual({});
  await expect(tasks({ duty: 'member', scope: works })).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
  for (const caller of [clerkOf(works), centre, head]) {
    for (const group of await tasks(caller)) {
      expect([group.kind, await lengthOf(group, caller)]).toEqual([group.kind, group.count]);
    }
  }
  const due = Object.fromEntries((await tasks(centre)).map(({ kind, dueOn }) => [kind, dueOn]));
  expect(due).toMatchObject({
    hardship_to_visit: '',
    claim_late: addDays(today, -10),
    order_late: addDays(today, -2),
    mediation_near: ago(1),
    legal_aid_late: ago(13),
  });
});
