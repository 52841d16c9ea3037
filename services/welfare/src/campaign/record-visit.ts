// Workers were visited at a site: in one campaign, with goods out of stock. A fact says how many, and nobody's name.
import type { Visit } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { careVisited } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, notFound } from '@gonglian/kernel/refusal.ts';
import { id, optionalId } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay, sha256 } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { readCampaign } from './campaign.ts';
import { takeGoods } from './goods.ts';
import { visitFields } from './visit-fields.ts';
import { decideVisit, isNewSite, readVisit, siteKey, visitView } from './visit.ts';

const GOODS_MAX = 20;
const PHOTOS_MAX = 20;
const EARLIEST = '2000-01-01';

const RecordVisit = z.strictObject({
  campaignId: id,
  ...visitFields,
  siteUnionId: optionalId,
  goods: z
    .array(
      z.strictObject({
        batchId: id,
        quantity: z.int().min(1, 'not_positive').max(1_000_000, 'too_large'),
      }),
    )
    .max(GOODS_MAX, 'too_many')
    .refine((all) => new Set(all.map(({ batchId }) => batchId)).size === all.length, 'twice'),
  photoSha256: z.array(sha256).max(PHOTOS_MAX, 'too_many'),
});
type RecordVisit = z.output<typeof RecordVisit>;

/** Duplicate VISIT_RECORDED where it stands already, whichever campaign or union has it. */
export const recordVisit = command({
  schema: RecordVisit,
  permission: 'welfare.visit.write',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Visit> {
    const { sql, actor, now, emit } = tx;
    const today = chinaDate(now);
    decideDay(ask.visitedOn, EARLIEST, today);
    const campaign = await readCampaign(sql, ask.campaignId);
    decideVisit(campaign, ask);
    await requireLivingUnion(sql, ask.unionId);
    await requireHolder(sql, campaign.unionId, ask.unionId);
    if (ask.siteUnionId) await requireLivingUnion(sql, ask.siteUnionId);
    await tx.beyondScope('a site counts once in a campaign, whichever union was there');
    const key = siteKey(ask);
    const newSite = await isNewSite(sql, ask.campaignId, key);
    const visitId = newId();
    await writeVisit(sql, { ...ask, visitId, key, newSite, by: actor.id });
    const { unionId, goods, visitedOn } = ask;
    const goodsFen = await takeGoods(sql, { visitId, unionId, goods, on: visitedOn, by: actor.id });
    await sql`update visit set goods_fen = ${goodsFen} where visit_id = ${visitId}`;
    const visit = await readVisit(sql, visitId);
    emit(careVisited, { ...visit, goodsFen: BigInt(goodsFen), newSites: newSite ? 1 : 0 });
    return visitView(visit);
  },
});

/** CAMPAIGN_UNKNOWN for one of a union that is neither the visiting one nor above it. */
async function requireHolder(sql: Sql, holderId: string, unionId: string): Promise<void> {
  if (holderId === unionId) return;
  const below = await sql`
    select from scope_below as b (b_above, b_below)
    where b.b_above = ${holderId}::uuid and b.b_below = ${unionId}::uuid`;
  if (below.length === 0) throw notFound('CAMPAIGN_UNKNOWN');
}

async function writeVisit(
  sql: Sql,
  ask: RecordVisit & { visitId: string; key: string; newSite: boolean; by: string },
): Promise<void> {
  const written = await sql`
    insert into visit (visit_id, campaign_id, union_id, site_name, site_union_id, site_key, visited_on, persons,
      recipient_group, occasion, temperature_level, packages, new_site, photo_sha256, note, recorded_by)
    values (${ask.visitId}, ${ask.campaignId}, ${ask.unionId}, ${ask.siteName}, nullif(${ask.siteUnionId}, '')::uuid,
      ${ask.key}, ${ask.visitedOn}, ${ask.persons}, ${ask.recipientGroup}, ${ask.occasion}, ${ask.temperatureLevel},
      ${ask.packages}, ${ask.newSite}, ${ask.photoSha256}, ${ask.note}, ${ask.by})
    on conflict do nothing returning 1`;
  if (written.length === 0) throw duplicate('VISIT_RECORDED');
}
