// Money that a service has decided on, on its way to finance and back: as it is kept, and as the API shows it.
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { maskBankCard, maskName } from '@gonglian/kernel/mask.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '@gonglian/service/use-case.ts';

export const PAYOUT_STATES = ['WAITING', 'REQUESTED', 'REFUSED', 'REJECTED', 'DROPPED'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

export interface PayoutRow {
  payoutId: string;
  payoutKind: string;
  unionId: string;
  unionName: string;
  title: string;
  documentNo: string;
  bank: string;
  projectCode: string;
  sourceCode: string;
  state: PayoutState;
  totalFen: number;
  paidFen: number;
  lineCount: number;
  paidCount: number;
  failedCount: number;
  paymentId: string;
  refusalCode: string;
  tries: number;
  madeBy: string;
  madeAt: string;
  version: number;
}

/** One payee, as the API of a service shows him. */
export interface PayoutLine {
  seq: number;
  recordId: string;
  recordPart: string;
  payeeKind: string;
  payeeNameMasked: string;
  accountMasked: string;
  amountFen: bigint;
  state: string;
  paidOn: string;
  failureCode: string;
}

/** As the API of a service shows it; in lists without its lines. */
export interface Payout extends Omit<PayoutRow, 'state' | 'totalFen' | 'paidFen'> {
  state: string;
  totalFen: bigint;
  paidFen: bigint;
  lines: PayoutLine[];
}

interface LineRow extends Omit<PayoutLine, 'payeeNameMasked' | 'accountMasked' | 'amountFen'> {
  payee: Buffer;
  account: Buffer;
  amountFen: number;
}

/** What each step of a payout names. */
export const payoutStep = { payoutId: id, expectedVersion };

interface Find {
  id?: string | null;
  unionId?: string | null;
  kind?: string;
  /** Of that kind, the one that is not dropped; '' for all. */
  recordId?: string;
  recordPart?: string;
  state?: string;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findPayouts(sql: Sql, of: Find): Promise<PayoutRow[]> {
  const { id: one = null, unionId = null, kind = '', state = '', before = null, limit } = of;
  const { recordId = '', recordPart = '' } = of;
  return sql<PayoutRow>`
    select p.payout_id as "payoutId", p.payout_kind as "payoutKind", p.union_id as "unionId",
      coalesce(u.name, '') as "unionName", p.title, p.document_no as "documentNo", p.bank,
      p.project_code as "projectCode", p.source_code as "sourceCode", p.state,
      l.total::float8 as "totalFen", l.paid::float8 as "paidFen", l.lines as "lineCount",
      l.paid_count as "paidCount", l.failed_count as "failedCount",
      coalesce(p.payment_id::text, '') as "paymentId", p.refusal_code as "refusalCode", p.tries,
      p.made_by as "madeBy",
      to_char(p.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt", p.version
    from payout as p left join known_union as u using (union_id)
    cross join lateral (
      select coalesce(sum(amount_fen), 0) as total, count(*)::int as lines,
        coalesce(sum(amount_fen) filter (where state = 'PAID'), 0) as paid,
        (count(*) filter (where state = 'PAID'))::int as paid_count,
        (count(*) filter (where state = 'FAILED'))::int as failed_count
      from payout_line as l where l.payout_id = p.payout_id) as l
    where (${one}::uuid is null or p.payout_id = ${one}::uuid)
      and (${unionId}::uuid is null or p.union_id = ${unionId}::uuid)
      and (${kind}::text = '' or p.payout_kind = ${kind}::text)
      and (${state}::text = '' or p.state = ${state}::text)
      and (${recordId}::text = '' or p.payout_id = (
        select l.payout_id from payout_line as l where l.payout_kind = ${kind}::text
          and l.record_id = ${recordId}::text and l.record_part = ${recordPart}::text and l.state <> 'DROPPED'))
      and (${before}::uuid is null or p.payout_id < ${before}::uuid)
    order by p.payout_id desc limit ${limit}`;
}

/** PAYOUT_UNKNOWN for one out of reach. */
export async function readPayout(sql: Sql, payoutId: string): Promise<PayoutRow> {
  const [row] = await findPayouts(sql, { id: payoutId, limit: 1 });
  if (!row) throw notFound('PAYOUT_UNKNOWN', { payoutId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockPayout(
  sql: Sql,
  ask: { payoutId: string; expectedVersion: number },
): Promise<PayoutRow> {
  await sql`select from payout where payout_id = ${ask.payoutId} for update`;
  const row = await readPayout(sql, ask.payoutId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** What finance was never heard to answer may lie there all the same: it is asked for again as it was, and not dropped. */
export const UNANSWERED = 'FINANCE_UNREACHABLE';

/** Refused PAYOUT_STATE_WRONG for what finance has or is to be asked for, PAYOUT_UNANSWERED for what it may have. */
export function decideOver({ state, refusalCode }: Pick<PayoutRow, 'state' | 'refusalCode'>): void {
  if (state !== 'REFUSED' && state !== 'REJECTED') throw refused('PAYOUT_STATE_WRONG', { state });
  if (refusalCode === UNANSWERED) throw refused('PAYOUT_UNANSWERED');
}

/** Of a payout that is locked: its records may be paid by another. Refused as above. */
export async function giveUpPayout(sql: Sql, payout: PayoutRow): Promise<void> {
  decideOver(payout);
  const { payoutId } = payout;
  await sql`
    update payout set state = 'DROPPED', refusal_code = '', version = version + 1
    where payout_id = ${payoutId}`;
  await sql`update payout_line set state = 'DROPPED' where payout_id = ${payoutId}`;
}

/** As everybody reads it: what the bank has done with all of it comes before how finance took it. */
export function shownState({
  state,
  lineCount,
  paidCount,
  failedCount,
}: Pick<PayoutRow, 'state' | 'lineCount' | 'paidCount' | 'failedCount'>): string {
  if (state !== 'REQUESTED' || paidCount + failedCount < lineCount) return state;
  return failedCount === 0 ? 'PAID' : 'FAILED';
}

export function payoutView(row: PayoutRow, lines: PayoutLine[] = []): Payout {
  const { totalFen, paidFen } = row;
  const amounts = { totalFen: BigInt(totalFen), paidFen: BigInt(paidFen) };
  return { ...row, ...amounts, state: shownState(row), lines };
}

export async function readWholePayout(sql: Sql, vault: Vault, payoutId: string): Promise<Payout> {
  const rows = await sql<LineRow>`
    select seq, record_id as "recordId", record_part as "recordPart", payee_kind as "payeeKind",
      payee_sealed as payee, account_sealed as account, amount_fen::float8 as "amountFen", state,
      coalesce(paid_on::text, '') as "paidOn", failure_code as "failureCode"
    from payout_line where payout_id = ${payoutId} order by seq`;
  const lines = rows.map(({ payee, account, amountFen, ...line }) => ({
    ...line,
    payeeNameMasked: maskName(vault.open(payee, payeePlace(payoutId, line.seq))),
    accountMasked: maskBankCard(vault.open(account, accountPlace(payoutId, line.seq))),
    amountFen: BigInt(amountFen),
  }));
  return payoutView(await readPayout(sql, payoutId), lines);
}

/** Where the two are sealed. */
export const payeePlace = (payoutId: string, seq: number) => `payout.payee.${payoutId}.${seq}`;
export const accountPlace = (payoutId: string, seq: number) => `payout.account.${payoutId}.${seq}`;
