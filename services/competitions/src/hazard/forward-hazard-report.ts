import type { HazardReport } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideStep, hazards, hazardStep, hazardView } from './hazard-report.ts';

/**
 * To the union of the employer whose danger it is: any union of this node, whoever collected it. That union sees it from
 * now on, and has so many days.
 */
export const forwardHazardReport = command({
  schema: z.strictObject({ ...hazardStep, employerUnionId: id }),
  permission: 'competitions.hazard.forward',
  async run({ sql, own, now }, ask): Promise<HazardReport> {
    const { hazardReportId, state } = await hazards.lock(sql, ask);
    const next = decideStep(state, 'forward');
    await requireLivingUnion(sql, ask.employerUnionId);
    const today = chinaDate(now);
    const dueOn = addDays(today, competitionsPolicy('hazard.answer_days', today));
    await sql`
      update hazard_report set state = ${next}, employer_union_id = ${ask.employerUnionId},
        forwarded_on = ${today}, due_on = ${dueOn}, version = version + 1
      where id = ${hazardReportId}`;
    return hazardView(await hazards.read(sql, hazardReportId), own.vault, today);
  },
});
