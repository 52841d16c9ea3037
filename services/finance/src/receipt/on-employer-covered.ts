// A union was founded over an employer: what was held of its payments is divided and goes where it belongs.
import { employerCovered, unionEstablished } from '@gonglian/contracts/organisation.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { booked, type FundShares, type SplitProfile } from '@gonglian/kernel/split.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { reaction, type Sql, type Tx } from '../pipeline.ts';
import { listProfiles } from '../profile/split-profile.ts';
import { coversHost } from '../union/covers-host.ts';
import { divide, emitSplit, levelOf, type DividedReceipt } from './post-receipts.ts';
import { foundingVoucher, type ReceiptToPost } from './receipt-voucher.ts';

/** Of one payer; the rest follows with the next union that covers it, or by hand. */
const HELD_MAX = 1_000;

export const onEmployerCovered = reaction({
  facts: [employerCovered, unionEstablished],
  async apply(tx, batch) {
    const covered = batch.flatMap((fact): Covered[] => {
      if (fact.name === 'employer.covered') {
        const { unionId, employerUscc: uscc, startedOn: on } = fact.data;
        return [{ unionId, uscc, on }];
      }
      const { unionId, hostUscc: uscc, establishedOn: on } = fact.data;
      return coversHost(fact.data) ? [{ unionId, uscc, on }] : [];
    });
    const held = await payersHeld(
      tx.sql,
      covered.map(({ uscc }) => uscc),
    );
    for (const one of covered) if (held.has(one.uscc)) await found(tx, one, one.uscc);
  },
});

interface Covered {
  unionId: string;
  uscc: string;
  on: string;
}

/** A node begins with the facts of thousands of employers; of few of them money is held. */
async function payersHeld(sql: Sql, usccs: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ uscc: string }>`
    select distinct payer_uscc as uscc from fund_receipt
    where union_id is null and reversed_no is null and payer_uscc = any(${usccs}::text[])`;
  return new Set(rows.map(({ uscc }) => uscc));
}

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
  const moved = divided.flatMap((one, n) => {
    const no = answers[n]?.no;
    return no === undefined ? [] : [{ ...one, no }];
  });
  await move(tx.sql, unionId, moved);
  for (const one of moved) emitSplit(tx, one, level, one.no);
  await keepRefusals(
    tx,
    divided.flatMap(({ receipt: { receiptId } }, n) => {
      const code = answers[n]?.refusal?.code;
      return code === undefined ? [] : [{ receiptId, code }];
    }),
  );
}

async function heldOf(sql: Sql, uscc: string): Promise<ReceiptToPost[]> {
  const rows = await sql<ReceiptToPost & Record<'wage' | 'amount' | 'late' | 'received', string>>`
    select id as "receiptId", mode, doc_kind as "docKind", slip_no as "slipNo",
      payer_uscc as "payerUscc", period_from as "periodFrom", period_to as "periodTo",
      wage_base_fen::text as wage, amount_fen::text as amount, late_fee_fen::text as late,
      received_fen::text as received, tax_organ as "taxOrgan", received_on::text as "receivedOn",
      bank, collection_id as "collectionId", recorded_by as "makerId"
    from fund_receipt where payer_uscc = ${uscc} and union_id is null and reversed_no is null
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

type Moved = DividedReceipt & { no: number };

async function move(sql: Sql, unionId: string, moved: readonly Moved[]): Promise<void> {
  const share = (name: keyof FundShares) => moved.map(({ shares }) => shares[name]);
  const part = (name: keyof SplitProfile) => moved.map(({ profile }) => profile[name]);
  await sql`
    update fund_receipt as r set union_id = ${unionId}, founding_voucher_no = m.no,
      founding_refusal = '', grassroots_fen = m.grassroots, county_fen = m.county,
      city_fen = m.city, province_fen = m.province, national_fen = m.national,
      grassroots_bp = m.grassroots_bp, county_bp = m.county_bp, city_bp = m.city_bp,
      province_bp = m.province_bp, national_bp = m.national_bp
    from unnest(${moved.map(({ receipt }) => receipt.receiptId)}::uuid[],
      ${moved.map(({ no }) => no)}::bigint[], ${share('grassrootsFen')}::bigint[],
      ${share('countyFen')}::bigint[], ${share('cityFen')}::bigint[],
      ${share('provinceFen')}::bigint[], ${share('nationalFen')}::bigint[],
      ${part('grassrootsBp')}::int[], ${part('countyBp')}::int[], ${part('cityBp')}::int[],
      ${part('provinceBp')}::int[], ${part('nationalBp')}::int[])
      as m(id, no, grassroots, county, city, province, national, grassroots_bp, county_bp, city_bp,
        province_bp, national_bp)
    where r.id = m.id`;
}

/** They stay held, and what the ledger said is kept: the union is founded all the same. */
async function keepRefusals(
  { sql, own }: Tx,
  refusals: readonly { receiptId: string; code: string }[],
): Promise<void> {
  if (refusals.length === 0) return;
  own.log.warn({ refusals }, 'held money could not be moved to its union');
  await sql`
    update fund_receipt as r set founding_refusal = n.code
    from unnest(${refusals.map(({ receiptId }) => receiptId)}::uuid[],
      ${refusals.map(({ code }) => code)}::text[]) as n(id, code)
    where r.id = n.id`;
}
