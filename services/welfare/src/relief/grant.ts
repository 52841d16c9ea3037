// A grant of relief as it is kept and as the API shows it, and how each of its steps begins and is written down.
import type { ReliefGrant } from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { maskBankCard } from '@gonglian/kernel/mask.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { code, expectedVersion, id } from '@gonglian/service/fields.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Category, FileLevel } from '../hardship/hardship-policy.ts';
import type { Sql, Tx } from '../pipeline.ts';
import type { ApprovalNeed } from './decide-relief.ts';
import type { MoneySource, Programme, StudyStage } from './relief-policy.ts';
import { nextState, type GrantState, type GrantStep } from './steps.ts';

export interface GrantRow extends Omit<
  ReliefGrant,
  'personNameMasked' | 'accountMasked' | 'amountFen' | 'capFen'
> {
  programme: Programme;
  moneySource: MoneySource;
  fileLevel: FileLevel | '';
  category: Category | '';
  approvalNeed: ApprovalNeed;
  state: GrantState;
  amountFen: number;
  capFen: number;
  nameSealed: Buffer;
  accountSealed: Buffer | null;
  basisSealed: Buffer | null;
  bankCode: string;
  memberId: string | null;
  madeBy: string;
  checkedBy: string;
  reviewedBy: string;
}

export const REASONS = [
  'MATERIALS_MISSING',
  'MATERIALS_FALSE',
  'NOT_ELIGIBLE',
  'AMOUNT_WRONG',
  'OBJECTION',
  'DUPLICATE',
  'OTHER',
] as const;

/** What each step names; why a no is one is said by a code, so that no illness gets into a text. */
export const grantStep = { grantId: id, expectedVersion };
export const answered = {
  ...grantStep,
  answer: code(['PASSED', 'RETURNED', 'REJECTED']),
  reasonCode: code(['', ...REASONS]),
};

/** Refused RELIEF_REASON_MISSING for a no without one. */
export function stepOf(
  pass: GrantStep,
  { answer, reasonCode }: { answer: 'PASSED' | 'RETURNED' | 'REJECTED'; reasonCode: string },
): GrantStep {
  if (answer === 'PASSED') return pass;
  if (reasonCode === '') throw refused('RELIEF_REASON_MISSING');
  return answer === 'RETURNED' ? 'RETURN' : 'REJECT';
}

interface Find {
  id?: string | null;
  unionId?: string | null;
  fileId?: string | null;
  memberId?: string | null;
  programme?: string;
  state?: string;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findGrants(sql: Sql, of: Find): Promise<GrantRow[]> {
  const { id: one = null, unionId = null, fileId = null, memberId = null } = of;
  const { programme = '', state = '', before = null, limit } = of;
  return sql<GrantRow>`
    select g.grant_id as "grantId", g.union_id as "unionId", coalesce(u.name, '') as "unionName",
      coalesce(g.file_id::text, '') as "fileId", g.person_id as "personId", p.name_sealed as "nameSealed",
      g.programme, g.grant_year as "grantYear", g.money_source as "moneySource", g.project_code as "projectCode",
      g.file_level as "fileLevel", g.category, g.amount_fen::float8 as "amountFen",
      g.cap_fen::float8 as "capFen", g.ordered_by as "orderedBy", g.approval_need as "approvalNeed",
      g.account_sealed as "accountSealed", g.basis_sealed as "basisSealed", g.bank_code as "bankCode", s.state,
      g.stood_on::text as "stoodOn", coalesce(n.ends_on::text, '') as "publicityEndsOn",
      g.document_no as "documentNo",
      g.superior_document_no as "superiorDocumentNo", coalesce(g.payout_id::text, '') as "payoutId",
      coalesce(g.paid_on::text, '') as "paidOn", g.failure_code as "failureCode",
      coalesce(g.confirmed_on::text, '') as "confirmedOn", coalesce(g.recovered_on::text, '') as "recoveredOn",
      g.reason_code as "reasonCode", g.member_id as "memberId", g.made_by as "madeBy",
      g.checked_by as "checkedBy", g.reviewed_by as "reviewedBy", g.version,
      (select count(*)::int from relief_invoice as i where i.grant_id = g.grant_id) as "invoiceCount"
    from relief_grant as g join person as p using (person_id) left join known_union as u using (union_id)
    left join lateral (
      select o.ends_on, exists (
        select from notice_objection as b where b.notice_id = o.notice_id and b.closed_on is null) as objected
      from notice as o
      where g.state = 'PUBLISHED' and o.subject = 'RELIEF_GRANT' and o.subject_id = g.grant_id::text
        and o.state = 'SHOWN' limit 1) as n on true
    cross join lateral (select case when n.objected then 'SUSPENDED' else g.state end as state) as s
    where (${one}::uuid is null or g.grant_id = ${one}::uuid)
      and (${unionId}::uuid is null or g.union_id = ${unionId}::uuid)
      and (${fileId}::uuid is null or g.file_id = ${fileId}::uuid)
      and (${memberId}::uuid is null or g.member_id = ${memberId}::uuid)
      and (${programme}::text = '' or g.programme = ${programme}::text)
      and (${state}::text = '' or s.state = ${state}::text)
      and (${before}::uuid is null or g.grant_id < ${before}::uuid)
    order by g.grant_id desc limit ${limit}`;
}

/** RELIEF_GRANT_UNKNOWN for one out of reach. */
export async function readGrant(sql: Sql, grantId: string): Promise<GrantRow> {
  const [row] = await findGrants(sql, { id: grantId, limit: 1 });
  if (!row) throw notFound('RELIEF_GRANT_UNKNOWN', { grantId });
  return row;
}

/** Locked until the transaction ends: where it stands, and where the step leads. */
export async function beginGrantStep(
  { sql }: Tx,
  step: GrantStep,
  ask: { grantId: string; expectedVersion: number },
): Promise<{ grant: GrantRow; state: GrantState }> {
  await sql`select from relief_grant where grant_id = ${ask.grantId} for update`;
  const grant = await readGrant(sql, ask.grantId);
  const { version } = grant;
  if (version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version });
  return { grant, state: nextState(step, grant.state) };
}

