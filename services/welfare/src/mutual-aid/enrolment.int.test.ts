import { addDays } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { factsOf, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePerson, openCounty } from '../campaign/scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { TOLD_OF_MUTUAL_AID } from '../recount/told-campaigns.ts';
import { startWelfare, type Service } from '../scene.ts';
import { HUNAN } from './made-terms.ts';
import { cadre, clerk, day, listed, mutualAidSteps, planAsk, termsAsk, today } from './scene.ts';

let service: Service;
let call: Service['call'];
let of: Awaited<ReturnType<typeof openCounty>>;
let steps: ReturnType<typeof mutualAidSteps>;
beforeAll(async () => {
  service = await startWelfare();
  call = service.call;
  of = await openCounty(service);
  steps = mutualAidSteps(service);
});
afterAll(() => service.stop());

const get = (planId: string) => call('getMutualAidPlan', { planId }, clerk);

test('a list is taken row by row: what is wrong is told, the others go on, and are covered once paid', async () => {
  const { planId } = await steps.enrolling(of.root, { waitingDays: 30 });
  const known = madePerson();
  await steps.enrol(planId, of.mill, [listed(known)]);
  const good = [madePerson(), madePerson()] as const;
  const { batch, refused } = await steps.enrol(planId, of.works, [
    listed(good[0]),
    listed({ personName: '', idNumber: good[1].idNumber }),
    listed({ personName: '李小明', idNumber: '329999198805120011' }),
    listed(good[0]),
    listed(known),
    listed(good[1], 'RESIDENT'),
  ]);
  expect(refused).toEqual([
    { row: 2, code: 'NAME_MISSING' },
    { row: 3, code: 'CHECKSUM' },
    { row: 4, code: 'PERSON_TWICE' },
    { row: 5, code: 'ENROLLED_ALREADY' },
  ]);
  expect(batch).toMatchObject({ persons: 2, premiumFen: 12_000n, state: 'LISTED' });
  if (!batch) return;
  await expect(steps.pay(batch, { amountFen: 6_000n })).rejects.toThrow(
    refusedWith('PREMIUM_WRONG'),
  );
  const paid = await steps.pay(batch, { receiptNo: '收据甲' });
  expect(paid).toMatchObject({ state: 'PAID', effectiveFrom: addDays(today, 30) });
  expect(await factsOf(service, 'mutual-aid.enrolled', batch.batchId)).toMatchObject([
    { persons: 2, premiumFen: '12000', planKind: 'HOSPITAL', effectiveFrom: addDays(today, 30) },
  ]);
  await expect(steps.pay(paid)).rejects.toThrow(refusedWith('BATCH_STATE_WRONG'));
  const other = await steps.enrol(planId, of.mill, [listed()]);
  await expect(steps.pay(other.batch ?? paid, { receiptNo: '收据甲' })).rejects.toThrow(
    refusedWith('RECEIPT_USED', 'duplicate'),
  );
  const page = { batchId: batch.batchId, cursor: '', limit: 0 };
  const { items } = await call('listMutualAidEnrolments', page, cadre(of.works));
  expect(items.map((one) => one.personNameMasked)).toEqual(['李*明', '李*明']);
  expect((await get(planId)).totals).toMatchObject({ persons: 2, premiumFen: 12_000n });
});

test('nobody is taken twice by two lists at once; all refused, there is no list', async () => {
  const { planId } = await steps.enrolling(of.root);
  const people = [listed(), listed(), listed()];
  const both = await Promise.all([
    steps.enrol(planId, of.works, people),
    steps.enrol(planId, of.mill, people.toReversed()),
  ]);
  expect(both.reduce((sum, { batch }) => sum + (batch?.persons ?? 0), 0)).toBe(3);
  const again = await steps.enrol(planId, of.works, people);
  expect(again.batch).toBeUndefined();
  expect(again.refused.map(({ code }) => code)).toEqual(
    Array.from({ length: 3 }, () => 'ENROLLED_ALREADY'),
  );
});

test('a list that nobody paid for may be cancelled, and its people listed anew', async () => {
  const { planId } = await steps.enrolling(of.root);
  const { batch } = await steps.enrol(planId, of.works, [listed()]);
  const ask = { batchId: batch?.batchId ?? '', expectedVersion: 1 };
  expect(await call('cancelMutualAidBatch', ask, cadre(of.works))).toMatchObject({
    state: 'CANCELLED',
  });
  await expect(
    call('cancelMutualAidBatch', { ...ask, expectedVersion: 2 }, cadre(of.works)),
  ).rejects.toThrow(refusedWith('BATCH_STATE_WRONG'));
});

