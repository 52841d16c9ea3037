import type { MutualAidClaim } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { askFinance, settled, wiredFinance, type WiredFinance } from '@gonglian/payout/scene.ts';
import { factsOf, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeAccount, madePerson, openCounty, paidFrom } from '../campaign/scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { MUTUAL_AID_MOVEMENTS, TOLD_OF_MUTUAL_AID } from '../recount/told-campaigns.ts';
import { startWelfare, type Service } from '../scene.ts';
import { WOMENS } from './made-terms.ts';
import {
  cadre,
  chair,
  clerk,
  day,
  healthAsk,
  listed,
  madeInvoice,
  materials,
  mutualAidSteps,
  reviewer,
  termsAsk,
  today,
} from './scene.ts';

let service: Service;
let call: Service['call'];
let finance: WiredFinance;
let of: Awaited<ReturnType<typeof openCounty>>;
let steps: ReturnType<typeof mutualAidSteps>;
let planId: string;
const people = Array.from({ length: 20 }, () => madePerson());
/** Each test claims for somebody else. */
const next = () => people.pop() ?? madePerson();
beforeAll(async () => {
  finance = wiredFinance();
  service = await startWelfare({ requestPayment: finance.requestPayment });
  call = service.call;
  of = await openCounty(service);
  steps = mutualAidSteps(service);
  ({ planId } = await steps.inForce(
    of.root,
    of.works,
    people.map((one) => listed(one)),
  ));
});
afterAll(() => service.stop());

const report = (person: ReturnType<typeof madePerson>, over: object = {}) =>
  steps.report(planId, of.works, person, over);
const payAsk = (claimIds: string[], over: object = {}) => ({
  planId,
  claimIds,
  ...paidFrom,
  projectCode: 'HZ-4',
  documentNo: '互助〔1〕号',
  ...over,
});
const seen = ({ claimId, version }: MutualAidClaim) => ({ claimId, expectedVersion: version });

test('from the report to the money: two check, a third approves, the bank pays, the sum stands line by line', async () => {
  const claim = await steps.calculated(planId, of.works, next());
  expect(claim).toMatchObject({ state: 'CALCULATED', benefitFen: 255_000n, termsVersion: 1 });
  expect(claim.lines.map((one) => [one.lineKind, one.base, one.rateBp, one.amountFen])).toEqual([
    ['TIER', 500_000n, 3_000, 150_000n],
    ['TIER', 300_000n, 3_500, 105_000n],
  ]);
  const { claimId } = claim;
  await expect(call('payMutualAidClaims', payAsk([claimId]), clerk)).rejects.toThrow(
    refusedWith('CLAIM_STATE_WRONG'),
  );
  const approved = await steps.approve(claim);
  expect(approved.steps.map(({ step, account }) => `${step} ${account}`)).toEqual([
    'REPORT cadre-1',
    'SUBMIT cadre-1',
    'CHECK cadre-1',
    'REVIEW clerk-2',
    'CALCULATE clerk-2',
    'APPROVE chair-1',
  ]);
  const { payoutId } = await call('payMutualAidClaims', payAsk([claimId]), clerk);
  await expect(call('payMutualAidClaims', payAsk([claimId]), clerk)).rejects.toThrow(
    refusedWith('RECORD_PAID'),
  );
  await askFinance(service);
  const { request, paymentId } = finance.payments.get(`${payoutId}/1`) ?? {};
  // The premiums were entrusted to the union: out of what lies there for the scheme, and no expenditure.
  expect(request).toMatchObject({
    accountCode: '221',
    purposeCode: 'MUTUAL_AID',
    lines: [{ payeeName: '李小明', projectCode: 'HZ-4' }],
  });
  const said = {
    paymentId: paymentId ?? '',
    unionId: of.root,
    sourceId: `${payoutId}/1`,
    sourceService: 'welfare',
  };
  await service.publishFacts('finance', [settled(said, 1, 255_000n, today)]);
  await service.settled();
  expect(await call('getMutualAidClaim', { claimId }, clerk)).toMatchObject({
    state: 'PAID',
    payoutState: 'PAID',
  });
  expect(await factsOf(service, 'mutual-aid.paid', claimId)).toEqual([
    { claimId, unionId: of.works, planKind: 'HOSPITAL', paidOn: today, amountFen: '255000' },
  ]);
  const { totals } = await call('getMutualAidPlan', { planId }, clerk);
  expect(totals).toMatchObject({ paidClaims: 1, payoutFen: 255_000n, payoutRatioBp: 21_250 });
});

