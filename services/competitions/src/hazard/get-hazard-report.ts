import type { HazardReport } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { hazards, hazardView } from './hazard-report.ts';

export const getHazardReport = query({
  schema: z.strictObject({ hazardReportId: id }),
  permission: 'competitions.hazard.read',
  async run({ sql, own, now }, { hazardReportId }): Promise<HazardReport> {
    return hazardView(await hazards.read(sql, hazardReportId), own.vault, chinaDate(now));
  },
});
