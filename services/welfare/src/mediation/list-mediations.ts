import type { MediationList } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { submissionsOf } from '@gonglian/service/submission.ts';
import { query } from '../pipeline.ts';
import { MEDIATION_STATES } from './mediation-steps.ts';
import { mediations, mediationView, nearBefore } from './mediation.ts';

const NEAR = 'NEAR';

/** The newest first; OVERDUE are those whose worker may go to arbitration, NEAR these and those that soon may. */
export const listMediations = query({
  schema: submissionsOf([NEAR, ...MEDIATION_STATES]),
  permission: 'welfare.mediation.read',
  unions: ({ unionId }) => [unionId],
  async run(reading, ask): Promise<MediationList> {
    const { rows, nextCursor } = await mediations.page(reading, ask, {
      [NEAR]: nearBefore(reading.now),
    });
    return { items: rows.map((row) => mediationView(row, reading.own.vault)), nextCursor };
  },
});
