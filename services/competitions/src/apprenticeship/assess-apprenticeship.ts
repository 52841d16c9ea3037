import type { Apprenticeship } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { apprenticeshipAssessed } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import {
  decideAssessment,
  lockApprenticeship,
  readApprenticeship,
  SKILL_GRADES,
} from './apprenticeship.ts';

/** What came of it, by the goals, and the grade that he has now. */
export const assessApprenticeship = command({
  schema: z.strictObject({
    apprenticeshipId: id,
    expectedVersion,
    passed: z.boolean(),
    assessment: text(500),
    gradeAfter: code(SKILL_GRADES),
    assessedOn: date,
  }),
  permission: 'competitions.apprenticeship.write',
  async run({ sql, own, now, emit }, ask): Promise<Apprenticeship> {
    const { apprenticeshipId, assessedOn } = ask;
    const pair = await lockApprenticeship(sql, own.vault, ask);
    decideAssessment(pair, ask.gradeAfter);
    decideDay(assessedOn, pair.signedOn, chinaDate(now));
    await sql`
      update apprenticeship set state = 'ASSESSED', passed = ${ask.passed},
        assessment = ${ask.assessment}, grade_after = ${ask.gradeAfter}, assessed_on = ${assessedOn},
        version = version + 1
      where id = ${apprenticeshipId}`;
    const { unionId, gradeBefore } = pair;
    const promoted = ask.gradeAfter !== gradeBefore;
    const said = { unionId, passed: ask.passed, promoted, assessedOn };
    emit(apprenticeshipAssessed, { apprenticeshipId, ...said });
    return readApprenticeship(sql, own.vault, apprenticeshipId);
  },
});