test('an extra is for whoever has the plan it is extra to; gifted accident cover is counted as such', async () => {
  const base = await steps.enrolling(of.root);
  const extra = await steps.enrolling(of.root, { basePlanId: base.planId, gifted: true });
  const [has, hasNot] = [madePerson(), madePerson()];
  await steps.enrol(base.planId, of.works, [listed(has)]);
  const { batch, refused } = await steps.enrol(extra.planId, of.works, [
    listed(hasNot),
    listed(has),
  ]);
  expect(refused).toEqual([{ row: 1, code: 'BASE_PLAN_NOT_TAKEN' }]);
  if (batch) await steps.pay(batch);
  expect(await factsOf(service, 'mutual-aid.enrolled', batch?.batchId ?? '')).toMatchObject([
    { gifted: true, persons: 1 },
  ]);
});

test('terms are versions: from a day on, never changed, never backdated once published', async () => {
  const plan = await steps.enrolling(of.root);
  const { planId, version: expectedVersion } = plan;
  expect(await factsOf(service, 'mutual-aid.published', planId)).toMatchObject([
    { capFen: '5000000', planKind: 'HOSPITAL' },
  ]);
  const set = (terms: object) =>
    call('setMutualAidTerms', { planId, expectedVersion, terms: terms as never }, clerk);
  await expect(set(termsAsk(HUNAN, { effectiveFrom: today }))).rejects.toThrow(
    refusedWith('TERMS_BACKDATED'),
  );
  await expect(
    set(termsAsk({ ...HUNAN, minFen: 9_000_000 }, { effectiveFrom: addDays(today, 1) })),
  ).rejects.toThrow(refusedWith('MINIMUM_ABOVE_CAP'));
  const next = { ...HUNAN, capFen: 6_000_000 };
  const after = await set(termsAsk(next, { effectiveFrom: addDays(today, 1) }));
  expect(after.terms.map((one) => [one.termsVersion, one.capFen])).toEqual([
    [1, 5_000_000n],
    [2, 6_000_000n],
  ]);
  const changed = service.sql`update mutual_terms set ordered_by = '改' where plan_id = ${planId}`;
  await expect(changed).rejects.toThrow('kept as they were');
});

test('enrolment has its days and its state; a plan takes its steps in order', async () => {
  const over = await steps.enrolling(of.root, { enrolFrom: day(50), enrolTo: day(1) });
  await expect(steps.enrol(over.planId, of.works, [listed()])).rejects.toThrow(
    refusedWith('ENROLMENT_CLOSED'),
  );
  const started = await steps.stepPlan(over, 'START');
  await expect(steps.enrol(over.planId, of.works, [listed()])).rejects.toThrow(
    refusedWith('PLAN_STATE_WRONG'),
  );
  await expect(steps.stepPlan(started, 'CLOSE')).rejects.toThrow(refusedWith('PERIOD_NOT_OVER'));
  await expect(steps.stepPlan(started, 'SETTLE')).rejects.toThrow(refusedWith('PLAN_STATE_WRONG'));
  const page = { unionId: '', state: 'EFFECTIVE', cursor: '', limit: 0 };
  const { items } = await call('listMutualAidPlans', page, cadre(of.works));
  expect(items.map((one) => one.planId)).toEqual([over.planId]);
});

test('forbidden, replay, another body, foreign scope, stale', async () => {
  const foreign = { duty: 'clerk', scope: of.mill } as const;
  const keyed = { caller: clerk, foreign, unknown: 'UNION_UNKNOWN' };
  const plan = planAsk(of.works);
  await once(service, {
    ...keyed,
    method: 'draftMutualAidPlan',
    ask: plan,
    changed: { round: '第五期' },
  });
  await expect(call('draftMutualAidPlan', plan as never, clerk)).rejects.toThrow(
    refusedWith('PLAN_EXISTS', 'duplicate'),
  );
  const { planId, version } = await steps.enrolling(of.root);
  await once(service, {
    ...keyed,
    method: 'enrolMutualAid',
    ask: { planId, unionId: of.works, people: [listed()] },
    changed: { people: [listed()] },
  });
  const ask = { planId, expectedVersion: version, step: 'START' };
  await expect(call('stepMutualAidPlan', ask, foreign)).rejects.toThrow(
    refusedWith('PLAN_UNKNOWN', 'not_found'),
  );
  await expect(call('stepMutualAidPlan', { ...ask, expectedVersion: 9 }, clerk)).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(get(newId())).rejects.toThrow(refusedWith('PLAN_UNKNOWN', 'not_found'));
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, TOLD_OF_MUTUAL_AID, 'mutual_aid_enrolled');
});
