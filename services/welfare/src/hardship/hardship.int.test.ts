import { addYears } from '@gonglian/kernel/dates.ts';
import { addWorkingDays } from '@gonglian/kernel/working-days.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { clerkOf, factsOf, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cadre,
  centre,
  day,
  declaration,
  head,
  household,
  idNumber,
  noticesOf,
  openAsk,
  person,
  startHardship,
  step,
  today,
  upper,
  type HardshipScene,
} from './scene.ts';

let scene: HardshipScene;
let call: HardshipScene['call'];
beforeAll(async () => {
  scene = await startHardship();
  call = scene.call;
});
afterAll(() => scene.service.stop());

type File = Awaited<ReturnType<HardshipScene['open']>>;
const forbidden = expect.objectContaining({ kind: 'forbidden' });
const get = (fileId: string, who: object = centre) => call('getHardshipFile', { fileId }, who);
const reveal = (fileId: string, who: object = centre) =>
  call('revealHardshipFile', { fileId, reasonCode: 'REVIEW', reason: '县级审核' }, who);

test('from the application to the register, by five persons, with the arithmetic kept', async () => {
  const unionId = await scene.union();
  const elsewhere = await scene.union();
  const file = await once<File>(scene.service, {
    method: 'openHardshipFile',
    ask: openAsk(unionId),
    changed: { workerKind: 'MIGRANT' },
    caller: cadre(unionId),
    forbidden: { duty: 'finance' },
    foreign: cadre(elsewhere),
    unknown: 'UNION_UNKNOWN',
  });
  expect(file).toMatchObject({ state: 'DRAFT', category: 'DEEP', familySize: 3, fileLevel: '' });
  expect(file.headNameMasked).toBe('李*明');
  const filed = await scene.filed(unionId, 'NATIONAL');
  expect(filed).toMatchObject({ state: 'FILED', fileLevel: 'NATIONAL', filedOn: day(12) });
  expect(filed.steps.map((one) => one.step)).toEqual([
    'OPEN',
    'SUBMIT',
    'VISIT',
    'PEER_REVIEW',
    'PUBLISH',
    'REVIEW_ABOVE',
    'MATCH',
    'REVIEW_COUNTY',
    'FILE',
  ]);
  expect(filed.steps[2]?.visitorIds).toEqual(['cadre-1', 'cadre-2']);
  expect(filed.steps[3]).toMatchObject({ presentCount: 9, agreedCount: 8, abstainedCount: 1 });
  expect(filed.steps[8]).toMatchObject({ actedBy: 'chair-1', documentNo: '省工帮〔3〕号' });
  const revealed = await reveal(filed.fileId);
  expect(revealed.assessments).toMatchObject([
    {
      seq: 1,
      category: 'DEEP',
      incomeFen: 6_000_000n,
      rigidFen: 3_000_000n,
      perHeadMonthFen: 83_333n,
      minimumLivingFen: 94_000n,
      lineFen: 94_000n,
      comparison: '<',
      familySize: 3,
      declaration: { mainCause: 'ILLNESS', illness: '尿毒症' },
    },
  ]);
  expect(revealed.people.map((one) => one.relation)).toEqual(['SELF', 'SPOUSE', 'CHILD']);
  expect(revealed.people[0]).toMatchObject({ personName: '李小明', health: 'CRITICAL_ILLNESS' });
  expect(await factsOf(scene.service, 'hardship-file.opened', filed.fileId)).toEqual([
    {
      fileId: filed.fileId,
      unionId,
      fileLevel: 'NATIONAL',
      category: 'DEEP',
      causeGroup: 'MEDICAL',
      persons: 3,
      openedOn: day(12),
    },
  ]);
});

