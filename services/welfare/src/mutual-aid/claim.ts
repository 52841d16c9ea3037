// A claim on its way, as it is kept and shown: who, how far, how much. How ill somebody is is not among it.
import type {
  MutualAidClaim,
  MutualAidClaimLine,
  MutualAidClaimStep,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { decideStep, type ClaimState, type ClaimStep, type TakenStep } from './claim-steps.ts';

/** What finance is asked to pay it as (payout-policy.ts). */
export const MUTUAL_AID_CLAIM = 'MUTUAL_AID_CLAIM';

export interface ClaimRow {
  claimId: string;
  planId: string;
  planName: string;
  holderUnionId: string;
  unionId: string;
  unionName: string;
  enrolmentId: string;
  personId: string;
  nameSealed: Buffer;
  memberId: string | null;
  state: ClaimState;
  reasonCode: string;
  termsVersion: number;
  benefitFen: number;
  reportedOn: string;
  payoutState: string;
  /** Claims of other people to the same account. */
  sameAccount: number;
  /** Empty until the bank has paid it. */
  paidOn: string;
  version: number;
}

/** Where the account is sealed. */
export const claimAccountPlace = (claimId: string) => `mutual.account.${claimId}`;

export const claimStep = { claimId: id, expectedVersion };

/** CLAIM_UNKNOWN for one out of reach. */
export async function readClaim(sql: Sql, claimId: string): Promise<ClaimRow> {
  const [row] = await sql<ClaimRow>`
    select c.claim_id as "claimId", c.plan_id as "planId", p.name as "planName",
      c.holder_union_id as "holderUnionId", c.union_id as "unionId", coalesce(u.name, '') as "unionName",
      c.enrolment_id as "enrolmentId", c.person_id as "personId", q.name_sealed as "nameSealed",
      c.member_id as "memberId", c.state, c.reason_code as "reasonCode", c.terms_version as "termsVersion",
      c.benefit_fen::float8 as "benefitFen", c.reported_on::text as "reportedOn",
      payout_state(${MUTUAL_AID_CLAIM}, c.claim_id::text, '') as "payoutState",
      (select count(*)::int from mutual_claim as o where o.account_key = c.account_key
        and o.person_id <> c.person_id and o.state <> 'REJECTED') as "sameAccount",
      coalesce(c.paid_on::text, '') as "paidOn", c.version
    from mutual_claim as c join mutual_plan as p using (plan_id) join person as q on q.person_id = c.person_id
    left join known_union as u on u.union_id = c.union_id
    where c.claim_id = ${claimId}`;
  if (!row) throw notFound('CLAIM_UNKNOWN', { claimId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on. A member has his own. */
export async function lockClaim(
  tx: Tx,
  ask: { claimId: string; expectedVersion: number },
): Promise<ClaimRow> {
  const { sql } = tx;
  const seen = await readClaim(sql, ask.claimId);
  if (tx.reach === 'self') await tx.beyondScope('a member goes on with his own claim');
  await sql`select from mutual_claim where claim_id = ${ask.claimId} for update`;
  const row = await readClaim(sql, seen.claimId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

const takenSteps = (sql: Sql, claimId: string) =>
  sql<TakenStep>`
    select step, account from mutual_claim_step where claim_id = ${claimId} order by seq`;

/** One step of a locked claim: decided by the table, written with who took it. */
export async function takeStep(
  { sql, actor, now }: Tx,
  claim: ClaimRow,
  step: ClaimStep,
  reasonCode = '',
): Promise<void> {
  const taken = await takenSteps(sql, claim.claimId);
  const to = decideStep({ state: claim.state, taken }, step, { account: actor.id, reasonCode });
  await sql`
    update mutual_claim set state = ${to}, reason_code = ${reasonCode}, version = version + 1
    where claim_id = ${claim.claimId}`;
  await writeStep(sql, { ...claim, step, to, account: actor.id, at: now, reasonCode });
}

interface NewStep {
  claimId: string;
  holderUnionId: string;
  unionId: string;
  step: string;
  to: ClaimState;
  account: string;
  at: Date;
  reasonCode: string;
}

export async function writeStep(sql: Sql, one: NewStep): Promise<void> {
  await sql`
    insert into mutual_claim_step (claim_id, seq, holder_union_id, union_id, step, to_state, account, at, reason_code)
    select ${one.claimId}::uuid, coalesce(max(seq), 0) + 1, ${one.holderUnionId}::uuid, ${one.unionId}::uuid,
      ${one.step}::text, ${one.to}::text, ${one.account}::text, ${one.at}::timestamptz, ${one.reasonCode}::text
    from mutual_claim_step where claim_id = ${one.claimId}::uuid`;
}

interface Parts {
  steps: MutualAidClaimStep[];
  lines: MutualAidClaimLine[];
  evidenceSha256: string[];
  invoices: number;
}
const NO_PARTS: Parts = { steps: [], lines: [], evidenceSha256: [], invoices: 0 };

export function claimView(
  vault: Vault,
  row: Omit<ClaimRow, 'holderUnionId' | 'enrolmentId'>,
  parts: Parts = NO_PARTS,
): MutualAidClaim {
  return {
    claimId: row.claimId,
    planId: row.planId,
    planName: row.planName,
    unionId: row.unionId,
    unionName: row.unionName,
    personNameMasked: shownName(vault, row.personId, row.nameSealed),
    own: row.memberId !== null,
    state: row.paidOn === '' ? row.state : 'PAID',
    reasonCode: row.reasonCode,
    termsVersion: row.termsVersion,
    benefitFen: BigInt(row.benefitFen),
    reportedOn: row.reportedOn,
    payoutState: row.payoutState,
    version: row.version,
    sameAccount: row.sameAccount,
    ...parts,
  };
}

export async function readWholeClaim(
  sql: Sql,
  vault: Vault,
  claimId: string,
): Promise<MutualAidClaim> {
  const claim = await readClaim(sql, claimId);
  return claimView(vault, claim, {
    ...(await readPapers(sql, claimId)),
    steps: await readSteps(sql, claimId),
    lines: await readLines(sql, claimId),
  });
}

async function readPapers(
  sql: Sql,
  claimId: string,
): Promise<Pick<Parts, 'evidenceSha256' | 'invoices'>> {
  const [papers] = await sql<Pick<Parts, 'evidenceSha256' | 'invoices'>>`
    select c.evidence_sha256 as "evidenceSha256",
      (select count(*)::int from mutual_invoice as i where i.claim_id = c.claim_id) as invoices
    from mutual_claim as c where c.claim_id = ${claimId}`;
  return papers ?? NO_PARTS;
}

const readSteps = (sql: Sql, claimId: string) =>
  sql<MutualAidClaimStep>`
    select step, to_state as "toState", account,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "takenAt", reason_code as "reasonCode"
    from mutual_claim_step where claim_id = ${claimId} order by seq`;

async function readLines(sql: Sql, claimId: string): Promise<MutualAidClaimLine[]> {
  interface Line {
    lineKind: string;
    fromFen: string;
    toFen: string;
    base: string;
    rateBp: number;
    amountFen: string;
  }
  const lines = await sql<Line>`
    select line_kind as "lineKind", from_fen::text as "fromFen", to_fen::text as "toFen", base::text,
      rate_bp as "rateBp", amount_fen::text as "amountFen"
    from mutual_claim_line where claim_id = ${claimId} order by seq`;
  return lines.map((line) => ({
    ...line,
    fromFen: BigInt(line.fromFen),
    toFen: BigInt(line.toFen),
    base: BigInt(line.base),
    amountFen: BigInt(line.amountFen),
  }));
}
