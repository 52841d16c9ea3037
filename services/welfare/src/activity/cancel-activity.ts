import type { Activity } from '@gonglian/contracts/gen/gonglian/welfare/v1/activity.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { forgetBookings } from '../place/place-offer.ts';
import { activityStep, activityView, lockPlanned, readActivity } from './activity.ts';

export const cancelActivity = command({
  schema: z.strictObject({ ...activityStep, reason: text(500) }),
  permission: 'welfare.activity.write',
  async run(tx, ask): Promise<Activity> {
    const { sql } = tx;
    const planned = await lockPlanned(sql, ask);
    await tx.requireUnions([planned.unionId]);
    await sql`
      update activity set state = 'CANCELLED', cancel_reason = ${ask.reason}, version = version + 1
      where activity_id = ${planned.activityId}`;
    await forgetBookings(sql, planned.activityId);
    return activityView(await readActivity(sql, planned.activityId));
  },
});
