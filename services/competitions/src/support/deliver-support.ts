import type { Support } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { decideStep, lockSupport, readSupport, supportStep, supportView } from './support.ts';

/** By whoever serves, with evidence; the firm that is served delivers nothing. */
export const deliverSupport = command({
  schema: z.strictObject({
    ...supportStep,
    resultText: text(1_000),
    deliveredOn: date,
    evidenceSha256: evidence,
  }),
  permission: 'competitions.support.write',
  async run({ sql, now, actor, requireUnions }, ask): Promise<Support> {
    const { supportId, deliveredOn } = ask;
    const row = await lockSupport(sql, ask);
    await requireUnions([row.unionId]);
    const next = decideStep(row.state, 'deliver');
    decideDay(deliveredOn, row.judgedOn || row.declaredOn, chinaDate(now));
    await sql`
      update support set state = ${next}, result_text = ${ask.resultText}, delivered_on = ${deliveredOn},
        delivered_by = ${actor.id}, evidence_sha256 = ${ask.evidenceSha256}, remark = '', judged_on = null,
        judged_by = '', version = version + 1
      where support_id = ${supportId}`;
    return supportView(await readSupport(sql, supportId));
  },
});
