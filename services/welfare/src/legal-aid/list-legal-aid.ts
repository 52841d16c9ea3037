import type { LegalAidList } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { submissionsOf } from '@gonglian/service/submission.ts';
import { query } from '../pipeline.ts';
import { LEGAL_AID_STATES } from './legal-aid-steps.ts';
import { legalAid, legalAidView } from './legal-aid.ts';

/** The newest first; OVERDUE are those whose first look is late. */
export const listLegalAid = query({
  schema: submissionsOf(LEGAL_AID_STATES),
  permission: 'welfare.legal-aid.read',
  unions: ({ unionId }) => [unionId],
  async run(reading, ask): Promise<LegalAidList> {
    const { rows, nextCursor } = await legalAid.page(reading, ask);
    return { items: rows.map((row) => legalAidView(row, reading.own.vault)), nextCursor };
  },
});
