// What was approved is paid as anything else: signed by three persons and paid by the bank's answer alone within the node, as a
// settlement whose two legs must meet to a subordinate.
import type { GrantPayout } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { canonicalJson } from '@gonglian/kernel/hash.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { accountPlace } from '../bank/bank-account.ts';
import { requirePermitted } from '../payment/earmark.ts';
import { inLists } from '../payment/in-lists.ts';
import { writePayment, type NewLine } from '../payment/write-payment.ts';
import { command, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { writeSettlement } from '../settlement/write-settlement.ts';
import { bank } from './grant-fields.ts';
import { findGrants, type GrantRow } from './grant.ts';
import { getRule, type RuleRow } from './grant-rule.ts';
import { decidePayout, type Due } from './payout.ts';

const GRANTS_MAX = 500;
const PURPOSE_MAX = 60;

/** Refused as decidePayout does; BANK_ACCOUNT_UNKNOWN, BUDGET_LINE_MISSING, BUDGET_EXCEEDED, ACCOUNT_NOT_PERMITTED. */
export const payGrants = command({
  schema: z.strictObject({
    grantIds: z.array(id).min(1, 'required').max(GRANTS_MAX, 'too_many'),
    bank,
  }),
  permission: 'finance.grant.pay',
  async run(tx, ask): Promise<GrantPayout> {
    const { sql } = tx;
    const grantIds = [...new Set(ask.grantIds)];
    await sql`
      select from fund_grant where grant_id = any(${grantIds}::uuid[]) order by grant_id for update`;
    const grants = await findGrants(sql, { grantIds, limit: GRANTS_MAX });
    const [first] = grants;
    if (!first || grants.length < grantIds.length) throw notFound('GRANT_UNKNOWN');
    const { here, below, withoutAccount } = decidePayout(grants);
    const rule = await getRule(sql, first.ruleId);
    const payments = await payHere(tx, { rule, first, bank: ask.bank }, here);
    for (const due of below) await payBelow(tx, { rule, first, bank: ask.bank }, due);
    const amountFen = [...here, ...below].reduce((sum, { fen }) => sum + BigInt(fen), 0n);
    return { payments, settlements: below.length, amountFen, withoutAccount };
  },
});

interface Of {
  rule: RuleRow;
  first: GrantRow;
  bank: string;
}

/** Answers how many lists were written. */
async function payHere(tx: Tx, of: Of, dues: readonly Due[]): Promise<number> {
  if (dues.length === 0) return 0;
  const today = chinaDate(tx.now);
  const unionId = nodeRootUnionId(tx.node);
  const { accountCode, project } = of.rule;
  await requirePermitted(tx.sql, { unionId, accountCode }, [project], today);
  const lists = inLists(await withAccounts(tx, dues), financePolicy('payment.lines_max', today));
  for (const lines of lists) {
    const payout = newId();
    await writePayment(tx, {
      unionId,
      bank: of.bank,
      fiscalYear: Number(today.slice(0, 4)),
      accountCode,
      purposeCode: 'GRANT',
      title: `${of.rule.name.slice(0, PURPOSE_MAX)} ${of.first.fiscalYear}`,
      sourceService: 'grant',
      sourceId: payout,
      requestHash: tx.own.vault.blindIndex('payment_request', canonicalJson({ payout })),
      reissuesPaymentId: null,
      dueOn: addDays(today, financePolicy('payment.due_days', today)),
      lines: lines.map((line, at) => ({ ...lineOf(of.rule, line), sourceSeq: at + 1 })),
    });
    await tx.sql`
      update fund_grant set payout = ${payout}, version = version + 1
      where grant_id = any(${lines.flatMap(({ grantIds }) => grantIds)}::uuid[])`;
  }
  return lists.length;
}

interface Payee extends Due {
  holderName: string;
  account: string;
  bankCode: string;
}

/** A union with more than one account is paid to the first by name. */
async function withAccounts({ sql, own }: Tx, dues: readonly Due[]): Promise<Payee[]> {
  const rows = await sql<Omit<Payee, keyof Due | 'account'> & AccountOf>`
    select distinct on (union_id) union_id as "unionId", bank, holder_name as "holderName", account,
      bank_code as "bankCode"
    from bank_account where union_id = any(${dues.map(({ payee }) => payee)}::uuid[])
    order by union_id, bank`;
  const accounts = new Map(rows.map((row) => [row.unionId, row]));
  return dues.flatMap((due) => {
    const row = accounts.get(due.payee);
    if (!row) return [];
    const { holderName, bankCode } = row;
    const account = own.vault.open(row.account, accountPlace(row.unionId, row.bank));
    return [{ ...due, holderName, bankCode, account }];
  });
}

interface AccountOf {
  unionId: string;
  bank: string;
  account: Buffer;
}

function lineOf({ name, project }: RuleRow, payee: Payee): Omit<NewLine, 'sourceSeq'> {
  return {
    payeeKind: 'UNIT',
    payeeName: payee.holderName,
    accountNumber: payee.account,
    bankCode: payee.bankCode,
    amountFen: payee.fen,
    upperFen: 0,
    purpose: name.slice(0, PURPOSE_MAX),
    projectCode: project,
    sourceCode: 'union',
    beneficiaryId: payee.payee,
    reissueOf: null,
  };
}

/** Of a project it is a special transfer, bound to what the rule allows; else a general one (domain §5.6). */
async function payBelow(tx: Tx, { rule, first, bank: from }: Of, due: Due): Promise<void> {
  const special = rule.project !== '';
  const settlementId = await writeSettlement(tx, {
    toNode: due.payee,
    kind: special ? 'SPECIAL_TRANSFER' : 'GENERAL_TRANSFER',
    period: String(first.fiscalYear),
    amountFen: due.fen,
    shares: [],
    bank: from,
    purpose: rule.name,
    project: rule.project,
    docNo: rule.documentNo,
    permittedCodes: rule.permittedCodes,
    deadline: special ? addDays(chinaDate(tx.now), rule.useDays) : '',
  });
  await tx.sql`
    update fund_grant set settlement_id = ${settlementId}, version = version + 1
    where grant_id = any(${due.grantIds}::uuid[])`;
}
