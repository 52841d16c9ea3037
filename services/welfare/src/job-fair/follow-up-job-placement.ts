import { jobFollowedUp } from '@gonglian/contracts/welfare.ts';
import type { JobPlacement } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { stale } from '@gonglian/kernel/refusal.ts';
import { count, date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { decideFollowUp, readPlacement } from './placement.ts';

export const followUpJobPlacement = command({
  schema: z.strictObject({
    placementId: id,
    expectedVersion,
    afterDays: count,
    employed: z.boolean(),
    followedOn: date,
  }),
  permission: 'welfare.job-placement.write',
  async run({ sql, own, now, emit }, ask): Promise<JobPlacement> {
    const { placementId, afterDays, employed, followedOn } = ask;
    await sql`select from job_placement where placement_id = ${placementId} for update`;
    const today = chinaDate(now);
    const current = welfarePolicy('job.follow_up_days', today);
    const { unionId, placedOn, version, ...found } = await readPlacement(
      sql,
      own.vault,
      placementId,
      current,
    );
    if (version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version });
    // The rule of the day on which he began.
    const days = welfarePolicy('job.follow_up_days', placedOn);
    const [first = 0, second = 0] = days;
    const answers = new Map([
      [first, found.after30Days],
      [second, found.after90Days],
    ]);
    decideDay(followedOn, placedOn, today);
    decideFollowUp({ placedOn, answers, afterDays, followedOn }, days);
    const answer = employed ? 'EMPLOYED' : 'LEFT';
    await sql`
      update job_placement set version = version + 1,
        after_first = case when ${afterDays === first}::boolean then ${answer} else after_first end,
        first_on = case when ${afterDays === first}::boolean then ${followedOn}::date else first_on end,
        after_second = case when ${afterDays === second}::boolean then ${answer} else after_second end,
        second_on = case when ${afterDays === second}::boolean then ${followedOn}::date else second_on end
      where placement_id = ${placementId}`;
    emit(jobFollowedUp, { placementId, unionId, afterDays, employed, followedOn });
    return readPlacement(sql, own.vault, placementId, days);
  },
});
