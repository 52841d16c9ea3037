import type { Campaign } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { code, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { CAMPAIGN_KINDS, campaignView, readCampaign } from './campaign.ts';

/** A union has one of a kind in a year. Refused YEAR_IN_FUTURE beyond the next; duplicate CAMPAIGN_OPEN. */
export const openCampaign = command({
  schema: z.strictObject({
    unionId: id,
    year: z.int().min(2000, 'too_early').max(2100, 'too_late'),
    campaignKind: code(CAMPAIGN_KINDS),
    documentNo: text(80),
  }),
  permission: 'welfare.campaign.open',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, now }, ask): Promise<Campaign> {
    const today = chinaDate(now);
    // That of a spring festival is planned in the winter before.
    if (ask.year > Number(today.slice(0, 4)) + 1)
      throw refused('YEAR_IN_FUTURE', { year: ask.year });
    await requireLivingUnion(sql, ask.unionId);
    const campaignId = newId();
    const opened = await sql`
      insert into campaign (campaign_id, union_id, year, kind, document_no, opened_on, opened_by)
      values (${campaignId}, ${ask.unionId}, ${ask.year}, ${ask.campaignKind}, ${ask.documentNo}, ${today},
        ${actor.id})
      on conflict do nothing returning 1`;
    if (opened.length === 0) throw duplicate('CAMPAIGN_OPEN');
    return campaignView(await readCampaign(sql, campaignId));
  },
});
