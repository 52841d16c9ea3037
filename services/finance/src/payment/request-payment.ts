// Somebody asks for money to be paid out: a clerk, or another service for a record of its own.
import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chartAccount } from '@gonglian/kernel/chart.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { canonicalJson } from '@gonglian/kernel/hash.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalDate, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import { SOURCES } from '../budget/budget-line.ts';
import { requireLivingUnion } from '../budget/require-union.ts';
import { command, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { decideLimits, decideList, type YearSum } from './check-list.ts';
import { requirePermitted } from './earmark.ts';
import { isEntrusted } from './fund.ts';
import { accountNumber, bankCode, payeeName } from '@gonglian/service/payee-fields.ts';
import { paymentView, readPayment } from './payment.ts';
import { PAYEE_KINDS } from './payment-line.ts';
import { writePayment } from './write-payment.ts';

/** More than any policy allows: what is refused before it is looked at. */
const LINES_READ_MAX = 5_000;

const RequestPayment = z.strictObject({
  unionId: id,
  bank: optionalText(40),
  accountCode: text(5),
  purposeCode: text(40),
  title: text(100),
  sourceId: optionalText(100),
  lineCount: z.int().positive('required'),
  totalFen: amountFen,
  lines: z
    .array(
      z.strictObject({
        payeeKind: code(PAYEE_KINDS),
        payeeName,
        accountNumber,
        bankCode,
        amountFen,
        purpose: text(60),
        projectCode: optionalText(40),
        sourceCode: code(SOURCES),
        beneficiaryId: optionalText(100),
      }),
    )
    .min(1, 'required')
    .max(LINES_READ_MAX, 'too_many'),
  dueOn: optionalDate,
  askedBy: optionalText(100),
});
export type RequestPayment = z.output<typeof RequestPayment>;

export const requestPayment = command({
  schema: RequestPayment,
  permission: 'finance.payment.request',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Payment> {
    const sourceService = decideSource(tx.actor, ask.sourceId, ask.askedBy);
    // Keyed: accounts are few enough to be guessed from a bare hash.
    const requestHash = tx.own.vault.blindIndex('payment_request', canonicalJson(ask));
    const known = await findAsked(tx, { sourceService, sourceId: ask.sourceId });
    if (known && !known.requestHash.equals(requestHash))
      throw refused('PAYMENT_SOURCE_REUSED', { sourceId: ask.sourceId });
    if (known) return paymentView(await readPayment(tx.sql, known.id));
    await requireLivingUnion(tx.sql, ask.unionId);
    await requireAllowed(tx, ask);
    const today = chinaDate(tx.now);
    const dueOn = ask.dueOn || addDays(today, financePolicy('payment.due_days', today));
    const paymentId = await writePayment(tx, {
      ...ask,
      dueOn,
      sourceService,
      requestHash,
      fiscalYear: Number(today.slice(0, 4)),
      reissuesPaymentId: null,
      lines: ask.lines.map((line, at) => ({
        ...line,
        sourceSeq: at + 1,
        upperFen: 0,
        reissueOf: null,
      })),
    });
    return paymentView(await readPayment(tx.sql, paymentId));
  },
});

/** The service that asks, which names its record and the person behind it; '' for a person, who has none to name. */
export function decideSource(
  actor: { id: string; duty: string },
  sourceId: string,
  askedBy: string,
): string {
  const isService = actor.duty === 'service';
  if (!isService && askedBy !== '')
    throw invalid('FIELD_INVALID', { field: 'askedBy', rule: 'not_yours' });
  if (isService !== (sourceId !== ''))
    throw invalid('FIELD_INVALID', {
      field: 'sourceId',
      rule: isService ? 'required' : 'not_yours',
    });
  return isService ? actor.id : '';
}

async function findAsked(
  { sql }: Tx,
  { sourceService, sourceId }: { sourceService: string; sourceId: string },
): Promise<{ id: string; requestHash: Buffer } | undefined> {
  if (sourceService === '') return undefined;
  // The same record asked for twice at once: the second waits, and finds the first.
  const lock = `payment ${sourceService} ${sourceId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
  const [known] = await sql<{ id: string; requestHash: Buffer }>`
    select id, request_hash as "requestHash" from payment
    where source_service = ${sourceService} and source_id = ${sourceId}
      and reissues_payment_id is null`;
  return known;
}

async function requireAllowed(tx: Tx, ask: RequestPayment): Promise<void> {
  const today = chinaDate(tx.now);
  if (chartAccount(ask.accountCode)?.kind !== 'EXPENDITURE' && !isEntrusted(ask))
    throw refused('ACCOUNT_NOT_EXPENDITURE', { accountCode: ask.accountCode });
  const projects = ask.lines.map((line) => line.projectCode);
  await requirePermitted(tx.sql, ask, projects, today);
  const province = tx.node.slice(0, 2);
  decideList(ask, ask.lines, {
    linesMax: financePolicy('payment.lines_max', today),
    lineMaxFen: financePolicy('payment.line_max_fen', today),
    purposes: financePolicy('spending.purposes', today),
    prohibitions: financePolicy('spending.prohibitions', today),
    festivalCash: financePolicy('festival.cash_provinces', today).includes(province),
  });
  const limits = financePolicy('spending.limits', today);
  // Two lists at once that name the same person would each find his year unused.
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`payees ${ask.unionId}`}, 0))`;
  const paid = await readYear(tx, ask.unionId, ask.lines, today.slice(0, 4));
  decideLimits(ask.purposeCode, ask.lines, paid, limits[province] ?? limits[''] ?? []);
}

function readYear(
  { sql }: Tx,
  unionId: string,
  lines: RequestPayment['lines'],
  year: string,
): Promise<YearSum[]> {
  return sql<YearSum>`
    select l.beneficiary_id as "beneficiaryId", p.purpose_code as "purposeCode",
      sum(l.amount_fen)::float8 as fen
    from payment_line as l join payment as p on p.id = l.payment_id
    where l.union_id = ${unionId} and l.beneficiary_id <> ''
      and l.beneficiary_id = any(${lines.map((line) => line.beneficiaryId)}::text[])
      and l.state in ('PENDING', 'PAID') and p.fiscal_year = ${Number(year)}
    group by 1, 2`;
}
