import { addDays, addYears } from '@gonglian/kernel/dates.ts';
import { clerkOf, factsOf, memberOf, refusedWith } from '@gonglian/testing/people-scene.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { HARDSHIP_MOVEMENTS, TOLD_OF_HOUSEHOLDS } from '../recount/told-households.ts';
import {
  cadre,
  centre,
  day,
  declaration,
  head,
  household,
  idNumber,
  openAsk,
  person,
  startHardship,
  step,
  today,
  type HardshipScene,
} from './scene.ts';

let scene: HardshipScene;
let call: HardshipScene['call'];
const record = { name: '', idType: '01', idNumber: '' };
beforeAll(async () => {
  const membership = {
    getMyRecord: async () =>
      record.name === ''
        ? Promise.reject(notFound('MEMBER_UNKNOWN'))
        : Promise.resolve(record as never),
  };
  scene = await startHardship({ membership });
  call = scene.call;
});
afterAll(() => scene.service.stop());

type File = Awaited<ReturnType<HardshipScene['open']>>;
const forbidden = expect.objectContaining({ kind: 'forbidden' });
const open = (file: File, on = day(10)) =>
  call('openHardshipVerification', step(file, on), cadre(file.unionId));
const declare = ({ fileId, version, unionId }: File, over: object = {}, people = household()) =>
  call(
    'declareHousehold',
    {
      fileId,
      expectedVersion: version,
      people,
      declaration: declaration(over),
      guardianConsented: true,
    },
    cadre(unionId),
  );
const verify = (file: File, who: object = centre) => call('verifyHardshipFile', step(file), who);
const wage = (fen: bigint) => ({ incomes: [{ moneyKind: 'WAGE', amountFen: fen }] });
const propose = (file: File, who: object = cadre(file.unionId)) =>
  call('proposeHardshipExit', { ...step(file), exitKind: 'SUBSIDY_OUT' }, who);
const exit = (file: File, answer = 'PASSED', note = '', who: object = centre) =>
  call('decideHardshipExit', { ...step(file, today, note), answer }, who);
const ids = async (over: object, who: object = head) => {
  const all = { unionId: '', state: '', fileLevel: '', category: '', inspection: '' };
  const { items } = await call('listHardshipFiles', { ...all, cursor: '', limit: 0, ...over }, who);
  return items.map(({ fileId }) => fileId);
};

test('every year worked out again, with the numbers before and after, by another person', async () => {
  const unionId = await scene.union();
  const filed = await scene.filed(unionId, 'NATIONAL');
  const opened = await open(filed);
  expect(opened.state).toBe('ANNUAL_VERIFY');
  await expect(verify(opened)).rejects.toThrow(refusedWith('VERIFICATION_UNDECLARED'));
  const declared = await declare(opened, wage(8_000_000n));
  await expect(verify(declared, cadre(unionId))).rejects.toThrow(forbidden);
  await expect(verify(declared, { ...centre, id: 'cadre-1' })).rejects.toThrow(
    refusedWith('HARDSHIP_SAME_PERSON'),
  );
  const stands = await verify(declared);
  expect(stands).toMatchObject({ state: 'FILED', category: 'RELATIVE', verifiedOn: today });
  const ask = { fileId: filed.fileId, reasonCode: 'VERIFICATION', reason: '年度复核' };
  const { assessments } = await call('revealHardshipFile', ask, centre);
  expect(assessments).toMatchObject([
    { seq: 2, category: 'RELATIVE', incomeFen: 8_000_000n, perHeadMonthFen: 138_889n },
    { seq: 1, category: 'DEEP', incomeFen: 6_000_000n, perHeadMonthFen: 83_333n },
  ]);
  expect(await factsOf(scene.service, 'hardship-file.changed', filed.fileId)).toMatchObject([
    {
      fileLevel: 'NATIONAL',
      category: 'RELATIVE',
      fileLevelBefore: 'NATIONAL',
      categoryBefore: 'DEEP',
      changedOn: today,
    },
  ]);
});

