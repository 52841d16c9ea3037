import { activityHeld } from '@gonglian/contracts/welfare.ts';
import type { Activity } from '@gonglian/contracts/gen/gonglian/welfare/v1/activity.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { count, date, optionalText } from '@gonglian/service/fields.ts';
import { decideDay, optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { forgetBookings } from '../place/place-offer.ts';
import {
  activityStep,
  activityView,
  lockPlanned,
  readActivity,
  type ActivityRow,
} from './activity.ts';

/** Who signed up is forgotten with it: of who came there is a number. */
export const holdActivity = command({
  schema: z.strictObject({
    ...activityStep,
    heldOn: date,
    attendance: count.max(10_000_000, 'too_large'),
    costFen: optionalFen,
    materials: count.max(10_000_000, 'too_large'),
    topic: optionalText(60),
  }),
  permission: 'welfare.activity.write',
  async run(tx, ask): Promise<Activity> {
    const { sql, now } = tx;
    const planned = await lockPlanned(sql, ask);
    await tx.requireUnions([planned.unionId]);
    decideDay(ask.heldOn, planned.startsOn, chinaDate(now));
    const { activityId } = planned;
    await sql`
      update activity set state = 'HELD', held_on = ${ask.heldOn}, attendance = ${ask.attendance},
        cost_fen = ${ask.costFen}, materials = ${ask.materials}, topic = ${ask.topic}, version = version + 1
      where activity_id = ${activityId}`;
    await forgetBookings(sql, activityId);
    const held = await readActivity(sql, activityId);
    tellHeld(tx, held);
    return activityView(held);
  },
});

export function tellHeld({ emit }: Pick<Tx, 'emit'>, held: ActivityRow): void {
  const { activityId, unionId, activityKind, venueKind, attendance, costFen } = held;
  const { materials, topic, heldOn } = held;
  const of = { activityId, unionId, activityKind, venueKind };
  emit(activityHeld, { ...of, attendance, costFen, materials, topic, heldOn });
}
