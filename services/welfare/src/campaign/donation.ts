// What others gave for workers, and what became of it (row 107).
import type { Donation } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { maskName } from '@gonglian/kernel/mask.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';

export const DONOR_KINDS = ['UNIT', 'PERSON', 'ANONYMOUS'] as const;

export const donorPlace = (donationId: string) => `donation.donor.${donationId}`;

interface DonationRow extends Omit<
  Donation,
  'donorNameMasked' | 'moneyFen' | 'goodsFen' | 'stockedFen' | 'givenFen'
> {
  donor: Buffer | null;
  moneyFen: string;
  goodsFen: string;
  stockedFen: string;
  givenFen: string;
}

interface Find {
  id?: string | null;
  unionId?: string | null;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export async function findDonations(sql: Sql, vault: Vault, of: Find): Promise<Donation[]> {
  const { id = null, unionId = null, before = null, limit } = of;
  const rows = await sql<DonationRow>`
    select d.donation_id as "donationId", d.union_id as "unionId", coalesce(u.name, '') as "unionName",
      coalesce(d.campaign_id::text, '') as "campaignId", d.donor_kind as "donorKind", d.donor_sealed as donor,
      d.money_fen::text as "moneyFen", d.goods_fen::text as "goodsFen", d.receipt_no as "receiptNo",
      d.received_on::text as "receivedOn", b.stocked::text as "stockedFen", b.given::text as "givenFen"
    from donation as d left join known_union as u using (union_id)
    cross join lateral (
      select coalesce(sum(quantity * unit_price_fen), 0) as stocked,
        coalesce(sum((quantity - remaining) * unit_price_fen), 0) as given
      from goods_batch as b where b.donation_id = d.donation_id) as b
    where (${id}::uuid is null or d.donation_id = ${id}::uuid)
      and (${unionId}::uuid is null or d.union_id = ${unionId}::uuid)
      and (${before}::uuid is null or d.donation_id < ${before}::uuid)
    order by d.donation_id desc limit ${limit}`;
  return rows.map((row) => donationView(vault, row));
}

/** DONATION_UNKNOWN for one out of reach. */
export async function readDonation(sql: Sql, vault: Vault, donationId: string): Promise<Donation> {
  const [found] = await findDonations(sql, vault, { id: donationId, limit: 1 });
  if (!found) throw notFound('DONATION_UNKNOWN', { donationId });
  return found;
}

function donationView(vault: Vault, { donor, ...row }: DonationRow): Donation {
  const name = donor === null ? '' : vault.open(donor, donorPlace(row.donationId));
  return {
    ...row,
    donorNameMasked: row.donorKind === 'PERSON' ? maskName(name) : name,
    moneyFen: BigInt(row.moneyFen),
    goodsFen: BigInt(row.goodsFen),
    stockedFen: BigInt(row.stockedFen),
    givenFen: BigInt(row.givenFen),
  };
}