test('an invoice is used once, in whatever plan and round, also by two at once', async () => {
  const [one, other] = [next(), next()];
  const elsewhere = await steps.inForce(of.root, of.mill, [listed(one)], { round: '第五期' });
  const invoiceNumbers = [madeInvoice()];
  const mine = await report(one);
  await steps.submit(mine, { invoiceNumbers });
  const typed = { invoiceNumbers: [madeInvoice(), ` ${invoiceNumbers[0]?.toLowerCase()} `] };
  const there = await steps.report(elsewhere.planId, of.mill, one);
  await expect(steps.submit(there, typed)).rejects.toThrow(
    expect.objectContaining({ code: 'INVOICE_USED', details: { seq: 2 } }),
  );
  const his = await report(other);
  await expect(steps.submit(his, { invoiceNumbers })).rejects.toThrow(refusedWith('INVOICE_USED'));
  const fresh = { invoiceNumbers: [madeInvoice()] };
  const both = await Promise.allSettled([steps.submit(there, fresh), steps.submit(his, fresh)]);
  const lost = both.filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'INVOICE_USED' } }]);
});

test('returned, rejected, appealed once, taken up again; what was rejected frees its invoices', async () => {
  const invoiceNumbers = [madeInvoice()];
  const submitted = await steps.submit(await report(next()), { invoiceNumbers });
  await expect(steps.step(submitted, 'RETURN', cadre(of.works))).rejects.toThrow(
    refusedWith('REASON_MISSING'),
  );
  const returned = await steps.step(submitted, 'RETURN', cadre(of.works), 'MATERIALS_INCOMPLETE');
  const again = await steps.submit(returned, { invoiceNumbers });
  const checked = await steps.step(again, 'CHECK', cadre(of.works));
  await expect(steps.step(checked, 'REVIEW', { ...reviewer, id: 'cadre-1' })).rejects.toThrow(
    refusedWith('SAME_PERSON'),
  );
  // The grassroots union does not review.
  await expect(
    steps.step(checked, 'REVIEW', { duty: 'clerk', id: 'cadre-2', scope: of.works }),
  ).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  const rejected = await steps.step(checked, 'REJECT', reviewer, 'NOT_COVERED');
  const other = await steps.submit(await report(next()), { invoiceNumbers });
  expect(other.state).toBe('MATERIALS');
  const appealed = await call('appealMutualAidClaim', seen(rejected), cadre(of.works));
  await expect(steps.step(appealed, 'UPHOLD', reviewer)).rejects.toThrow(
    refusedWith('SAME_PERSON'),
  );
  const upheld = await steps.step(appealed, 'UPHOLD', clerk);
  expect(upheld.state).toBe('RETURNED');
  await expect(steps.submit(upheld, { invoiceNumbers })).rejects.toThrow(
    refusedWith('INVOICE_USED'),
  );
  const over = await steps.step(upheld, 'REJECT', reviewer, 'INVOICE_INVALID');
  await expect(call('appealMutualAidClaim', seen(over), cadre(of.works))).rejects.toThrow(
    refusedWith('APPEALED_BEFORE'),
  );
});

test('no step is skipped; whoever checked or worked it out does not approve', async () => {
  const reported = await report(next());
  await expect(steps.step(reported, 'CHECK', cadre(of.works))).rejects.toThrow(
    refusedWith('CLAIM_STATE_WRONG'),
  );
  await expect(steps.approve(reported)).rejects.toThrow(refusedWith('CLAIM_STATE_WRONG'));
  const claim = await steps.calculated(planId, of.works, next());
  await expect(steps.approve(claim, { ...chair, id: 'clerk-2' })).rejects.toThrow(
    refusedWith('SAME_PERSON'),
  );
});

test('two claims of a person at once take no more than the round has', async () => {
  const person = next();
  const big = { selfPayFen: 8_000_000n };
  const first = await steps.calculated(planId, of.works, person, big);
  const second = await steps.calculated(planId, of.works, person, big);
  expect([first.benefitFen, second.benefitFen]).toEqual([3_675_000n, 3_675_000n]);
  const both = await Promise.allSettled([steps.approve(first), steps.approve(second)]);
  const lost = both.findIndex(({ status }) => status === 'rejected');
  expect(both[lost]).toMatchObject({ reason: { code: 'CALCULATION_MOVED' } });
  const moved = await steps.calculate(lost === 0 ? first : second);
  expect(moved.benefitFen).toBe(1_325_000n);
  expect(moved.lines.at(-1)).toMatchObject({ lineKind: 'ROUND', amountFen: -2_350_000n });
  await steps.approve(moved);
  const more = await steps.calculated(planId, of.works, person);
  await expect(steps.approve(more)).rejects.toThrow(refusedWith('NOTHING_DUE'));
});

