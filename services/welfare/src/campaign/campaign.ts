// A campaign of a year, as it is kept and shown. Each visit is of one, so that what the four gifts come to is their sum;
// a site that was visited in two of them is one.
import type {
  Campaign,
  CampaignTotals,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export const FOUR_GIFTS = [
  'SPRING_JOBS',
  'SUMMER_COOLING',
  'AUTUMN_STUDY',
  'WINTER_WARMTH',
] as const;
export const CAMPAIGN_KINDS = [...FOUR_GIFTS, 'EPIDEMIC', 'DISASTER'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const OCCASIONS = [
  'SPRING_FESTIVAL',
  'WOMENS_DAY',
  'MAY_DAY',
  'NATIONAL_DAY',
  'REGULAR',
] as const;

export const RECIPIENT_GROUPS = [
  'HARDSHIP',
  'OUTDOOR',
  'COURIER',
  'SANITATION',
  'KEY_PROJECT',
  'ON_DUTY',
  'HIGH_TEMPERATURE',
  'TOXIC',
  'MODEL_WORKER',
  'MEDICAL',
  'MEDICAL_FAMILY',
  'MIGRANT',
  'KEY_DEPARTMENT',
  'OTHER',
] as const;

export interface CampaignRow {
  campaignId: string;
  unionId: string;
  unionName: string;
  year: number;
  campaignKind: CampaignKind;
  documentNo: string;
  openedOn: string;
}

interface Find {
  id?: string | null;
  unionId?: string | null;
  year?: number;
  limit: number;
}

/** In the order in which they were opened. */
export function findCampaigns(sql: Sql, of: Find): Promise<CampaignRow[]> {
  const { id = null, unionId = null, year = 0, limit } = of;
  return sql<CampaignRow>`
    select c.campaign_id as "campaignId", c.union_id as "unionId", coalesce(u.name, '') as "unionName", c.year,
      c.kind as "campaignKind", c.document_no as "documentNo", c.opened_on::text as "openedOn"
    from campaign as c left join known_union as u using (union_id)
    where (${id}::uuid is null or c.campaign_id = ${id}::uuid)
      and (${unionId}::uuid is null or c.union_id = ${unionId}::uuid)
      and (${year}::int = 0 or c.year = ${year}::int)
    order by c.campaign_id limit ${limit}`;
}

/** CAMPAIGN_UNKNOWN where there is none. */
export async function readCampaign(sql: Sql, campaignId: string): Promise<CampaignRow> {
  const [row] = await findCampaigns(sql, { id: campaignId, limit: 1 });
  if (!row) throw notFound('CAMPAIGN_UNKNOWN', { campaignId });
  return row;
}

/** By campaign, of the visits in reach; `together` counts over all that were named, a site once. */
export async function sumVisits(
  sql: Sql,
  campaignIds: readonly string[],
): Promise<{ each: ReadonlyMap<string, CampaignTotals>; together: CampaignTotals }> {
  interface Sum {
    campaignId: string;
    visits: number;
    sites: number;
    personTimes: string;
    packages: string;
    goodsFen: string;
    cashFen: string;
  }
  const rows = await sql<Sum>`
    select coalesce(v.campaign_id::text, '') as "campaignId", count(*)::int as visits,
      count(distinct v.site_key)::int as sites, coalesce(sum(v.persons), 0)::text as "personTimes",
      coalesce(sum(v.packages), 0)::text as packages, coalesce(sum(v.goods_fen), 0)::text as "goodsFen",
      coalesce(sum(v.cash_fen), 0)::text as "cashFen"
    from visit as v
    where v.campaign_id = any(${campaignIds}::uuid[]) and v.state = 'RECORDED'
    group by grouping sets ((v.campaign_id), ())`;
  const each = new Map(rows.map(({ campaignId, ...sum }) => [campaignId, totalsOf(sum)]));
  return { each, together: each.get('') ?? NOTHING };
}

function totalsOf(sum: {
  visits: number;
  sites: number;
  personTimes: string;
  packages: string;
  goodsFen: string;
  cashFen: string;
}): CampaignTotals {
  return {
    visits: sum.visits,
    sites: sum.sites,
    personTimes: BigInt(sum.personTimes),
    packages: BigInt(sum.packages),
    goodsFen: BigInt(sum.goodsFen),
    cashFen: BigInt(sum.cashFen),
  };
}

export const NOTHING: CampaignTotals = {
  visits: 0,
  sites: 0,
  personTimes: 0n,
  packages: 0n,
  goodsFen: 0n,
  cashFen: 0n,
};

export const campaignView = (row: CampaignRow, totals: CampaignTotals = NOTHING): Campaign => ({
  ...row,
  totals,
});
