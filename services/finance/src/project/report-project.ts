import type { Project } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockProject, projectView, readProject, type ReportRow } from './project.ts';

const WHOLE_BP = 10_000;

/** Refused PROJECT_REPORT_EARLIER: a later report tells of a later day. Work may be less far than was said before. */
export function decideReport(
  last: Pick<ReportRow, 'reportedOn'> | undefined,
  { reportedOn }: { reportedOn: string },
  today: string,
): void {
  if (reportedOn > today) throw refused('IN_FUTURE', { date: reportedOn });
  if (last && reportedOn < last.reportedOn)
    throw refused('PROJECT_REPORT_EARLIER', { reportedOn: last.reportedOn });
}

export const reportProject = command({
  schema: z.strictObject({
    projectId: id,
    expectedVersion,
    progressBasisPoints: z.int().min(0, 'negative').max(WHOLE_BP, 'too_large'),
    reportedOn: date,
    note: text(500),
  }),
  permission: 'finance.project.write',
  async run({ sql, actor, now }, ask): Promise<Project> {
    const { id: projectId, unionId, reports, version } = await lockProject(sql, ask);
    decideReport(reports[0], ask, chinaDate(now));
    // Its version counts its reports, from 1 before the first.
    await sql`
      insert into project_report (project_id, no, union_id, progress_bp, reported_on, note, reported_by)
      values (${projectId}, ${version}, ${unionId}, ${ask.progressBasisPoints}, ${ask.reportedOn},
        ${ask.note}, ${actor.id})`;
    await sql`update project set version = version + 1 where id = ${projectId}`;
    return projectView(await readProject(sql, projectId));
  },
});
