// A payment is written with all its lines at once; what it needs of the budget is held from here on.
import { chartAccount } from '@gonglian/kernel/chart.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { isBankCard } from '@gonglian/kernel/luhn.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { decideAvailability, lockBudgetLines, needKey, sumNeeds } from '../budget/availability.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { ASKED_STATES, decideFunds, drawsOf, isEntrusted, lockFunds } from './fund.ts';
import { sealPayee, type PayeeKind } from './payment-line.ts';

export interface NewLine {
  sourceSeq: number;
  payeeKind: PayeeKind;
  payeeName: string;
  accountNumber: string;
  bankCode: string;
  amountFen: number;
  purpose: string;
  projectCode: string;
  sourceCode: string;
  beneficiaryId: string;
  /** Of a refund: what of it the levels above give back, by receiving that much less. */
  upperFen: number;
  reissueOf: string | null;
}

export interface NewPayment {
  unionId: string;
  bank: string;
  fiscalYear: number;
  accountCode: string;
  purposeCode: string;
  title: string;
  sourceService: string;
  sourceId: string;
  /** The person behind what a service asks for. */
  askedBy?: string;
  requestHash: Buffer;
  reissuesPaymentId: string | null;
  dueOn: string;
  lines: readonly NewLine[];
}

/** Refused BANK_ACCOUNT_UNKNOWN, BUDGET_LINE_MISSING, BUDGET_EXCEEDED; of what was entrusted TRUST_PROJECT_MISSING, FUND_SHORT. */
export async function writePayment(tx: Tx, payment: NewPayment): Promise<string> {
  const { sql, actor, now } = tx;
  const { unionId, bank, lines } = payment;
  const [account] = await sql`
    select from bank_account where union_id = ${unionId} and bank = ${bank}`;
  if (!account) throw refused('BANK_ACCOUNT_UNKNOWN', { bank });
  const needs = isSpending(payment)
    ? sumNeeds(
        lines.map((line) => ({ ...line, project: line.projectCode, source: line.sourceCode })),
      )
    : [];
  const budget = decideAvailability(needs, await lockBudgetLines(sql, payment, needs));
  if (isEntrusted(payment)) await requireEntrusted(sql, payment);
  const paymentId = newId();
  const batchNo = `${chinaDate(now).replaceAll('-', '')}-${paymentId.slice(-8)}`;
  const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  await sql`
    insert into payment (id, union_id, batch_no, bank, fiscal_year, account_code, purpose_code, title,
      source_service, source_id, request_hash, reissues_payment_id, line_count, total_fen, due_on,
      made_by, made_at)
    values (${paymentId}, ${unionId}, ${batchNo}, ${bank}, ${payment.fiscalYear},
      ${payment.accountCode}, ${payment.purposeCode}, ${payment.title}, ${payment.sourceService},
      ${payment.sourceId}, ${payment.requestHash}, ${payment.reissuesPaymentId}, ${lines.length},
      ${totalFen}, ${payment.dueOn}, ${payment.askedBy || actor.id}, ${now})`;
  await writeLines(tx, paymentId, unionId, lines, budget);
  return paymentId;
}

/** No budget holds it, so what others ask for and have not been refused holds it as well. */
async function requireEntrusted(sql: Sql, payment: NewPayment): Promise<void> {
  const lines = payment.lines.map((line) => ({ ...line, project: line.projectCode }));
  const bare = lines.findIndex(({ project }) => project === '');
  if (bare !== -1) throw refused('TRUST_PROJECT_MISSING', { seq: bare + 1 });
  const draws = drawsOf(lines, payment);
  decideFunds(draws, await lockFunds(sql, payment, draws, ASKED_STATES));
}

/** A budget allows what is spent; a refund takes income back, and what was entrusted was never the union's. */
export function isSpending({ accountCode }: { accountCode: string }): boolean {
  return chartAccount(accountCode)?.kind === 'EXPENDITURE';
}

async function writeLines(
  { sql, own }: Tx,
  paymentId: string,
  unionId: string,
  lines: readonly NewLine[],
  budget: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = lines.map((line) => {
    const id = newId();
    const payee = { name: line.payeeName, account: line.accountNumber };
    return { ...line, id, ...sealPayee(own.vault, id, payee) };
  });
  const of = <K extends keyof (typeof rows)[number]>(field: K) => rows.map((row) => row[field]);
  const budgetIds = rows.map(
    (row) => budget.get(needKey({ project: row.projectCode, source: row.sourceCode })) ?? null,
  );
  // A unit's account is no card, and has no digit to check it by.
  const luhnOk = rows.map((row) => row.payeeKind === 'UNIT' || isBankCard(row.accountNumber));
  await sql`
    insert into payment_line (id, payment_id, union_id, seq, source_seq, payee_kind, payee_name,
      account, account_index, bank_code, amount_fen, purpose, project, source, beneficiary_id,
      budget_line_id, upper_fen, luhn_ok, reissue_of)
    select id, ${paymentId}, ${unionId}, seq, source_seq, kind, name, account, index, bank_code, fen,
      purpose, project, source, beneficiary, budget, upper, luhn_ok, reissue_of
    from unnest(${of('id')}::uuid[], ${of('sourceSeq')}::int[], ${of('payeeKind')}::text[],
      ${of('name')}::bytea[], ${of('account')}::bytea[], ${of('index')}::bytea[],
      ${of('bankCode')}::text[], ${of('amountFen')}::bigint[], ${of('purpose')}::text[],
      ${of('projectCode')}::text[], ${of('sourceCode')}::text[], ${of('beneficiaryId')}::text[],
      ${budgetIds}::uuid[], ${of('upperFen')}::bigint[], ${luhnOk}::boolean[], ${of('reissueOf')}::uuid[]) with ordinality
      as l(id, source_seq, kind, name, account, index, bank_code, fen, purpose, project, source,
        beneficiary, budget, upper, luhn_ok, reissue_of, seq)`;
}