test('above the line it does not stand; out of hardship, asked after for a year, and back', async () => {
  const unionId = await scene.union();
  const people = household();
  const filed = await scene.filed(unionId, 'CITY', { people });
  const declared = await declare(await open(filed), wage(20_000_000n), people);
  await expect(verify(declared)).rejects.toThrow(refusedWith('HARDSHIP_OVER'));
  const proposed = await propose(declared);
  await expect(exit(proposed, 'PASSED', '', { ...centre, id: 'cadre-1' })).rejects.toThrow(
    refusedWith('HARDSHIP_SAME_PERSON'),
  );
  await expect(exit(proposed, 'DECLINED')).rejects.toThrow(refusedWith('HARDSHIP_REASON_MISSING'));
  const out = await exit(proposed);
  expect(out).toMatchObject({
    state: 'EXITED',
    exitKind: 'SUBSIDY_OUT',
    followUpUntil: addYears(today, 1),
  });
  // By what it was filed as, not by what it is now.
  const closed = { relieved: true, reason: 'SUBSIDY_OUT', category: 'DEEP', persons: 3 };
  expect(await factsOf(scene.service, 'hardship-file.closed', out.fileId)).toMatchObject([closed]);
  const ask = { ...step(out), contact: 'PHONE', outcome: 'STABLE' };
  const stable = await call('recordHardshipFollowUp', ask, cadre(unionId));
  expect(stable.state).toBe('EXITED');
  await scene.service.sql`
    update hardship_file set follow_up_until = ${addDays(today, -1)} where file_id = ${out.fileId}`;
  const back = { ...ask, expectedVersion: stable.version, outcome: 'FALLEN_BACK' };
  await expect(call('recordHardshipFollowUp', back, cadre(unionId))).rejects.toThrow(
    refusedWith('FOLLOW_UP_OVER'),
  );
  await scene.service.sql`
    update hardship_file set follow_up_until = ${today} where file_id = ${out.fileId}`;
  const reopened = await call('recordHardshipFollowUp', back, cadre(unionId));
  expect(reopened.state).toBe('REOPENED');
  const again = await declare(reopened, {}, people);
  expect(again).toMatchObject({ state: 'REOPENED', category: 'DEEP' });
  // The whole way once more, as if its days had passed.
  await scene.service.sql`
    update hardship_file set stood_on = ${day(39)} where file_id = ${out.fileId}`;
  const submitted = await call('submitHardshipFile', step(again, day(39)), cadre(unionId));
  const shown = await scene.publish(await scene.peers(await scene.visit(submitted)));
  const refiled = await scene.decide(await scene.match(await scene.review(shown)), 'CITY');
  expect(refiled).toMatchObject({ state: 'FILED', exitKind: '', followUpUntil: '' });
  const told = await factsOf(scene.service, 'hardship-file.opened', out.fileId);
  expect(told).toMatchObject([{ persons: 3 }, { persons: 3, reopened: true }]);
});

test('an exit declined stands as before; closed, its people are free for another file', async () => {
  const unionId = await scene.union();
  const people = [person()];
  const filed = await scene.filed(unionId, 'CITY', { people, declaration: declaration(wage(0n)) });
  const stands = await exit(await propose(filed), 'DECLINED', '仍未稳定就业');
  expect(stands).toMatchObject({ state: 'FILED', exitKind: '' });
  const ask = { ...step(stands, today, '已办理退休'), closeReason: 'RETIRED' };
  await expect(call('closeHardshipFile', ask, cadre(unionId))).rejects.toThrow(forbidden);
  const closed = await call('closeHardshipFile', ask, centre);
  expect(closed).toMatchObject({ state: 'CLOSED', closeReason: 'RETIRED' });
  expect(await factsOf(scene.service, 'hardship-file.closed', filed.fileId)).toMatchObject([
    { reason: 'RETIRED', persons: 1 },
  ]);
  expect(await scene.open(unionId, { people })).toMatchObject({ state: 'DRAFT' });
});

