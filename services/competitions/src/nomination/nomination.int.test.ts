import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chair, clerk, medals } from '../honour/scene.ts';
import { agreed, DAYS, idNumber, nominationAsk, second, startNominations, step } from './scene.ts';
import type { NominationScene } from './scene.ts';

let scene: NominationScene;
let call: NominationScene['service']['call'];
beforeAll(async () => {
  scene = await startNominations();
  call = scene.service.call;
});
afterAll(() => scene.service.stop());

const code = (name: string, kind = 'refused') => expect.objectContaining({ kind, code: name });
const forbidden = expect.objectContaining({ kind: 'forbidden' });

test('from the draft to the decision: two reviews, three publicities', async () => {
  const [roundId, unionId] = [await scene.round([medals(5)]), await scene.union()];
  const draft = await scene.nominate(roundId, unionId);
  expect(draft).toMatchObject({ state: 'DRAFT', personNameMasked: '李*明', level: 'COUNTY' });
  const published = { ...step(draft, DAYS.unit), channel: '公开栏' };
  await expect(call('publishNomination', published, clerk)).rejects.toThrow(
    code('NOMINATION_STATE'),
  );
  const ask = { ...step(draft, DAYS.recommend), ...agreed };
  await expect(call('recommendNomination', { ...ask, congressFor: 59 }, clerk)).rejects.toThrow(
    code('HONOUR_CONGRESS_AGAINST'),
  );
  const inUnit = await scene.publish(await call('recommendNomination', ask, clerk), DAYS.unit);
  expect(inUnit.publicityEndsOn).toBe('2026-03-09');
  await expect(call('submitNomination', step(inUnit, '2026-03-09'), clerk)).rejects.toThrow(
    code('PUBLICITY_NOT_OVER'),
  );
  const objection = { ...step(inUnit, '2026-03-05'), summary: '数据有误' };
  const objected = await call('objectToNomination', objection, clerk);
  await expect(scene.submit(objected)).rejects.toThrow(code('PUBLICITY_OBJECTIONS_OPEN'));
  const { objections } = await call('getNomination', { nominationId: draft.nominationId }, clerk);
  const { objectionId = '' } = objections[0] ?? {};
  const closed = { ...step(objected, '2026-03-06'), objectionId, outcome: '已核实' };
  const answered = await call('closeObjection', closed, clerk);
  // The clock stood for the sixth.
  expect(answered.publicityEndsOn).toBe('2026-03-10');
  await expect(call('submitNomination', step(answered, '2026-03-10'), clerk)).rejects.toThrow(
    code('PUBLICITY_NOT_OVER'),
  );
  const late = { ...step(answered, '2026-03-11'), summary: '逾期' };
  await expect(call('objectToNomination', late, clerk)).rejects.toThrow(code('PUBLICITY_OVER'));
  const submitted = await scene.submit(answered);
  expect(submitted).toMatchObject({ state: 'SUBMITTED', submittedOn: DAYS.submit });
  await expect(scene.review(submitted, DAYS.first, second)).rejects.toThrow(
    code('HONOUR_SLATE_NOT_SUBMITTED'),
  );
  await scene.slate(roundId);
  await expect(scene.review(submitted, DAYS.first, clerk)).rejects.toThrow(
    code('HONOUR_SAME_PERSON'),
  );
  const first = await scene.review(submitted, DAYS.first, second);
  const ofUnion = { ...clerk, scope: unionId };
  const inRegion = { ...step(first, DAYS.region), channel: '公开栏' };
  await expect(call('publishNomination', inRegion, ofUnion)).rejects.toThrow(
    code('HONOUR_STEP_OF_NODE', 'forbidden'),
  );
  const region = await scene.publish(first, DAYS.region);
  await expect(scene.review(region, DAYS.final, second)).rejects.toThrow(
    code('HONOUR_SAME_PERSON'),
  );
  await expect(scene.review(region, '2026-03-23', chair)).rejects.toThrow(
    code('PUBLICITY_NOT_OVER'),
  );
  const third = await scene.publish(await scene.review(region, DAYS.final, chair), DAYS.deciding);
  await expect(scene.decide(third, '2026-04-07')).rejects.toThrow(code('PUBLICITY_NOT_OVER'));
  const decided = await scene.decide(third);
  expect(decided).toMatchObject({ state: 'DECIDED', decidedOn: DAYS.decide });
  const file = await call('getNomination', { nominationId: draft.nominationId }, chair);
  expect(file.steps.map((one) => one.step)).toEqual([
    'RECOMMEND',
    'PUBLISH',
    'OBJECT',
    'CLOSE_OBJECTION',
    'SUBMIT',
    'PASS',
    'PUBLISH',
    'PASS',
    'PUBLISH',
    'DECIDE',
  ]);
  expect(file.publicities.map(({ stage, endsOn }) => [stage, endsOn])).toEqual([
    ['UNIT', '2026-03-10'],
    ['REGION', '2026-03-23'],
    ['DECIDING', '2026-04-07'],
  ]);
  expect(file.deeds).toBe('带领班组改进工艺。');
  const facts = (await scene.service.outbox()).filter((row) => row.fact === 'honour.nominated');
  expect(facts.at(-1)?.data).toMatchObject({
    nominationId: draft.nominationId,
    unionId,
    subjectKind: 'INDIVIDUAL',
    frontline: true,
    nominatedOn: DAYS.submit,
  });
  expect(JSON.stringify(facts)).not.toContain('李');
});

