import type { StartupSupportList } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findStartups } from './startup.ts';

export const listStartupSupports = query({
  schema: z.strictObject({ unionId: optionalId, cursor: optionalId, limit: limit(200) }),
  permission: 'welfare.job-placement.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<StartupSupportList> {
    const { unionId, cursor, limit: most } = ask;
    const items = await findStartups(sql, {
      unionId: unionId || null,
      before: cursor || null,
      limit: most,
    });
    const last = items.length === most ? items.at(-1) : undefined;
    return { items, nextCursor: last?.startupId ?? '' };
  },
});
