import type { VisitPage } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findVisits, visitView } from './visit.ts';

export const listVisits = query({
  schema: z.strictObject({
    campaignId: optionalId,
    unionId: optionalId,
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.campaign.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<VisitPage> {
    const { campaignId, unionId, cursor, limit: most } = ask;
    const of = { campaignId: campaignId || null, unionId: unionId || null };
    const rows = await findVisits(sql, { ...of, before: cursor || null, limit: most });
    return {
      items: rows.map(visitView),
      nextCursor: rows.length === most ? (rows.at(-1)?.visitId ?? '') : '',
    };
  },
});