test('the sixth for five places is refused, by two unions at once too', async () => {
  const roundId = await scene.round([medals(5)]);
  const unions = [await scene.union(), await scene.union()];
  const [one = '', other = ''] = unions;
  for (let n = 0; n < 4; n += 1) await scene.submitted(roundId, n % 2 === 0 ? one : other);
  const last = await Promise.all(unions.map((union) => scene.shown(roundId, union)));
  const both = await Promise.allSettled(last.map((each) => scene.submit(each)));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find((each) => each.status === 'rejected')?.reason).toEqual(
    code('HONOUR_QUOTA_USED'),
  );
  const sixth = await scene.shown(roundId, one);
  await expect(scene.submit(sixth)).rejects.toThrow(code('HONOUR_QUOTA_USED'));
  // What is withdrawn gives its place back.
  const items = await scene.list(roundId, { state: 'SUBMITTED' });
  const [back] = items;
  if (!back) throw new Error('nothing was submitted');
  await call('withdrawNomination', { ...step(back, DAYS.submit), reason: '本人放弃' }, clerk);
  expect(await scene.submit(sixth)).toMatchObject({ state: 'SUBMITTED' });
});

test('single-listed places are taken apart, and a union with a quota uses its own', async () => {
  const roundId = await scene.round([medals(3, 1)]);
  const [town, other] = [await scene.union(), await scene.union()];
  const below = await scene.union(town);
  await call(
    'handDownHonourQuota',
    { roundId, fromUnionId: scene.rootId, toUnionId: town, ...medals(1) },
    clerk,
  );
  await scene.submitted(roundId, below);
  const more = await scene.shown(roundId, below);
  await expect(scene.submit(more)).rejects.toThrow(code('HONOUR_QUOTA_USED'));
  await scene.submitted(roundId, other);
  await expect(scene.submitted(roundId, other)).rejects.toThrow(code('HONOUR_QUOTA_USED'));
  await scene.submitted(roundId, other, { singleListed: true });
  const { quotas } = await call('getHonourRound', { roundId }, clerk);
  expect(quotas.map((one) => [one.unionId, one.takenPlaces, one.takenSingle])).toEqual([
    [scene.rootId, 2, 1],
    [town, 1, 0],
  ]);
});

test('one person once a cycle, under an old number too, and by two unions at once', async () => {
  const roundId = await scene.round([medals(5)]);
  const [one, other] = [await scene.union(), await scene.union()];
  await scene.nominate(roundId, one, { idNumber: '321084000101001' });
  await expect(scene.nominate(roundId, other, { idNumber: '32108419000101001X' })).rejects.toThrow(
    code('HONOUR_TWICE_IN_CYCLE'),
  );
  const sameNumber = idNumber();
  const both = await Promise.allSettled(
    [one, other].map((union) => scene.nominate(roundId, union, { idNumber: sameNumber })),
  );
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find((each) => each.status === 'rejected')?.reason).toEqual(
    code('HONOUR_TWICE_IN_CYCLE'),
  );
  // A medal is given every year: the next year's round knows nothing of this one.
  const next = await scene.round([medals(5)], { roundYear: 2027 });
  expect(await scene.nominate(next, other, { idNumber: sameNumber })).toMatchObject({
    state: 'DRAFT',
  });
});

test('three years must pass before a city model worker is one again', async () => {
  const places = [{ honourCode: 'MODEL_WORKER', places: 5, singleListed: 0 }];
  const at = (roundYear: number) => scene.round(places, { level: 'CITY', roundYear });
  const unionId = await scene.union();
  const model = { honourCode: 'MODEL_WORKER', idNumber: idNumber() };
  const first = await scene.shown(await at(2024), unionId, model);
  expect(first.publicityEndsOn).toBe('2026-03-11');
  await expect(scene.nominate(await at(2026), unionId, model)).rejects.toThrow(
    code('HONOUR_TWICE_IN_CYCLE'),
  );
  expect(await scene.nominate(await at(2027), unionId, model)).toMatchObject({ state: 'DRAFT' });
});

