import type { HazardReport } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen, decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { decideStep, hazards, hazardStep, hazardView } from './hazard-report.ts';

/** For a danger that is gone; money itself goes by a payment of finance. */
export const awardHazardReport = command({
  schema: z.strictObject({
    ...hazardStep,
    awardFen: amountFen,
    awardDocumentNo: text(100),
    awardedOn: date,
  }),
  permission: 'competitions.hazard.award',
  async run({ sql, own, now }, ask): Promise<HazardReport> {
    const { hazardReportId, state, closedOn } = await hazards.lock(sql, ask);
    const next = decideStep(state, 'award');
    const today = chinaDate(now);
    decideDay(ask.awardedOn, closedOn, today);
    await sql`
      update hazard_report set state = ${next}, award_fen = ${ask.awardFen},
        award_document_no = ${ask.awardDocumentNo}, awarded_on = ${ask.awardedOn},
        version = version + 1
      where id = ${hazardReportId}`;
    return hazardView(await hazards.read(sql, hazardReportId), own.vault, today);
  },
});