test('two lists for inspectors: not changed for a year, and never helped', async () => {
  const unionId = await scene.union();
  const [still, fresh] = [await scene.filed(unionId), await scene.filed(unionId)];
  await scene.opened(unionId);
  await scene.service.sql`
    update hardship_file set changed_on = ${addDays(addYears(today, -1), -1)}
    where file_id = ${still.fileId}`;
  await scene.service.sql`
    update hardship_file set helped_on = ${today} where file_id = ${still.fileId}`;
  expect(await ids({ unionId, inspection: 'UNCHANGED' })).toEqual([still.fileId]);
  expect(await ids({ unionId, inspection: 'NEVER_HELPED' }, { duty: 'auditor' })).toEqual([
    fresh.fileId,
  ]);
  await expect(ids({ unionId }, clerkOf(await scene.union()))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
});

test('a member asks for himself by the number that membership has, and sees his own alone', async () => {
  const unionId = await scene.union();
  const self = memberOf(unionId);
  const mine = person({ personName: '', idNumber: '' });
  const ask = openAsk('', { people: [mine, person({ relation: 'SPOUSE' })] });
  await expect(call('openHardshipFile', ask, self)).rejects.toThrow(
    refusedWith('MEMBER_UNKNOWN', 'not_found'),
  );
  Object.assign(record, { name: '周晓岚', idNumber: idNumber() });
  await expect(call('openHardshipFile', openAsk('', { people: [person()] }), self)).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const file = await call('openHardshipFile', ask, self);
  expect(file).toMatchObject({ unionId, own: true, headNameMasked: '周*岚', state: 'DRAFT' });
  const submitted = await call('submitHardshipFile', step(file), self);
  expect(submitted.state).toBe('SUBMITTED');
  const other = memberOf(unionId);
  await expect(call('submitHardshipFile', step(submitted), other)).rejects.toThrow(
    refusedWith('HARDSHIP_FILE_UNKNOWN', 'not_found'),
  );
  expect(await ids({}, self)).toEqual([file.fileId]);
  expect(await ids({}, other)).toEqual([]);
  const seen = await call('getHardshipFile', { fileId: file.fileId }, self);
  expect(seen.steps.map((one) => one.step)).toEqual(['OPEN', 'SUBMIT']);
  // The desk sees it, and nobody takes a step of his own household in another duty.
  const visit = { ...step(submitted), visitorIds: ['cadre-1', 'cadre-2'] };
  await expect(
    call('recordHomeVisit', visit, { ...cadre(unionId), member: self.member }),
  ).rejects.toThrow(refusedWith('HARDSHIP_OWN_FILE'));
  const withdrawn = await call('withdrawHardshipFile', step(submitted), self);
  expect(withdrawn).toMatchObject({ state: 'CLOSED', closeReason: 'WITHDRAWN' });
});

test('a member mends his own household while it is his to mend, and nobody else’s', async () => {
  const unionId = await scene.union();
  const [self, other] = [memberOf(unionId), memberOf(unionId)];
  Object.assign(record, { name: '周晓岚', idNumber: idNumber() });
  const people = [person({ personName: '', idNumber: '' }), person({ relation: 'SPOUSE' })];
  const file = await call('openHardshipFile', openAsk('', { people }), self);
  const ask = (of: File) => ({
    fileId: of.fileId,
    expectedVersion: of.version,
    people: people.slice(0, 1),
    declaration: declaration(wage(9_000_000n)),
    guardianConsented: false,
  });
  await expect(call('declareHousehold', ask(file), other)).rejects.toThrow(
    refusedWith('HARDSHIP_FILE_UNKNOWN', 'not_found'),
  );
  const named = { ...ask(file), people: [person()] };
  await expect(call('declareHousehold', named, self)).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const mended = await call('declareHousehold', ask(file), self);
  expect(mended).toMatchObject({ familySize: 1, category: 'NONE', state: 'DRAFT', own: true });
  await expect(call('declareHousehold', ask(file), self)).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(call('submitHardshipFile', step(mended), self)).rejects.toThrow(
    refusedWith('NOT_IN_HARDSHIP'),
  );
  const back = { ...ask(mended), people, declaration: declaration() };
  const submitted = await call(
    'submitHardshipFile',
    step(await call('declareHousehold', back, self)),
    self,
  );
  await expect(call('declareHousehold', ask(submitted), self)).rejects.toThrow(
    expect.objectContaining({ kind: 'refused' }),
  );
});

test('a cadre answers for a household, goes there, and no longer does', async () => {
  const unionId = await scene.union();
  const draft = await scene.open(unionId);
  const ask = { fileId: draft.fileId, cadreId: 'cadre-7', post: '副主席', sinceOn: day(9) };
  await expect(call('pairHousehold', ask, centre)).rejects.toThrow(refusedWith('SUBMISSION_FIRST'));
  const { fileId } = await scene.filed(unionId);
  const pair = await call('pairHousehold', { ...ask, fileId }, centre);
  await expect(call('pairHousehold', { ...ask, fileId }, centre)).rejects.toThrow(
    refusedWith('HOUSEHOLD_PAIRED', 'duplicate'),
  );
  const visit = { pairId: pair.pairId, happenedOn: day(3), note: '帮助联系就业岗位' };
  const seen = await call('recordPairVisit', visit, cadre(unionId));
  expect(seen).toMatchObject({ visits: 1, visitedOn: day(3) });
  await expect(call('recordPairVisit', visit, clerkOf(await scene.union()))).rejects.toThrow(
    refusedWith('HOUSEHOLD_PAIR_UNKNOWN', 'not_found'),
  );
  const all = { fileId, cadreId: 'cadre-7', cursor: '', limit: 0 };
  expect((await call('listHouseholdPairs', all, { duty: 'auditor' })).items).toEqual([seen]);
  const end = { pairId: pair.pairId, expectedVersion: 1, endedOn: today };
  expect(await call('endHouseholdPair', end, centre)).toMatchObject({ endedOn: today });
  await expect(call('recordPairVisit', visit, cadre(unionId))).rejects.toThrow(
    refusedWith('HOUSEHOLD_PAIR_ENDED'),
  );
});

test('returned, it is mended and goes the whole way again', async () => {
  const unionId = await scene.union();
  const shown = await scene.shown(unionId);
  const returned = await scene.review(shown, { answer: 'RETURNED', note: '缺少诊断证明' });
  expect(returned.state).toBe('RETURNED');
  const again = await call('submitHardshipFile', step(returned, day(15)), cadre(unionId));
  expect(again.state).toBe('SUBMITTED');
  await expect(scene.review(again)).rejects.toThrow(refusedWith('HOME_VISIT_FIRST'));
});

test('of two who take the same step at once one is stale', async () => {
  const unionId = await scene.union();
  const matched = await scene.matched(unionId);
  const two = ['centre-1', 'centre-2'].map((id) =>
    scene.decide(matched, 'CITY', {}, { ...centre, id }),
  );
  const lost = (await Promise.allSettled(two)).filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'VERSION_MOVED', kind: 'stale' } }]);
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(scene.service, TOLD_OF_HOUSEHOLDS, ...HARDSHIP_MOVEMENTS);
});
