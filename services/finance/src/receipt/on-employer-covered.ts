// A union was founded over an employer: what was held of its payments is divided and goes where it belongs.
import { employerCovered } from '@gonglian/contracts/organisation.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { booked } from '@gonglian/kernel/split.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { reaction, type Sql, type Tx } from '../pipeline.ts';
import { listProfiles } from '../profile/split-profile.ts';
import { divide, emitSplit, levelOf, type DividedReceipt } from './post-receipts.ts';
import { foundingVoucher, type ReceiptToPost } from './receipt-voucher.ts';

/** Of one payer; the rest follows with the next union that covers it, or by hand. */
const HELD_MAX = 1_000;

export const onEmployerCovered = reaction({
  facts: [employerCovered],
  async apply(tx, batch) {
    for (const { data } of batch) {
      await found(tx, { unionId: data.unionId, on: data.startedOn }, data.employerUscc);
    }
  },
});

async function found(
  tx: Tx,
  { unionId, on }: { unionId: string; on: string },
  uscc: string,
): Promise<void> {
  const held = await heldOf(tx.sql, uscc);
  if (held.length === 0) return;
  const level = levelOf(tx.own.level);
  const profiles = await listProfiles(tx.sql);
  const divided = held.map((one) => divide({ ...one, unionId }, profiles, tx.node, level));
  const vouchers = divided.map(({ receipt, shares }) => {
    const day = on > receipt.receivedOn ? on : receipt.receivedOn;
    const founded = { unionId, on: day, fundFen: receipt.amountFen + receipt.lateFeeFen };
    return foundingVoucher({ ...receipt, makerId: tx.actor.id }, founded, booked(shares, level));
  });
  const answers = await postVouchers(tx, nodeRootUnionId(tx.node), vouchers);
  for (const [n, one] of divided.entries()) {
    const { no, refusal } = answers[n] ?? {};
    if (no === undefined) await keepRefusal(tx, one.receipt.receiptId, refusal?.code ?? '');
    else await move(tx, one, no);
    if (no !== undefined) emitSplit(tx, one, level, no);
  }
}

async function heldOf(sql: Sql, uscc: string): Promise<ReceiptToPost[]> {
  const rows = await sql<ReceiptToPost & Record<'wage' | 'amount' | 'late' | 'received', string>>`
    select id as "receiptId", mode, doc_kind as "docKind", slip_no as "slipNo",
      payer_uscc as "payerUscc", period_from as "periodFrom", period_to as "periodTo",
      wage_base_fen::text as wage, amount_fen::text as amount, late_fee_fen::text as late,
      received_fen::text as received, tax_organ as "taxOrgan", received_on::text as "receivedOn",
      bank, collection_id as "collectionId", recorded_by as "makerId"
    from fund_receipt where payer_uscc = ${uscc} and union_id is null
    order by id limit ${HELD_MAX} for update`;
  return rows.map(({ wage, amount, late, received, ...row }) => ({
    ...row,
    unionId: null,
    wageBaseFen: Number(wage),
    amountFen: Number(amount),
    lateFeeFen: Number(late),
    receivedFen: Number(received),
  }));
}

function move({ sql }: Tx, { receipt, profile, shares }: DividedReceipt, no: number) {
  return sql`
    update fund_receipt set union_id = ${receipt.unionId}, founding_voucher_no = ${no},
      founding_refusal = '', grassroots_fen = ${shares.grassrootsFen},
      county_fen = ${shares.countyFen}, city_fen = ${shares.cityFen},
      province_fen = ${shares.provinceFen}, national_fen = ${shares.nationalFen},
      grassroots_bp = ${profile.grassrootsBp}, county_bp = ${profile.countyBp},
      city_bp = ${profile.cityBp}, province_bp = ${profile.provinceBp},
      national_bp = ${profile.nationalBp}
    where id = ${receipt.receiptId}`;
}

/** It stays held, and what the ledger said is kept: the union is founded all the same. */
async function keepRefusal({ sql, own }: Tx, receiptId: string, code: string): Promise<void> {
  own.log.warn({ receiptId, code }, 'held money could not be moved to its union');
  await sql`update fund_receipt set founding_refusal = ${code} where id = ${receiptId}`;
}
