// Asks finance for what waits, one list at a time, until it answers. Finance knows a list by its source, so asking again
// after a lost answer finds the payment that is there (domain §5.12: a record is paid once).
import type { RequestPaymentRequest } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { isRefusal, isTransient } from '@gonglian/kernel/refusal.ts';
import { asRefusal } from '@gonglian/service/errors.ts';
import type { Running } from '@gonglian/service/handler.ts';
import { alone, asOwnWork, keepWorking } from '@gonglian/service/own-work.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Sql, Tx } from '@gonglian/service/use-case.ts';
import type { PayoutOwn } from './payment-asker.ts';
import { accountPlace, payeePlace, UNANSWERED } from './payout.ts';

/** With the pause at its longest that is half a day; then a person looks. */
const TRIES_MAX = 150;
const PAUSE_MS_MIN = 1_000;
const PAUSE_MS_MAX = 300_000;

/** Runs until it is stopped. */
export function keepPayouts<Own extends PayoutOwn>(
  running: Running<Own>,
  log: Logger,
): { stop(): Promise<void> } {
  return keepWorking('a payout', () => runNextPayout(running), log);
}

interface Waiting extends Omit<RequestPaymentRequest, 'lines' | 'lineCount' | 'totalFen'> {
  payoutId: string;
  round: number;
  tries: number;
  purpose: string;
  lines: RequestPaymentRequest['lines'];
}

/** False where none waits, or another replica is at it. */
export async function runNextPayout<Own extends PayoutOwn>(
  running: Running<Own>,
): Promise<boolean> {
  const found = await asOwnWork(running, 'payout', ({ sql, now }) => findNext(sql, now));
  if (found === undefined) return false;
  return alone(running, 'payouts', async () => {
    // Read again: whoever held the lock before may have asked for it.
    const next = await asOwnWork(running, 'payout', (tx) => readWaiting(tx, found));
    if (next) await ask(running, next);
  });
}

async function findNext(sql: Sql, now: Date): Promise<string | undefined> {
  const [next] = await sql<{ payoutId: string }>`
    select payout_id as "payoutId" from payout where state = 'WAITING' and try_at <= ${now}
    order by try_at limit 1`;
  return next?.payoutId;
}

async function readWaiting(
  { sql, own }: Tx<PayoutOwn>,
  payoutId: string,
): Promise<Waiting | undefined> {
  const [head] = await sql<Omit<Waiting, 'lines'>>`
    select payout_id as "payoutId", round, tries, union_id as "unionId", bank, account_code as "accountCode",
      purpose_code as "purposeCode", title, payout_id || '/' || round as "sourceId", '' as "dueOn",
      made_by as "askedBy", purpose
    from payout where payout_id = ${payoutId} and state = 'WAITING'`;
  if (!head) return undefined;
  const rows = await sql<{
    seq: number;
    payeeKind: string;
    payee: Buffer;
    account: Buffer;
    bankCode: string;
    amountFen: string;
    projectCode: string;
    sourceCode: string;
    beneficiaryId: string;
  }>`
    select l.seq, l.payee_kind as "payeeKind", l.payee_sealed as payee, l.account_sealed as account,
      l.bank_code as "bankCode", l.amount_fen::text as "amountFen", p.project_code as "projectCode",
      p.source_code as "sourceCode", l.beneficiary_id as "beneficiaryId"
    from payout_line as l join payout as p using (payout_id) where payout_id = ${payoutId} order by l.seq`;
  const lines = rows.map(({ seq, payee, account, amountFen, ...line }) => ({
    ...line,
    payeeName: own.vault.open(payee, payeePlace(payoutId, seq)),
    accountNumber: own.vault.open(account, accountPlace(payoutId, seq)),
    amountFen: BigInt(amountFen),
    purpose: head.purpose,
  }));
  return { ...head, lines };
}

async function ask<Own extends PayoutOwn>(running: Running<Own>, waiting: Waiting): Promise<void> {
  const { payoutId: _, round: _r, tries, purpose: _p, ...request } = waiting;
  const totalFen = request.lines.reduce((sum, line) => sum + line.amountFen, 0n);
  const whole = { ...request, lineCount: request.lines.length, totalFen };
  let answer: Answer;
  try {
    const { paymentId } = await running.own.requestPayment(whole, newId());
    answer = { state: 'REQUESTED', paymentId, code: '' };
  } catch (error) {
    const failure = asRefusal(error);
    const known = isRefusal(failure) ? failure : undefined;
    // A union that finance has not heard of yet is asked for again; so is what was no answer, for it may have the list.
    const final = known !== undefined && !isTransient(known.kind);
    const given = final || known?.kind === 'not_found' ? known.code : UNANSWERED;
    const state = final || tries + 1 >= TRIES_MAX ? 'REFUSED' : 'WAITING';
    answer = { state, paymentId: '', code: state === 'REFUSED' ? given : '' };
  }
  await asOwnWork(running, 'payout', (tx) => note(tx, waiting, answer));
}

interface Answer {
  state: 'REQUESTED' | 'REFUSED' | 'WAITING';
  paymentId: string;
  /** Why finance has refused; the one reader of logs finds it in the row. */
  code: string;
}

async function note(
  { sql, now }: Pick<Tx<never>, 'sql' | 'now'>,
  { payoutId, round, tries }: Waiting,
  answer: Answer,
): Promise<void> {
  const pauseMs = Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN * 2 ** Math.min(tries, 20));
  const written = await sql`
    update payout set state = ${answer.state}, payment_id = nullif(${answer.paymentId}, '')::uuid,
      refusal_code = ${answer.code}, tries = tries + 1, try_at = ${new Date(now.getTime() + pauseMs)},
      version = version + case ${answer.state} when 'WAITING' then 0 else 1 end
    where payout_id = ${payoutId} and round = ${round} and state = 'WAITING' returning 1`;
  if (written.length === 0 || answer.state === 'WAITING') return;
  // The bank may have been heard before this was.
  await sql`
    update payout_line set state = ${answer.state}
    where payout_id = ${payoutId} and state = 'WAITING'`;
}
