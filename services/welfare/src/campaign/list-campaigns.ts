import type { CampaignLedger } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { campaignView, findCampaigns, FOUR_GIFTS, sumVisits } from './campaign.ts';

/** More than a node has in a year: each union has six at most. */
const CAMPAIGNS_MAX = 500;

/** The one ledger of a year: each campaign, and the four gifts together. */
export const listCampaigns = query({
  schema: z.strictObject({
    year: z.int().min(0, 'negative').max(2100, 'too_late'),
    unionId: optionalId,
  }),
  permission: 'welfare.campaign.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { year, unionId }): Promise<CampaignLedger> {
    const rows = await findCampaigns(sql, { year, unionId: unionId || null, limit: CAMPAIGNS_MAX });
    const of = (kinds: readonly string[] | null) =>
      rows
        .filter(({ campaignKind }) => kinds?.includes(campaignKind) ?? true)
        .map(({ campaignId }) => campaignId);
    const { each } = await sumVisits(sql, of(null));
    const { together } = await sumVisits(sql, of(FOUR_GIFTS));
    return {
      items: rows.map((row) => campaignView(row, each.get(row.campaignId))),
      fourGifts: together,
    };
  },
});