test('a step that is skipped is refused by the rule that it skips', async () => {
  const unionId = await scene.union();
  const opened = await scene.opened(unionId);
  await expect(scene.visit(opened)).rejects.toThrow(refusedWith('SUBMISSION_FIRST'));
  const submitted = await call('submitHardshipFile', step(opened, day(39)), cadre(unionId));
  await expect(scene.peers(submitted)).rejects.toThrow(refusedWith('HOME_VISIT_FIRST'));
  await expect(scene.review(submitted)).rejects.toThrow(refusedWith('HOME_VISIT_FIRST'));
  await expect(scene.decide(submitted, 'CITY')).rejects.toThrow(refusedWith('HOME_VISIT_FIRST'));
  const visited = await scene.visit(submitted);
  await expect(scene.publish(visited)).rejects.toThrow(refusedWith('DEMOCRATIC_REVIEW_FIRST'));
  const shown = await scene.publish(await scene.peers(visited));
  await expect(scene.match(shown)).rejects.toThrow(refusedWith('UPPER_REVIEW_FIRST'));
  const reviewed = await scene.review(shown);
  await expect(scene.decide(reviewed, 'CITY')).rejects.toThrow(refusedWith('DATA_MATCH_FIRST'));
  await expect(scene.confirm(reviewed)).rejects.toThrow(refusedWith('DATA_MATCH_FIRST'));
  await expect(scene.visit(reviewed)).rejects.toThrow(refusedWith('HARDSHIP_STATE_WRONG'));
});

test('one household one file, and nobody in two, under an old number neither', async () => {
  const [unionId, other] = [await scene.union(), await scene.union()];
  const spouse = person({ relation: 'SPOUSE' });
  const first = await scene.open(unionId, { people: [person(), spouse] });
  const again = { people: [person(), { ...spouse, relation: 'PARENT' }] };
  const filed = refusedWith('PERSON_FILED', 'duplicate');
  await expect(scene.open(unionId, again)).rejects.toThrow(filed);
  await expect(scene.open(other, again)).rejects.toThrow(filed);
  const same = person({ idNumber: idNumber('19800101') });
  const old = { ...same, idNumber: `${same.idNumber.slice(0, 6)}${same.idNumber.slice(8, 17)}` };
  await scene.open(unionId, { people: [old] });
  await expect(scene.open(other, { people: [same] })).rejects.toThrow(filed);
  // Of two who ask at once for the same person one is told no.
  const asked = { people: [person()] };
  const two = await Promise.allSettled([scene.open(unionId, asked), scene.open(other, asked)]);
  expect(two.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'PERSON_FILED' } },
  ]);
  // Withdrawn, they are free.
  await call('withdrawHardshipFile', step(first), cadre(unionId));
  expect(await scene.open(other, again)).toMatchObject({ state: 'DRAFT' });
});

test('who is of the household, in which order, and with whose consent', async () => {
  const unionId = await scene.union();
  const open = (people: object[], over: object = {}) => scene.open(unionId, { people, ...over });
  const one = person();
  await expect(open([one, { ...one, relation: 'CHILD' }])).rejects.toThrow(
    refusedWith('HOUSEHOLD_PERSON_TWICE'),
  );
  await expect(open([person({ relation: 'CHILD' })])).rejects.toThrow(
    refusedWith('HOUSEHOLD_HEAD_WRONG', 'invalid'),
  );
  await expect(open([one, person()])).rejects.toThrow(
    refusedWith('HOUSEHOLD_HEAD_WRONG', 'invalid'),
  );
  await expect(open(household(), { guardianConsented: false })).rejects.toThrow(
    refusedWith('GUARDIAN_CONSENT_MISSING'),
  );
  await expect(open([person({ idNumber: '320524198001010017' })])).rejects.toThrow(
    refusedWith('CHECKSUM', 'invalid'),
  );
  const migrant = { workerKind: 'MIGRANT', people: [person()] };
  const late = { ...migrant, labourSince: day(100) };
  await expect(scene.open(unionId, late)).rejects.toThrow(refusedWith('MIGRANT_TOO_SHORT'));
  const long = { ...migrant, labourSince: addYears(today, -1) };
  expect(await scene.open(unionId, long)).toMatchObject({ workerKind: 'MIGRANT' });
});