test('a leader or a unit is asked about, and everybody asked has to answer', async () => {
  const roundId = await scene.round([medals(5)]);
  const unionId = await scene.union();
  const traits = ['UNIT_LEADER'];
  const [leader, doubtful] = [
    await scene.submitted(roundId, unionId, { traits }),
    await scene.submitted(roundId, unionId, { traits }),
  ];
  await scene.slate(roundId);
  await expect(scene.review(leader, DAYS.first, second)).rejects.toThrow(
    code('HONOUR_CONSULTATION_MISSING'),
  );
  const { consulted } = await call('listHonours', { onDate: DAYS.first }, clerk);
  const answer = async (one: typeof leader, objecting: string) => {
    let now = await call(
      'askConsultations',
      { ...step(one, '2026-03-11'), bodies: consulted },
      second,
    );
    expect(now.openConsultations).toBe(consulted.length);
    await expect(scene.review(now, DAYS.first, second)).rejects.toThrow(
      code('HONOUR_CONSULTATION_OPEN'),
    );
    for (const body of consulted) {
      const reply = body === objecting ? 'OBJECTION' : 'NO_OBJECTION';
      const ask = { ...step(now, '2026-03-12'), body, reply, note: '' };
      now = await call('recordConsultationReply', ask, second);
    }
    return now;
  };
  const clear = await answer(leader, '');
  expect(await scene.review(clear, DAYS.first, second)).toMatchObject({ state: 'FIRST_REVIEWED' });
  const against = await answer(doubtful, 'ENVIRONMENT');
  await expect(scene.review(against, DAYS.first, second)).rejects.toThrow(
    code('HONOUR_CONSULTATION_AGAINST'),
  );
  const veto = { ...step(against, DAYS.first), reason: '环保违法' };
  await expect(call('vetoNomination', veto, second)).rejects.toThrow(forbidden);
  expect(await call('vetoNomination', veto, chair)).toMatchObject({ state: 'VETOED' });
  const again = { ...step(against, DAYS.first), bodies: ['TAX'] };
  await expect(
    call('askConsultations', { ...again, expectedVersion: again.expectedVersion + 1 }, second),
  ).rejects.toThrow(code('NOMINATION_STATE'));
});

test('whose honour it is decides it; a city’s is not decided in a county', async () => {
  const roundId = await scene.round([{ ...medals(5), honourCode: 'WORKER_PIONEER' }], {
    level: 'CITY',
  });
  const unionId = await scene.union();
  const team = { honourCode: 'WORKER_PIONEER', personName: '', idNumber: '', holderName: '一班组' };
  await expect(scene.nominate(roundId, unionId, { honourCode: 'WORKER_PIONEER' })).rejects.toThrow(
    code('HONOUR_SUBJECT_WRONG', 'invalid'),
  );
  const submitted = await scene.submitted(roundId, unionId, team);
  await expect(scene.nominate(roundId, unionId, team)).rejects.toThrow(
    code('HONOUR_TWICE_IN_CYCLE'),
  );
  await scene.slate(roundId, 'WORKER_PIONEER');
  const third = await scene.toThird(submitted);
  await expect(scene.decide(third)).rejects.toThrow(code('HONOUR_DECIDED_ELSEWHERE'));
});

test('forbidden, replay, key reuse, stale, out of scope', async () => {
  const [roundId, unionId] = [await scene.round([medals(5)]), await scene.union()];
  const ask = nominationAsk(roundId, unionId);
  for (const duty of ['member', 'finance', 'auditor'] as const)
    await expect(call('nominateForHonour', ask, { duty })).rejects.toThrow(forbidden);
  const key = newId();
  const draft = await call('nominateForHonour', ask, { ...clerk, key });
  expect(await call('nominateForHonour', ask, { ...clerk, key })).toEqual(draft);
  await expect(
    call('nominateForHonour', { ...ask, deeds: '另一事迹' }, { ...clerk, key }),
  ).rejects.toThrow(code('IDEMPOTENCY_KEY_REUSED'));
  const { nominationId } = draft;
  const elsewhere = { ...clerk, scope: await scene.union() };
  await expect(call('nominateForHonour', ask, elsewhere)).rejects.toThrow(
    code('UNION_UNKNOWN', 'not_found'),
  );
  await expect(call('getNomination', { nominationId }, elsewhere)).rejects.toThrow(
    code('NOMINATION_UNKNOWN', 'not_found'),
  );
  const recommend = { ...step(draft, DAYS.recommend), ...agreed };
  await expect(call('recommendNomination', recommend, elsewhere)).rejects.toThrow(
    code('NOMINATION_UNKNOWN', 'not_found'),
  );
  await expect(
    call('recommendNomination', { ...recommend, expectedVersion: 9 }, clerk),
  ).rejects.toThrow(code('VERSION_MOVED', 'stale'));
  await expect(
    call('recommendNomination', { ...recommend, happenedOn: '2026-03-01' }, clerk),
  ).rejects.toThrow(code('HONOUR_DATE_WRONG'));
  const ofUnion = { ...clerk, scope: unionId };
  expect(await call('recommendNomination', recommend, ofUnion)).toMatchObject({
    state: 'RECOMMENDED',
  });
  expect(await scene.list(roundId, {}, elsewhere)).toEqual([]);
});
