import type { Support } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { decideStep, lockSupport, readSupport, supportStep, supportView } from './support.ts';

/**
 * By the firm where it has a union here, else by whoever is over the union that serves; never by whoever delivered it:
 * refused SUPPORT_OWN_WORK.
 */
export const judgeSupport = command({
  schema: z.strictObject({
    ...supportStep,
    accepted: z.boolean(),
    remark: text(500),
    judgedOn: date,
  }),
  permission: 'competitions.support.write',
  async run({ sql, now, actor, requireUnions }, ask): Promise<Support> {
    const { supportId, judgedOn } = ask;
    const row = await lockSupport(sql, ask);
    await requireUnions([row.servedUnionId || row.unionId]);
    const next = decideStep(row.state, ask.accepted ? 'accept' : 'sendBack');
    if (row.deliveredBy === actor.id) throw refused('SUPPORT_OWN_WORK');
    decideDay(judgedOn, row.deliveredOn, chinaDate(now));
    await sql`
      update support set state = ${next}, remark = ${ask.remark}, judged_on = ${judgedOn}, judged_by = ${actor.id},
        version = version + 1
      where support_id = ${supportId}`;
    return supportView(await readSupport(sql, supportId));
  },
});
