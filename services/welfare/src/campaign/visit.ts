// A visit to a site on a day: it belongs to one campaign, and is recorded once (issue: one ledger for the four gifts).
import type { Visit } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';
import type { CampaignKind } from './campaign.ts';

/** As the weather office warns, of summer cooling; a visit of another campaign has none. */
export const TEMPERATURE_LEVELS = ['', 'NONE', 'YELLOW', 'ORANGE', 'RED'] as const;

export interface VisitRow {
  visitId: string;
  campaignId: string;
  campaignKind: CampaignKind;
  unionId: string;
  unionName: string;
  siteName: string;
  siteUnionId: string;
  siteKey: string;
  visitedOn: string;
  persons: number;
  recipientGroup: string;
  occasion: string;
  temperatureLevel: string;
  packages: number;
  newSite: boolean;
  goodsFen: number;
  cashFen: number;
  photoSha256: string[];
  note: string;
  state: 'RECORDED' | 'CANCELLED';
  recordedBy: string;
  version: number;
}

export const visitStep = { visitId: id, expectedVersion };

/** In the order of refusals: CAMPAIGN_OF_ANOTHER_YEAR, TEMPERATURE_LEVEL_WRONG. */
export function decideVisit(
  campaign: { year: number; campaignKind: CampaignKind },
  { visitedOn, temperatureLevel }: { visitedOn: string; temperatureLevel: string },
): void {
  if (Number(visitedOn.slice(0, 4)) !== campaign.year)
    throw refused('CAMPAIGN_OF_ANOTHER_YEAR', { year: campaign.year });
  if ((campaign.campaignKind === 'SUMMER_COOLING') !== (temperatureLevel !== ''))
    throw refused('TEMPERATURE_LEVEL_WRONG', { campaignKind: campaign.campaignKind });
}

/** The site as it is compared: of its union, and whatever blanks and widths its name was typed with. */
export function siteKey({
  siteName,
  siteUnionId,
}: {
  siteName: string;
  siteUnionId: string;
}): string {
  return `${siteUnionId}|${siteName.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()}`;
}

interface Find {
  id?: string | null;
  campaignId?: string | null;
  unionId?: string | null;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findVisits(sql: Sql, of: Find): Promise<VisitRow[]> {
  const { id: one = null, campaignId = null, unionId = null, before = null, limit } = of;
  return sql<VisitRow>`
    select v.visit_id as "visitId", v.campaign_id as "campaignId", c.kind as "campaignKind",
      v.union_id as "unionId", coalesce(u.name, '') as "unionName", v.site_name as "siteName",
      coalesce(v.site_union_id::text, '') as "siteUnionId", v.site_key as "siteKey",
      v.visited_on::text as "visitedOn", v.persons, v.recipient_group as "recipientGroup", v.occasion,
      v.temperature_level as "temperatureLevel", v.packages, v.new_site as "newSite", v.goods_fen::float8 as "goodsFen",
      v.cash_fen::float8 as "cashFen", v.photo_sha256 as "photoSha256", v.note, v.state,
      v.recorded_by as "recordedBy", v.version
    from visit as v join campaign as c using (campaign_id)
    left join known_union as u on u.union_id = v.union_id
    where (${one}::uuid is null or v.visit_id = ${one}::uuid)
      and (${campaignId}::uuid is null or v.campaign_id = ${campaignId}::uuid)
      and (${unionId}::uuid is null or v.union_id = ${unionId}::uuid)
      and (${before}::uuid is null or v.visit_id < ${before}::uuid)
    order by v.visit_id desc limit ${limit}`;
}

/** VISIT_UNKNOWN for one out of reach. */
export async function readVisit(sql: Sql, visitId: string): Promise<VisitRow> {
  const [row] = await findVisits(sql, { id: visitId, limit: 1 });
  if (!row) throw notFound('VISIT_UNKNOWN', { visitId });
  return row;
}

/** Locked until the transaction ends; refused VISIT_CANCELLED for one that was none. */
export async function lockVisit(sql: Sql, visitId: string): Promise<VisitRow> {
  await sql`select from visit where visit_id = ${visitId} for update`;
  const row = await readVisit(sql, visitId);
  if (row.state === 'CANCELLED') throw refused('VISIT_CANCELLED');
  return row;
}

export function requireSeen({ version }: { version: number }, seen: number): void {
  if (version !== seen) throw stale('VERSION_MOVED', { version });
}

export function visitView({ siteKey: _s, newSite: _n, ...row }: VisitRow): Visit {
  return { ...row, goodsFen: BigInt(row.goodsFen), cashFen: BigInt(row.cashFen) };
}

/** Whether it is the first visit of the campaign to a site; two at once wait for one another. */
export async function isNewSite(sql: Sql, campaignId: string, key: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`site ${campaignId} ${key}`}, 0))`;
  const known = await sql`
    select from visit where campaign_id = ${campaignId} and site_key = ${key} and state = 'RECORDED' limit 1`;
  return known.length === 0;
}
