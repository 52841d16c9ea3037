// Who asks for mediation or for legal aid is masked on every screen; whoever has to speak with him says why.
import type { RightsApplicant } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { id } from '@gonglian/service/fields.ts';
import { openName } from '@gonglian/service/person.ts';
import { SHOWN_SECONDS, spendReveal } from '@gonglian/service/reveal-budget.ts';
import { z } from 'zod';
import { legalAid } from '../legal-aid/legal-aid.ts';
import { mediations } from '../mediation/mediation.ts';
import { query, type Reading } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';

const reason = z.string().trim().min(5, 'too_short').max(200, 'too_long');
const permission = 'welfare.applicant.show';

export const showMediationApplicant = query({
  schema: z.strictObject({ mediationId: id, reason }),
  permission,
  async run(tx, ask): Promise<RightsApplicant> {
    const found = await mediations.read(tx.sql, ask.mediationId);
    return show(tx, { ...found, entity: 'mediation', caseId: ask.mediationId }, ask.reason);
  },
});

export const showLegalAidApplicant = query({
  schema: z.strictObject({ legalAidId: id, reason }),
  permission,
  async run(tx, ask): Promise<RightsApplicant> {
    const found = await legalAid.read(tx.sql, ask.legalAidId);
    return show(tx, { ...found, entity: 'legal_aid', caseId: ask.legalAidId }, ask.reason);
  },
});

interface Case {
  entity: 'mediation' | 'legal_aid';
  caseId: string;
  unionId: string;
  personId: string;
  nameSealed: Buffer;
}

/** So often a day as callers are shown, both together, and on record. */
async function show(
  tx: Reading,
  { entity, caseId, unionId, personId, nameSealed }: Case,
  why: string,
): Promise<RightsApplicant> {
  const { own, now } = tx;
  const leftToday = await spendReveal(tx, welfarePolicy('hotline.reveal', chinaDate(now)));
  const seen = { entity, entityId: caseId, unionId, fields: ['person_name'] };
  await logAccess(tx, [{ ...seen, how: 'reveal', reasonCode: 'contact', reason: why }]);
  const personName = openName(own.vault, personId, nameSealed);
  const hideAt = new Date(now.getTime() + SHOWN_SECONDS * 1_000).toISOString();
  return { caseId, personName, hideAt, leftToday };
}
