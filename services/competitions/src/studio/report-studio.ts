import type { Studio } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { studioReported } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { count, date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence, optionalFen } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { lockStudio, studioStep, takeStudioStep } from './studio.ts';
import { decideStudioStep } from './studio-steps.ts';
import { readWholeStudio } from './studio-whole.ts';

const yearOf = (day: string) => Number(day.slice(0, 4));

/** Refused STUDIO_YEAR_OUTSIDE: before it was named, or still to come. */
export function decideYear(
  year: number,
  { namedOn, reportedOn }: { namedOn: string; reportedOn: string },
): void {
  if (year < yearOf(namedOn) || year > yearOf(reportedOn))
    throw refused('STUDIO_YEAR_OUTSIDE', { from: yearOf(namedOn), to: yearOf(reportedOn) });
}

/** Each year a project that the unit has approved, what came of it, and what it is worth as the unit says. */
export const reportStudio = command({
  schema: z.strictObject({
    ...studioStep,
    year: z.int().min(2000, 'too_small').max(2100, 'too_large'),
    projectTitle: text(200),
    projectDocumentNo: text(100),
    resultText: text(1_000),
    benefitFen: optionalFen,
    patents: count,
    apprentices: count,
    reportedOn: date,
    evidenceSha256: evidence,
  }),
  permission: 'competitions.studio.apply',
  async run(tx, ask): Promise<Studio> {
    const { sql, own, now, emit } = tx;
    const studio = await lockStudio(sql, ask);
    const { studioId, unionId, namedOn } = studio;
    const state = decideStudioStep(studio.state, 'YEARLY_REPORT');
    const { year, reportedOn, evidenceSha256 } = ask;
    decideDay(reportedOn, studio.stateOn, chinaDate(now));
    decideYear(year, { namedOn, reportedOn });
    const [reported] = await sql`
      insert into studio_report (studio_id, year, union_id, project_title, project_document_no,
        result_text, benefit_fen, patents, apprentices, reported_on, evidence_sha256)
      values (${studioId}, ${year}, ${unionId}, ${ask.projectTitle}, ${ask.projectDocumentNo},
        ${ask.resultText}, ${ask.benefitFen}, ${ask.patents}, ${ask.apprentices}, ${reportedOn},
        ${evidenceSha256})
      on conflict do nothing returning year`;
    if (!reported) throw refused('STUDIO_YEAR_REPORTED', { year });
    await takeStudioStep(tx, studio, { state, on: reportedOn, evidenceSha256 });
    emit(studioReported, { studioId, unionId, year, patents: ask.patents, reportedOn });
    return readWholeStudio(sql, own.vault, studioId);
  },
});
