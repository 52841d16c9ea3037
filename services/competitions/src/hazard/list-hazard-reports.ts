import type { HazardReportList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { query } from '../pipeline.ts';
import { submissionsOf } from '@gonglian/service/submission.ts';
import { HAZARD_STATES, hazards, hazardView } from './hazard-report.ts';

/** Those that a union in reach collected or was told of, the newest first; a member's are his own. */
export const listHazardReports = query({
  schema: submissionsOf(HAZARD_STATES),
  permission: 'competitions.hazard.read',
  unions: ({ unionId }) => [unionId],
  async run(reading, ask): Promise<HazardReportList> {
    const { rows, nextCursor, today } = await hazards.page(reading, ask);
    const { vault } = reading.own;
    return { items: rows.map((row) => hazardView(row, vault, today)), nextCursor };
  },
});
