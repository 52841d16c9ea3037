import type { HazardReport } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { hazardClosed } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { decideStep, hazards, hazardStep, hazardView } from './hazard-report.ts';

/** The danger is gone, or there was none: either way with what shows it. */
export const closeHazardReport = command({
  schema: z.strictObject({
    ...hazardStep,
    fixed: z.boolean(),
    outcome: text(500),
    closedOn: date,
    evidenceSha256: evidence,
  }),
  permission: 'competitions.hazard.close',
  async run({ sql, own, now, emit }, ask): Promise<HazardReport> {
    const { hazardReportId, unionId, state, forwardedOn } = await hazards.lock(sql, ask);
    const { fixed, outcome, closedOn } = ask;
    const next = decideStep(state, fixed ? 'fix' : 'refuse');
    const today = chinaDate(now);
    decideDay(closedOn, forwardedOn, today);
    await sql`
      update hazard_report set state = ${next}, outcome = ${outcome}, closed_on = ${closedOn},
        evidence_sha256 = ${ask.evidenceSha256}, version = version + 1
      where id = ${hazardReportId}`;
    emit(hazardClosed, { hazardReportId, unionId, fixed, closedOn });
    return hazardView(await hazards.read(sql, hazardReportId), own.vault, today);
  },
});
