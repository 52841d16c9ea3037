// What was approved goes back without anybody's application: as payments like any other, signed by three persons, and paid
// by the bank's answer alone. The levels above give back their share by receiving that much less (ADR 0026).
import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { canonicalJson } from '@gonglian/kernel/hash.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { accountPlace } from '../bank/bank-account.ts';
import { inLists } from '../payment/in-lists.ts';
import { writePayment, type NewLine } from '../payment/write-payment.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { bank } from '../receipt/fields.ts';
import { decideStep, lockStep, RefundStepAsk, viewNow, type RefundRow } from './refund.ts';

/** Income that goes back is less income (domain §5.7, 402). */
const ACCOUNT = '402';
const PURPOSE = '小额缴费返还';

export interface Waiting {
  unionId: string;
  refundFen: number;
  upperFen: number;
  holderName: string;
  account: string;
  bankCode: string;
}

/** Refused REFUND_STATE_WRONG, REFUND_NOBODY_WAITS where all are paid, being paid or without an account, BANK_ACCOUNT_UNKNOWN. */
export const payRefund = command({
  schema: RefundStepAsk.extend({ bank }),
  permission: 'finance.refund.pay',
  async run(tx, ask): Promise<Refund> {
    const { sql, own, now } = tx;
    const run = await lockStep(sql, ask);
    const next = decideStep(run.state, 'pay');
    const waiting = await findWaiting(sql, own.vault, ask.refundId);
    if (waiting.length === 0) throw refused('REFUND_NOBODY_WAITS', { waiting: run.waitingUnions });
    const lists = inLists(waiting, financePolicy('payment.lines_max', chinaDate(now)));
    const before = await countPayments(sql, ask.refundId);
    for (const [n, lines] of lists.entries()) {
      await writeList(tx, run, { bank: ask.bank, no: before + n + 1, lines });
    }
    await sql`
      update refund_run set state = ${next}, version = version + 1 where id = ${ask.refundId}`;
    return viewNow(sql, ask.refundId);
  },
});

/** A union with more than one account is paid to the first by name. */
async function findWaiting(sql: Sql, vault: Vault, refundId: string): Promise<Waiting[]> {
  const rows = await sql<Omit<Waiting, 'account'> & { bank: string; account: Buffer }>`
    select s.union_id as "unionId", s.refund_fen::float8 as "refundFen",
      s.upper_fen::float8 as "upperFen", a.bank, a.holder_name as "holderName", a.account,
      a.bank_code as "bankCode"
    from refund_standing as s
    join lateral (select * from bank_account where union_id = s.union_id order by bank limit 1) as a
      on true
    where s.refund_id = ${refundId} and s.payment_state = 'WAITING' order by s.union_id`;
  return rows.map(({ bank: mark, account, ...row }) => ({
    ...row,
    account: vault.open(account, accountPlace(row.unionId, mark)),
  }));
}

async function countPayments(sql: Sql, refundId: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from payment
    where source_service = 'refund' and reissues_payment_id is null
      and split_part(source_id, '/', 1) = ${refundId}`;
  return row?.count ?? 0;
}

async function writeList(
  tx: Tx,
  { refundId, periodFrom, periodTo }: RefundRow,
  list: { bank: string; no: number; lines: readonly Waiting[] },
): Promise<void> {
  const today = chinaDate(tx.now);
  const sourceId = `${refundId}/${list.no}`;
  await writePayment(tx, {
    unionId: nodeRootUnionId(tx.node),
    bank: list.bank,
    fiscalYear: Number(today.slice(0, 4)),
    accountCode: ACCOUNT,
    purposeCode: 'REFUND',
    title: `${PURPOSE} ${periodFrom}—${periodTo}（${list.no}）`,
    sourceService: 'refund',
    sourceId,
    requestHash: tx.own.vault.blindIndex('payment_request', canonicalJson({ sourceId })),
    reissuesPaymentId: null,
    dueOn: addDays(today, financePolicy('payment.due_days', today)),
    lines: list.lines.map((line, at) => ({ ...lineOf(line), sourceSeq: at + 1 })),
  });
}

function lineOf(waiting: Waiting): Omit<NewLine, 'sourceSeq'> {
  return {
    payeeKind: 'UNIT',
    payeeName: waiting.holderName,
    accountNumber: waiting.account,
    bankCode: waiting.bankCode,
    amountFen: waiting.refundFen,
    upperFen: waiting.upperFen,
    purpose: PURPOSE,
    projectCode: '',
    sourceCode: 'union',
    beneficiaryId: waiting.unionId,
    reissueOf: null,
  };
}
