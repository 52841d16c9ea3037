// A plan that is in force, with people who take part, for tests.
import type {
  MutualAidClaim,
  MutualAidPlan,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { HASH } from '@gonglian/testing/people-scene.ts';
import { madeAccount, madePerson } from '../campaign/scene.ts';
import type { Service } from '../scene.ts';
import { HUNAN } from './made-terms.ts';
import type { PlanStep } from './plan.ts';
import type { Terms } from './terms.ts';

export const today = chinaDate(new Date());
export const day = (ago: number) => addDays(today, -ago);

export const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
/** Of the grassroots union. */
export const cadre = (scope: string) => ({ duty: 'clerk', id: 'cadre-1', scope }) as const;
export const reviewer = { duty: 'clerk', id: 'clerk-2' } as const;
export const chair = { duty: 'chair', id: 'chair-1' } as const;

export const termsAsk = (terms: Terms = HUNAN, over: object = {}) => ({
  ...terms,
  termsVersion: 0,
  effectiveFrom: day(200),
  orderedBy: '合成县职工医疗互助办法',
  tiers: terms.tiers.map(({ upToFen, rateBp }) => ({ upToFen: BigInt(upToFen), rateBp })),
  lumpSums: terms.lumpSums.map(({ diseaseCode, amountFen }) => ({
    diseaseCode,
    amountFen: BigInt(amountFen),
  })),
  minFen: BigInt(terms.minFen),
  capFen: BigInt(terms.capFen),
  perDayFen: BigInt(terms.perDayFen),
  ...over,
});

let plans = 0;
export function planAsk(unionId: string, over: object = {}) {
  plans += 1;
  return {
    unionId,
    planName: `住院医疗互助 ${plans}`,
    round: '第四期',
    planKind: 'HOSPITAL',
    premiumFen: 6_000n,
    gifted: false,
    womenOnly: false,
    menUnder: 0,
    womenUnder: 0,
    basePlanId: '',
    waitingDays: 0,
    enrolFrom: day(100),
    enrolTo: today,
    periodFrom: day(100),
    periodTo: addDays(today, 200),
    terms: termsAsk(),
    ...over,
  };
}

export const healthAsk = (over: object = {}) => ({
  diagnosis: '合成诊断甲',
  hospital: '合成县人民医院',
  hospitalLevel: 2,
  diseaseCode: '',
  admittedOn: day(20),
  dischargedOn: day(10),
  days: 10,
  selfPayFen: 800_000n,
  ...over,
});

let invoices = 0;
export const madeInvoice = () => {
  invoices += 1;
  return `FP${String(invoices).padStart(10, '0')}`;
};

export const listed = (person = madePerson(), insurance = 'EMPLOYEE') => ({ ...person, insurance });

export function mutualAidSteps(service: Service) {
  const { call } = service;
  const stepPlan = ({ planId, version }: MutualAidPlan, step: PlanStep) =>
    call('stepMutualAidPlan', { planId, expectedVersion: version, step }, clerk);

  /** Open for enrolment. */
  async function enrolling(unionId: string, over: object = {}): Promise<MutualAidPlan> {
    const drafted = await call('draftMutualAidPlan', planAsk(unionId, over) as never, clerk);
    return stepPlan(await stepPlan(drafted, 'PUBLISH'), 'OPEN');
  }

  const enrol = (planId: string, unionId: string, people: object[], who: object = cadre(unionId)) =>
    call('enrolMutualAid', { planId, unionId, people: people as never }, who);

  let receipts = 0;
  const pay = (
    batch: { batchId: string; version: number; premiumFen: bigint },
    over: object = {},
  ) => {
    receipts += 1;
    const { batchId, version: expectedVersion, premiumFen: amountFen } = batch;
    const ask = {
      batchId,
      expectedVersion,
      amountFen,
      paidOn: today,
      receiptNo: `收〔${receipts}〕号`,
    };
    return call('payMutualAidPremium', { ...ask, ...over }, clerk);
  };

  /** These people are covered for as long as the period, as if the premium had come on its first day. */
  async function inForce(unionId: string, of: string, people: object[], over: object = {}) {
    const plan = await enrolling(unionId, over);
    const { batch } = await enrol(plan.planId, of, people);
    if (!batch) throw new Error('nobody was enrolled');
    await pay(batch);
    await service.sql`
      update mutual_batch set effective_from = ${plan.periodFrom} where batch_id = ${batch.batchId}`;
    return stepPlan(plan, 'START');
  }

  const report = (
    planId: string,
    unionId: string,
    person: { personName: string; idNumber: string },
    over: object = {},
    who: object = cadre(unionId),
  ) => call('reportMutualAidClaim', { planId, unionId, ...person, health: healthAsk(over) }, who);

  const seen = ({ claimId, version }: MutualAidClaim) => ({ claimId, expectedVersion: version });
  const submit = (claim: MutualAidClaim, over: object = {}, who: object = cadre(claim.unionId)) =>
    call('submitClaimMaterials', { ...seen(claim), ...materials(), ...over }, who);
  const step = (claim: MutualAidClaim, name: string, who: object, reasonCode = '') =>
    call('stepMutualAidClaim', { ...seen(claim), step: name, reasonCode }, who);
  const calculate = (claim: MutualAidClaim, who: object = reviewer) =>
    call('calculateMutualAidClaim', seen(claim), who);
  const approve = (claim: MutualAidClaim, who: object = chair) =>
    call('approveMutualAidClaim', seen(claim), who);

  /** Reported, with its papers, checked, reviewed and worked out. */
  async function calculated(
    planId: string,
    unionId: string,
    person: { personName: string; idNumber: string },
    over: object = {},
  ): Promise<MutualAidClaim> {
    const submitted = await submit(await report(planId, unionId, person, over));
    const checked = await step(submitted, 'CHECK', cadre(unionId));
    return calculate(await step(checked, 'REVIEW', reviewer));
  }
  return {
    stepPlan,
    enrolling,
    enrol,
    pay,
    inForce,
    report,
    submit,
    step,
    calculate,
    approve,
    calculated,
  };
}

export const materials = () => ({
  invoiceNumbers: [madeInvoice()],
  evidenceSha256: [HASH],
  ...madeAccount(),
});
