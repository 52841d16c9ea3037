// A plan of a round, as it is kept and shown, and what may become of it.
import type {
  MutualAidPlan,
  MutualAidTerms,
  MutualAidTotals,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';
import type { DatedTerms, PlanKind, Terms } from './terms.ts';

export const PLAN_STATES = [
  'DRAFT',
  'PUBLISHED',
  'ENROLLING',
  'EFFECTIVE',
  'CLOSED',
  'SETTLED',
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_STEPS = {
  PUBLISH: { from: 'DRAFT', to: 'PUBLISHED' },
  OPEN: { from: 'PUBLISHED', to: 'ENROLLING' },
  START: { from: 'ENROLLING', to: 'EFFECTIVE' },
  CLOSE: { from: 'EFFECTIVE', to: 'CLOSED' },
  SETTLE: { from: 'CLOSED', to: 'SETTLED' },
} as const satisfies Record<string, { from: PlanState; to: PlanState }>;
export type PlanStep = keyof typeof PLAN_STEPS;

export interface PlanRow {
  planId: string;
  unionId: string;
  unionName: string;
  planName: string;
  round: string;
  planKind: PlanKind;
  premiumFen: number;
  gifted: boolean;
  womenOnly: boolean;
  menUnder: number;
  womenUnder: number;
  basePlanId: string;
  waitingDays: number;
  enrolFrom: string;
  enrolTo: string;
  periodFrom: string;
  periodTo: string;
  state: PlanState;
  settledOn: string;
  settledPersons: number;
  settledPremiumFen: number;
  settledPayoutFen: number;
  version: number;
}

/** What has to be so besides the state. */
interface Standing {
  today: string;
  /** The last day on which something of the period may be claimed. */
  claimsUntil: string;
  openClaims: number;
  unpaidClaims: number;
}

/** In the order of refusals: PLAN_STATE_WRONG, PERIOD_NOT_BEGUN, PERIOD_NOT_OVER, CLAIMS_STILL_COME, CLAIMS_OPEN. */
export function decidePlanStep(
  plan: Pick<PlanRow, 'state' | 'periodFrom' | 'periodTo'>,
  step: PlanStep,
  { today, claimsUntil, openClaims, unpaidClaims }: Standing,
): PlanState {
  const { from, to } = PLAN_STEPS[step];
  if (plan.state !== from) throw refused('PLAN_STATE_WRONG', { state: plan.state });
  if (step === 'START' && today < plan.periodFrom)
    throw refused('PERIOD_NOT_BEGUN', { periodFrom: plan.periodFrom });
  if (step === 'CLOSE' && today <= plan.periodTo)
    throw refused('PERIOD_NOT_OVER', { periodTo: plan.periodTo });
  if (step === 'SETTLE' && today <= claimsUntil)
    throw refused('CLAIMS_STILL_COME', { claimsUntil });
  if (step === 'SETTLE' && openClaims + unpaidClaims > 0)
    throw refused('CLAIMS_OPEN', { openClaims, unpaidClaims });
  return to;
}

/** In hundredths of a percent, of premium; worked out from the two again wherever it is shown. */
export function payoutRatioBp(payoutFen: number, premiumFen: number): number {
  return premiumFen === 0 ? 0 : Math.round((payoutFen / premiumFen) * 10_000);
}

export const planStep = { planId: id, expectedVersion };

interface Find {
  id?: string | null;
  unionId?: string | null;
  state?: string;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findPlans(sql: Sql, of: Find): Promise<PlanRow[]> {
  const { id: one = null, unionId = null, state = '', before = null, limit } = of;
  return sql<PlanRow>`
    select p.plan_id as "planId", p.holder_union_id as "unionId", coalesce(u.name, '') as "unionName",
      p.name as "planName", p.round, p.kind as "planKind", p.premium_fen::float8 as "premiumFen", p.gifted,
      p.women_only as "womenOnly", p.men_under as "menUnder", p.women_under as "womenUnder",
      coalesce(p.base_plan_id::text, '') as "basePlanId", p.waiting_days as "waitingDays",
      p.enrol_from::text as "enrolFrom", p.enrol_to::text as "enrolTo", p.period_from::text as "periodFrom",
      p.period_to::text as "periodTo", p.state, coalesce(p.settled_on::text, '') as "settledOn",
      p.settled_persons as "settledPersons", p.settled_premium_fen::float8 as "settledPremiumFen",
      p.settled_payout_fen::float8 as "settledPayoutFen", p.version
    from mutual_plan as p left join known_union as u on u.union_id = p.holder_union_id
    where (${one}::uuid is null or p.plan_id = ${one}::uuid)
      and (${unionId}::uuid is null or p.holder_union_id = ${unionId}::uuid)
      and (${state}::text = '' or p.state = ${state}::text)
      and (${before}::uuid is null or p.plan_id < ${before}::uuid)
    order by p.plan_id desc limit ${limit}`;
}

/** PLAN_UNKNOWN where there is none. */
export async function readPlan(sql: Sql, planId: string): Promise<PlanRow> {
  const [row] = await findPlans(sql, { id: planId, limit: 1 });
  if (!row) throw notFound('PLAN_UNKNOWN', { planId });
  return row;
}

/** Locked until the transaction ends: of whoever runs it; PLAN_UNKNOWN for others. */
export async function lockPlan(
  sql: Sql,
  ask: { planId: string; expectedVersion: number },
): Promise<PlanRow> {
  const held = await sql`select 1 from mutual_plan where plan_id = ${ask.planId} for update`;
  if (held.length === 0) throw notFound('PLAN_UNKNOWN', { planId: ask.planId });
  const row = await readPlan(sql, ask.planId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** Every version, the oldest first. */
export async function readTerms(
  sql: Sql,
  planId: string,
): Promise<(DatedTerms & { orderedBy: string })[]> {
  const rows = await sql<{
    termsVersion: number;
    effectiveFrom: string;
    orderedBy: string;
    terms: Terms;
  }>`
    select terms_version as "termsVersion", effective_from::text as "effectiveFrom", ordered_by as "orderedBy", terms
    from mutual_terms where plan_id = ${planId} order by terms_version`;
  return rows.map(({ terms, ...row }) => ({ ...row, ...terms }));
}

const termsView = (terms: DatedTerms & { orderedBy: string }): MutualAidTerms => ({
  ...terms,
  tiers: terms.tiers.map(({ upToFen, rateBp }) => ({ upToFen: BigInt(upToFen), rateBp })),
  lumpSums: terms.lumpSums.map(({ diseaseCode, amountFen }) => ({
    diseaseCode,
    amountFen: BigInt(amountFen),
  })),
  minFen: BigInt(terms.minFen),
  capFen: BigInt(terms.capFen),
  perDayFen: BigInt(terms.perDayFen),
});

export function planView(
  row: PlanRow,
  terms: (DatedTerms & { orderedBy: string })[] = [],
  totals?: MutualAidTotals,
): MutualAidPlan {
  const {
    settledOn: _o,
    settledPersons: _p,
    settledPremiumFen: _r,
    settledPayoutFen: _y,
    ...plan
  } = row;
  return { ...plan, premiumFen: BigInt(row.premiumFen), terms: terms.map(termsView), totals };
}

export async function readWholePlan(sql: Sql, planId: string): Promise<MutualAidPlan> {
  const plan = await readPlan(sql, planId);
  const { claims, paidClaims, ...counted } = await sumPlan(sql, planId);
  const settled = plan.state === 'SETTLED';
  const persons = settled ? plan.settledPersons : counted.persons;
  const premiumFen = settled ? plan.settledPremiumFen : counted.premiumFen;
  const payoutFen = settled ? plan.settledPayoutFen : counted.payoutFen;
  return planView(plan, await readTerms(sql, planId), {
    persons,
    claims,
    paidClaims,
    premiumFen: BigInt(premiumFen),
    payoutFen: BigInt(payoutFen),
    payoutRatioBp: payoutRatioBp(payoutFen, premiumFen),
    settledOn: plan.settledOn,
  });
}

/** Of what is in reach: who runs it sees all, a grassroots union its own. */
export async function sumPlan(sql: Sql, planId: string) {
  const [sum] = await sql<{
    persons: number;
    premiumFen: number;
    claims: number;
    openClaims: number;
    unpaidClaims: number;
    paidClaims: number;
    payoutFen: number;
  }>`
    select b.persons, b.premium::float8 as "premiumFen", c.claims, c.open as "openClaims", c.unpaid as "unpaidClaims",
      c.paid as "paidClaims", c.payout::float8 as "payoutFen"
    from (select coalesce(sum(persons), 0)::int as persons, coalesce(sum(premium_fen), 0) as premium
        from mutual_batch where plan_id = ${planId} and state = 'PAID') as b,
      (select count(*)::int as claims,
        (count(*) filter (where state not in ('APPROVED', 'REJECTED')))::int as open,
        (count(*) filter (where state = 'APPROVED' and paid_on is null))::int as unpaid,
        (count(*) filter (where paid_on is not null))::int as paid,
        coalesce(sum(benefit_fen) filter (where paid_on is not null), 0) as payout
        from mutual_claim where plan_id = ${planId}) as c`;
  if (!sum) throw notFound('PLAN_UNKNOWN', { planId });
  return sum;
}
