// A visit that was recorded was none, or another: its goods go back, its figures are taken back by a fact.
import type { Visit } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { careSiteTakenOver, careVisitCancelled } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { returnGoods } from './goods.ts';
import {
  isNewSite,
  lockVisit,
  readVisit,
  requireSeen,
  visitStep,
  visitView,
  type VisitRow,
} from './visit.ts';

/** Refused VISIT_HAS_MONEY while it has a list of persons that was not cancelled. */
export const cancelVisit = command({
  schema: z.strictObject(visitStep),
  permission: 'welfare.visit.write',
  async run(tx, { visitId, expectedVersion }): Promise<Visit> {
    const { sql, actor, now, emit } = tx;
    const visit = await lockVisit(sql, visitId);
    requireSeen(visit, expectedVersion);
    const lists = await sql`
      select from warmth_list where visit_id = ${visitId} and state <> 'CANCELLED' limit 1`;
    if (lists.length > 0 || visit.cashFen > 0) throw refused('VISIT_HAS_MONEY');
    await returnGoods(sql, { visitId, on: chinaDate(now), by: actor.id });
    await sql`update visit set state = 'CANCELLED', version = version + 1 where visit_id = ${visitId}`;
    await tx.beyondScope('a site counts once in a campaign, whichever union was there');
    const lostSites = visit.newSite ? 1 : 0;
    emit(careVisitCancelled, { ...visit, goodsFen: BigInt(visit.goodsFen), lostSites });
    if (visit.newSite) await passSiteOn(tx, visit);
    return visitView(await readVisit(sql, visitId));
  },
});

/** The site counts by the oldest visit that stands, if there is one. */
async function passSiteOn({ sql, emit }: Tx, { campaignId, siteKey }: VisitRow): Promise<void> {
  if (await isNewSite(sql, campaignId, siteKey)) return;
  const [next] = await sql<{ visitId: string }>`
    update visit set new_site = true where visit_id = (
      select visit_id from visit where campaign_id = ${campaignId} and site_key = ${siteKey} and state = 'RECORDED'
      order by visit_id limit 1)
    returning visit_id as "visitId"`;
  if (next) emit(careSiteTakenOver, await readVisit(sql, next.visitId));
}