test('above every line nothing is submitted, and the arithmetic says why', async () => {
  const unionId = await scene.union();
  const rich = declaration({ incomes: [{ moneyKind: 'WAGE', amountFen: 20_000_000n }] });
  const file = await scene.open(unionId, { declaration: rich });
  expect(file.category).toBe('NONE');
  await expect(call('submitHardshipFile', step(file), cadre(unionId))).rejects.toThrow(
    refusedWith('NOT_IN_HARDSHIP'),
  );
  const lost = { ...rich, rigidExpenses: [], lossFen: 18_000_000n, compensatedFen: 1_000_000n };
  const people = household();
  const ask = { fileId: file.fileId, expectedVersion: file.version, people };
  const declared = await call(
    'declareHousehold',
    { ...ask, declaration: lost, guardianConsented: true },
    cadre(unionId),
  );
  expect(declared.category).toBe('ACCIDENT');
  const { assessments } = await reveal(file.fileId);
  expect(assessments.map(({ category }) => category)).toEqual(['ACCIDENT', 'NONE']);
  expect(assessments[0]).toMatchObject({ lossFen: 17_000_000n, lossBasisPoints: 8_500n });
});

test('the visit, the review and the decision have different hands', async () => {
  const unionId = await scene.union();
  const submitted = await scene.submitted(unionId);
  await expect(scene.visit(submitted, ['cadre-2'])).rejects.toThrow(
    refusedWith('HARDSHIP_VISITORS_FEW'),
  );
  await expect(scene.visit(submitted, ['cadre-2', 'cadre-2'])).rejects.toThrow(
    refusedWith('HARDSHIP_VISITOR_TWICE'),
  );
  const visited = await scene.visit(submitted, ['cadre-2', 'upper-9']);
  await expect(scene.peers(visited, { agreedCount: 4, againstCount: 4 })).rejects.toThrow(
    refusedWith('HARDSHIP_PEERS_AGAINST'),
  );
  const shown = await scene.publish(await scene.peers(visited));
  await expect(scene.review(shown, {}, cadre(unionId))).rejects.toThrow(forbidden);
  const same = refusedWith('HARDSHIP_SAME_PERSON');
  await expect(scene.review(shown, {}, { ...upper, id: 'upper-9' })).rejects.toThrow(same);
  await expect(scene.review(shown, {}, { ...upper, id: 'cadre-1' })).rejects.toThrow(same);
  const matched = await scene.match(await scene.review(shown));
  await expect(scene.decide(matched, 'CITY', {}, upper)).rejects.toThrow(same);
  await expect(scene.decide(matched, 'CITY', {}, cadre(unionId))).rejects.toThrow(forbidden);
  await expect(scene.decide(matched, '')).rejects.toThrow(refusedWith('FILE_LEVEL_MISSING'));
  const decided = await scene.decide(matched, 'PROVINCIAL');
  expect(decided).toMatchObject({ state: 'COUNTY_REVIEW', filedOn: '' });
  await expect(scene.confirm(decided, centre)).rejects.toThrow(same);
  expect(await scene.confirm(decided)).toMatchObject({ state: 'FILED' });
});