test('outside of cover, of the window, of the plan, nothing is claimed', async () => {
  const person = next();
  const early = { admittedOn: day(101), dischargedOn: day(95), days: 7 };
  await expect(report(person, early)).rejects.toThrow(refusedWith('IN_WAITING_PERIOD'));
  await expect(report(person, { dischargedOn: day(-1) })).rejects.toThrow(
    refusedWith('HEALTH_DATES_WRONG'),
  );
  await expect(report(person, { diseaseCode: 'BREAST' })).rejects.toThrow(
    refusedWith('DISEASE_CODE_WRONG'),
  );
  await expect(report(madePerson())).rejects.toThrow(refusedWith('NOT_ENROLLED', 'not_found'));
});

test('an illness that is paid by lump sum is paid once, until it was rejected', async () => {
  const person = next();
  const lump = { planKind: 'LUMP_SUM', terms: termsAsk(WOMENS) };
  const plan = await steps.inForce(of.root, of.works, [listed(person)], lump);
  const claim = (diseaseCode: string) =>
    steps.report(plan.planId, of.works, person, { diseaseCode });
  const first = await claim('BREAST');
  await expect(claim('BREAST')).rejects.toThrow(refusedWith('DISEASE_CLAIMED'));
  await claim('CERVIX');
  const rejected = await steps.step(first, 'REJECT', reviewer, 'NOT_COVERED');
  await claim('BREAST');
  await expect(call('appealMutualAidClaim', seen(rejected), cadre(of.works))).rejects.toThrow(
    refusedWith('DISEASE_CLAIMED'),
  );
  const unlisted = await steps.submit(await claim('IN_SITU'));
  const checked = await steps.step(unlisted, 'CHECK', cadre(of.works));
  const reviewed = await steps.step(checked, 'REVIEW', reviewer);
  await expect(steps.calculate(reviewed)).rejects.toThrow(refusedWith('DISEASE_NOT_COVERED'));
});

test('forbidden, replay, another body, foreign scope, stale; the queue goes on behind its cursor', async () => {
  const foreign = { duty: 'clerk', scope: of.mill } as const;
  const health = healthAsk();
  const claim = await once<MutualAidClaim>(service, {
    method: 'reportMutualAidClaim',
    ask: { planId, unionId: of.works, ...next(), health },
    changed: { health: { ...health, days: 1 } },
    caller: cadre(of.works),
    forbidden: { duty: 'finance' },
    foreign,
    unknown: 'UNION_UNKNOWN',
  });
  await once(service, {
    method: 'submitClaimMaterials',
    ask: { ...seen(claim), ...materials() },
    changed: madeAccount(),
    caller: cadre(of.works),
    forbidden: { duty: 'finance' },
    foreign,
    unknown: 'CLAIM_UNKNOWN',
  });
  await expect(steps.step(claim, 'CHECK', clerk)).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const page = (cursor: string, limit: number) =>
    call(
      'listMutualAidClaims',
      { planId: '', unionId: '', state: '', cursor, limit, reportedUntil: '' },
      cadre(of.works),
    );
  const whole = (await page('', 200)).items.map(({ claimId }) => claimId);
  const first = await page('', 2);
  const then = await page(first.nextCursor, 200);
  expect([...first.items, ...then.items].map(({ claimId }) => claimId)).toEqual(whole);
  expect(whole).toContain(claim.claimId);
  const { items } = await call(
    'listMutualAidClaims',
    { planId: '', unionId: '', state: '', cursor: '', limit: 200, reportedUntil: '' },
    foreign,
  );
  expect(items.map(({ claimId }) => claimId)).not.toContain(claim.claimId);
});

test('a round is settled once nothing more can be claimed, and its figures are kept', async () => {
  const round = {
    periodFrom: day(700),
    periodTo: day(400),
    enrolFrom: day(700),
    terms: termsAsk(undefined, { effectiveFrom: day(700) }),
  };
  const plan = await steps.inForce(of.root, of.works, [listed(), listed()], round);
  const closed = await steps.stepPlan(plan, 'CLOSE');
  const settledPlan = await steps.stepPlan(closed, 'SETTLE');
  expect(settledPlan).toMatchObject({
    state: 'SETTLED',
    totals: { persons: 2, premiumFen: 12_000n, payoutFen: 0n, payoutRatioBp: 0, settledOn: today },
  });
});

test('all of it is recounted from the records as its facts have told it', async () => {
  // The tests moved the first day of cover back in the records alone.
  await service.sql`
    update mutual_batch as b set effective_from = greatest(paid_on, p.period_from) + p.waiting_days
    from mutual_plan as p where p.plan_id = b.plan_id and b.state = 'PAID'`;
  await expectRecounted(service, TOLD_OF_MUTUAL_AID, ...MUTUAL_AID_MOVEMENTS);
});
