import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { settlementSent } from '@gonglian/contracts/finance.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { date, expectedVersion, id, optionalDate, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { comeBySettlement, settleAccruals } from '../accrual/settle-accruals.ts';
import { postOne } from '../ledger/post-one.ts';
import { command, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { decideSignatures, decisionHash } from './emergency.ts';
import {
  decideApproval,
  findSettlement,
  lockSettlement,
  settlementView,
  type SettlementRow,
} from './settlement.ts';
import { sentVoucher } from './settlement-voucher.ts';

/** The bank has paid: the first leg is posted and told to the other end, in one transaction. */
export const approveSettlement = command({
  schema: z.strictObject({
    settlementId: id,
    expectedVersion,
    sentOn: date,
    decisionNo: optionalText(100),
    decisionOn: optionalDate,
    decisionSha256: decisionHash,
  }),
  permission: 'finance.settlement.approve',
  async run(tx, ask): Promise<Settlement> {
    const { sql, actor, node, own } = tx;
    const row = await lockSettlement(sql, ask);
    decideApproval(row, actor.id);
    const today = chinaDate(tx.now);
    const dueOn = decideSignatures(row, ask, {
      collectiveFromFen: financePolicy('settlement.collective_from_fen', today),
      later: financePolicy('settlement.emergency_later', today),
      today,
    });
    const signed = {
      bank: row.bank,
      on: ask.sentOn,
      makerId: row.proposedBy,
      approverId: actor.id,
    };
    const voucher = sentVoucher(row, { level: own.level, ...signed });
    const { no } = await postOne(tx, nodeRootUnionId(node), voucher);
    await sql`
      update settlement set state = 'SENT', approved_by = ${actor.id}, sent_on = ${ask.sentOn},
        voucher_no = ${no}, decision_no = ${ask.decisionNo}, decision_on = ${ask.decisionOn || null},
        decision_sha256 = ${ask.decisionSha256}, decision_due_on = ${dueOn || null}, version = version + 1
      where settlement_id = ${row.settlementId}`;
    const paid = { on: ask.sentOn, bank: row.bank, voucherNo: Number(no) };
    await settleAccruals(tx, comeBySettlement(row, paid));
    tellSent(tx, row, { sentOn: ask.sentOn, voucherNo: no });
    return settlementView(await findSettlement(sql, row.settlementId), chinaDate(tx.now));
  },
});

function tellSent(
  { emit, node }: Pick<Tx, 'emit' | 'node'>,
  row: SettlementRow,
  sent: { sentOn: string; voucherNo: bigint },
): void {
  const { settlementId, kind, period, purpose, project, docNo, permittedCodes, deadline } = row;
  const { emergencyEvent, emergencyReason } = row;
  emit(settlementSent, {
    settlementId,
    fromNode: node,
    toNode: row.neighbour,
    kind,
    period,
    amountFen: BigInt(row.amountFen),
    shares: row.shares.map(({ level, amountFen }) => ({ level, amountFen: BigInt(amountFen) })),
    purpose,
    project,
    docNo,
    permittedCodes,
    deadline,
    emergencyEvent,
    emergencyReason,
    ...sent,
  });
}