interface Taken {
  step: GrantStep;
  state: GrantState;
  happenedOn?: string;
  reasonCode?: string;
}

/** One row a step, which stays. Of what was rejected account and invoices are free again. */
export async function writeGrantStep(
  { sql, actor, now }: Tx,
  { grantId, unionId }: { grantId: string; unionId: string },
  { step, state, happenedOn = chinaDate(now), reasonCode = '' }: Taken,
): Promise<void> {
  await sql`
    update relief_grant set state = ${state}, stood_on = ${happenedOn}, reason_code = ${reasonCode},
      version = version + 1
    where grant_id = ${grantId}`;
  if (state === 'REJECTED') await sql`delete from relief_invoice where grant_id = ${grantId}`;
  await sql`
    insert into relief_step (grant_id, union_id, step, state, happened_on, acted_by, reason_code)
    values (${grantId}, ${unionId}, ${step}, ${state}, ${happenedOn}, ${actor.id}, ${reasonCode})`;
}

export function grantView(vault: Vault, row: GrantRow): ReliefGrant {
  const { nameSealed, accountSealed, basisSealed: _, memberId: _m, ...rest } = row;
  const { madeBy: _a, checkedBy: _c, reviewedBy: _r, bankCode: _b, ...shown } = rest;
  return {
    ...shown,
    personNameMasked: shownName(vault, row.personId, nameSealed),
    accountMasked: accountSealed
      ? maskBankCard(vault.open(accountSealed, accountPlace(row.grantId)))
      : '',
    amountFen: BigInt(row.amountFen),
    capFen: BigInt(row.capFen),
  };
}

/** The view after a change of this transaction. */
export async function grantNow(tx: Pick<Tx, 'sql' | 'own'>, grantId: string): Promise<ReliefGrant> {
  return grantView(tx.own.vault, await readGrant(tx.sql, grantId));
}

/** What a cap is worked out from; sealed, since it tells of illness. */
export interface Basis {
  selfPaidFen: number;
  studyStage: StudyStage | '';
}
export const basisPlace = (grantId: string) => `relief.basis.${grantId}`;
export const accountPlace = (grantId: string) => `relief.account.${grantId}`;
export const openBasis = (vault: Vault, { grantId, basisSealed }: GrantRow): Basis =>
  basisSealed === null
    ? { selfPaidFen: 0, studyStage: '' }
    : (JSON.parse(vault.open(basisSealed, basisPlace(grantId))) as Basis);
