// Visits of an old list: how many were visited with what, on which day; the list does not say who.
import type { RecordedPastWelfare } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { carePaid, careVisited } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate } from '@gonglian/kernel/refusal.ts';
import { code } from '@gonglian/service/fields.ts';
import { PAST_ROWS_MAX, requireKnownUnions, requirePast } from '@gonglian/service/past.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { CAMPAIGN_KINDS } from '../campaign/campaign.ts';
import { visitFields } from '../campaign/visit-fields.ts';
import { decideVisit, siteKey } from '../campaign/visit.ts';
import { command, type Sql } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';

const Row = z.strictObject({
  ...visitFields,
  campaignKind: code(CAMPAIGN_KINDS),
  goodsFen: optionalFen,
  cashFen: optionalFen,
});
type Row = z.output<typeof Row>;
type Placed = Row & { visitId: string; campaignId: string; key: string; newSite: boolean };

const yearOf = ({ visitedOn }: Row) => Number(visitedOn.slice(0, 4));
const campaignOf = (row: { unionId: string; campaignKind: string }, year: number) =>
  `${row.unionId} ${year} ${row.campaignKind}`;

export const recordPastVisits = command({
  schema: z.strictObject({
    rows: z.array(Row).min(1, 'required').max(PAST_ROWS_MAX, 'too_many'),
  }),
  permission: 'welfare.past.record',
  unions: ({ rows }) => rows.map(({ unionId }) => unionId),
  wholeNode: 'a visit is recorded once, whichever union was there',
  async run({ sql, actor, now, emit }, { rows }): Promise<RecordedPastWelfare> {
    const today = chinaDate(now);
    const spans = rows.map((row) => ({ beganOn: row.visitedOn, endedOn: row.visitedOn }));
    requirePast(spans, today, welfarePolicy('past.days_after', today));
    for (const row of rows) decideVisit({ ...row, year: yearOf(row) }, row);
    await requireKnownUnions(
      sql,
      rows.map(({ unionId }) => unionId),
    );
    const campaigns = await openCampaigns(sql, rows, { today, by: actor.id });
    const placed = await placeSites(sql, rows, campaigns);
    await writeVisits(sql, placed, actor.id);
    for (const row of placed) {
      const newSites = row.newSite ? 1 : 0;
      emit(careVisited, { ...row, goodsFen: BigInt(row.goodsFen), newSites });
      if (row.cashFen === 0) continue;
      const paid = { payments: 1, paidOn: row.visitedOn, amountFen: BigInt(row.cashFen) };
      emit(carePaid, { ...row, ...paid });
    }
    return { recorded: rows.length };
  },
});

/** Where the union had none of that kind in that year. */
async function openCampaigns(
  sql: Sql,
  rows: readonly Row[],
  { today, by }: { today: string; by: string },
): Promise<ReadonlyMap<string, string>> {
  const kinds = [...new Map(rows.map((row) => [campaignOf(row, yearOf(row)), row])).values()];
  const of = [
    kinds.map(({ unionId }) => unionId),
    kinds.map(yearOf),
    kinds.map(({ campaignKind }) => campaignKind),
  ] as const;
  await sql`
    insert into campaign (campaign_id, union_id, year, kind, document_no, opened_on, opened_by)
    select id, union_id, year, kind, '', ${today}::date, ${by}::text
    from unnest(${kinds.map(() => newId())}::uuid[], ${of[0]}::uuid[], ${of[1]}::int[], ${of[2]}::text[])
      as k(id, union_id, year, kind)
    on conflict do nothing`;
  const found = await sql<{ id: string; unionId: string; year: number; campaignKind: string }>`
    select c.campaign_id as id, c.union_id as "unionId", c.year, c.kind as "campaignKind"
    from campaign as c join unnest(${of[0]}::uuid[], ${of[1]}::int[], ${of[2]}::text[]) as k(union_id, year, kind)
      on c.union_id = k.union_id and c.year = k.year and c.kind = k.kind`;
  return new Map(found.map((one) => [campaignOf(one, one.year), one.id]));
}

/** The first visit of a campaign to a site is the one by which it counts. */
async function placeSites(
  sql: Sql,
  rows: readonly Row[],
  campaigns: ReadonlyMap<string, string>,
): Promise<Placed[]> {
  const known = await sql<{ place: string }>`
    select distinct campaign_id || ' ' || site_key as place from visit
    where campaign_id = any(${[...campaigns.values()]}::uuid[]) and state = 'RECORDED'`;
  const seen = new Set(known.map(({ place }) => place));
  return rows.map((row) => {
    const campaignId = campaigns.get(campaignOf(row, yearOf(row))) ?? '';
    const key = siteKey({ ...row, siteUnionId: '' });
    const newSite = !seen.has(`${campaignId} ${key}`);
    seen.add(`${campaignId} ${key}`);
    return { ...row, visitId: newId(), campaignId, key, newSite };
  });
}

async function writeVisits(sql: Sql, rows: readonly Placed[], by: string): Promise<void> {
  const of = <K extends keyof Placed>(field: K) => rows.map((row) => row[field]);
  const written = await sql`
    insert into visit (visit_id, campaign_id, union_id, site_name, site_key, visited_on, persons, recipient_group, occasion,
      temperature_level, packages, new_site, goods_fen, past_cash_fen, cash_fen, photo_sha256, note, recorded_by)
    select id, campaign_id, union_id, site, key, visited_on, persons, grp, occasion, level, packages, new_site, goods, cash,
      cash, '{}', note, ${by}::text
    from unnest(${of('visitId')}::uuid[], ${of('campaignId')}::uuid[], ${of('unionId')}::uuid[],
      ${of('siteName')}::text[], ${of('key')}::text[], ${of('visitedOn')}::date[], ${of('persons')}::int[],
      ${of('recipientGroup')}::text[], ${of('occasion')}::text[], ${of('temperatureLevel')}::text[],
      ${of('packages')}::int[], ${of('newSite')}::boolean[], ${of('goodsFen')}::bigint[],
      ${of('cashFen')}::bigint[], ${of('note')}::text[]) as v(id, campaign_id, union_id, site, key, visited_on,
      persons, grp, occasion, level, packages, new_site, goods, cash, note)
    on conflict do nothing returning 1`;
  if (written.length < rows.length) throw duplicate('VISIT_RECORDED');
}
