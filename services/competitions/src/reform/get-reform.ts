import type { Reform } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { findDesignations } from '../designation/designation.ts';
import { query } from '../pipeline.ts';
import { programmeView, readProgramme } from '../programme/programme.ts';
import { findDutyLines, findEvaluations, findPairs, findRecords, LINES_MAX } from './reform.ts';

/** Refused PROGRAMME_KIND_WRONG for a programme of contests. */
export const getReform = query({
  schema: z.strictObject({ programmeId: id }),
  permission: 'competitions.programme.read',
  async run({ sql, now }, { programmeId }): Promise<Reform> {
    const row = await readProgramme(sql, programmeId);
    if (row.programmeKind !== 'REFORM')
      throw refused('PROGRAMME_KIND_WRONG', { kind: row.programmeKind });
    return {
      programme: await programmeView(sql, row),
      dutyLines: await findDutyLines(sql, { programmeId }, chinaDate(now)),
      records: await findRecords(sql, programmeId),
      evaluations: await findEvaluations(sql, { programmeId }),
      pilots: await findDesignations(sql, { programmeId, limit: LINES_MAX }),
      pairs: await findPairs(sql, { programmeId }),
    };
  },
});