test('the publicity lasts five working days, and an objection on its last day stops it', async () => {
  const unionId = await scene.union();
  const shown = await scene.shown(unionId);
  const endsOn = addWorkingDays(day(36), 5);
  expect(shown.publicityEndsOn).toBe(endsOn);
  await expect(scene.review(shown, { happenedOn: endsOn })).rejects.toThrow(
    refusedWith('PUBLICITY_NOT_OVER'),
  );
  const [notice] = (await call('listNotices', noticesOf(unionId), cadre(unionId))).items;
  const { noticeId = '', version = 0 } = notice ?? {};
  // What hangs there is the masked name, the unit and the category.
  const { lines } = await call('getNotice', { noticeId }, cadre(unionId));
  expect(lines).toMatchObject([{ nameMasked: '李*明', category: 'DEEP', amountFen: 0n }]);
  const objection = {
    noticeId,
    expectedVersion: version,
    raisedAt: `${endsOn}T23:59:59+08:00`,
    summary: '家有两套住房',
  };
  const objected = await call('objectToNotice', objection, cadre(unionId));
  expect(await get(shown.fileId)).toMatchObject({ state: 'OBJECTION', publicityEndsOn: '' });
  await expect(scene.review(shown)).rejects.toThrow(refusedWith('OBJECTION_FIRST'));
  const answer = {
    noticeId,
    expectedVersion: objected.version,
    objectionId: objected.objections[0]?.objectionId ?? '',
    closedOn: day(20),
    outcome: '已核实，仅一套',
  };
  await call('closeNoticeObjection', answer, cadre(unionId));
  const answered = await get(shown.fileId);
  expect(answered).toMatchObject({ state: 'PUBLICITY_UNIT', publicityEndsOn: day(20) });
  await expect(scene.review(answered, { happenedOn: day(20) })).rejects.toThrow(
    refusedWith('PUBLICITY_NOT_OVER'),
  );
  expect(await scene.review(answered)).toMatchObject({ state: 'UPPER_REVIEW' });
});

test('what excludes a household is found by the comparison, and a source left out is missed', async () => {
  const unionId = await scene.union();
  const reviewed = await scene.review(await scene.shown(unionId));
  await expect(scene.match(reviewed, { matchSources: ['HOUSING'] })).rejects.toMatchObject({
    code: 'MATCH_SOURCE_MISSING',
    details: { source: 'VEHICLE' },
  });
  const matched = await scene.match(reviewed, { homes: 2, refusedJobs: 3 });
  expect(matched.exclusions).toEqual(['HOMES', 'REFUSED_JOBS']);
  await expect(scene.decide(matched, 'CITY')).rejects.toThrow(refusedWith('HARDSHIP_EXCLUDED'));
  const no = { answer: 'REJECTED', note: '' };
  await expect(scene.decide(matched, '', no)).rejects.toThrow(
    refusedWith('HARDSHIP_REASON_MISSING'),
  );
  const rejected = await scene.decide(matched, '', { ...no, note: '名下两套住房' });
  expect(rejected).toMatchObject({ state: 'REJECTED', fileLevel: '' });
  expect(await factsOf(scene.service, 'hardship-file.opened', matched.fileId)).toEqual([]);
});

test('of health and means nothing lies open, is shown unasked, or is shown to who audits', async () => {
  const unionId = await scene.union();
  const { fileId } = await scene.open(unionId);
  const kept = await scene.service.sql<{ all: string }>`
    select row_to_json(f)::text || (select string_agg(row_to_json(p)::text, '') from household_person as p)
      || (select string_agg(row_to_json(a)::text, '') from hardship_assessment as a)
      || (select string_agg(row_to_json(s)::text, '') from hardship_step as s) as all
    from hardship_file as f where file_id = ${fileId}`;
  for (const secret of ['尿毒症', 'ILLNESS"', 'CRITICAL', '6000000', '李小明', '房屋漏雨'])
    expect(kept[0]?.all.includes(secret)).toBe(false);
  const seen = JSON.stringify(await get(fileId, { duty: 'auditor' }));
  expect(seen).not.toMatch(/ILLNESS|MEDICAL|尿毒症|6000000/);
  for (const duty of ['auditor', 'supervisor', 'finance', 'member', 'admin'] as const)
    await expect(reveal(fileId, { duty })).rejects.toThrow(forbidden);
  const unknown = refusedWith('HARDSHIP_FILE_UNKNOWN', 'not_found');
  const elsewhere = clerkOf(await scene.union());
  await expect(get(fileId, elsewhere)).rejects.toThrow(unknown);
  await expect(reveal(fileId, elsewhere)).rejects.toThrow(unknown);
  await reveal(fileId, head);
  const [logged] = await scene.service.sql`
    select entity, account_id as who, how, reason from access_log
    where entity_id = ${fileId} and how = 'reveal'`;
  expect(logged).toEqual({
    entity: 'household',
    who: 'chair-1',
    how: 'reveal',
    reason: '县级审核',
  });
});
