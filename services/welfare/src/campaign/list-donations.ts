import type { DonationPage } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findDonations } from './donation.ts';

export const listDonations = query({
  schema: z.strictObject({ unionId: optionalId, cursor: optionalId, limit: limit(200) }),
  permission: 'welfare.donation.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, { unionId, cursor, limit: most }): Promise<DonationPage> {
    const of = { unionId: unionId || null, before: cursor || null, limit: most };
    const items = await findDonations(sql, own.vault, of);
    return {
      items,
      nextCursor: items.length === most ? (items.at(-1)?.donationId ?? '') : '',
    };
  },
});
