import type { ActivityList } from '@gonglian/contracts/gen/gonglian/welfare/v1/activity.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { ACTIVITY_KINDS, ACTIVITY_STATES, activityView, findActivities } from './activity.ts';

/** Of the whole node, the newest first: they are planned to be come to. */
export const listActivities = query({
  schema: z.strictObject({
    unionId: optionalId,
    activityKind: z.string().pipe(z.enum(['', ...ACTIVITY_KINDS], 'unknown_code')),
    state: z.string().pipe(z.enum(['', ...ACTIVITY_STATES], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.activity.read',
  async run({ sql }, ask): Promise<ActivityList> {
    const rows = await findActivities(sql, {
      unionId: ask.unionId || null,
      kind: ask.activityKind || null,
      state: ask.state || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return { items: rows.map(activityView), nextCursor: last?.activityId ?? '' };
  },
});
