import type { LegalAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { requireRegion } from '@gonglian/kernel/region.ts';
import { parseUscc } from '@gonglian/kernel/uscc.ts';
import { author } from '@gonglian/service/author.ts';
import { code, date, optionalText, text } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { DISPUTE_KINDS, workers } from '../mediation/dispute.ts';
import { writeRightsStep } from '../mediation/rights-step.ts';
import { command } from '../pipeline.ts';
import { enterApplicant, namedApplicant } from '../rights/applicant.ts';
import { legalAid, legalAidPlace, legalAidView } from './legal-aid.ts';
import { dueWith, materials } from './materials.ts';

const AID_KINDS = ['CONSULTATION', 'DRAFTING', 'MEDIATION', 'ARBITRATION', 'LITIGATION'] as const;

/** A member asks for himself, at his own union. Where the work is and where the worker is from: it may be another province (row 137). */
export const applyForLegalAid = command({
  schema: z.strictObject({
    ...author,
    aidKind: code(AID_KINDS),
    disputeKind: code(DISPUTE_KINDS),
    employerName: text(100),
    employerUscc: z.string().refine((uscc) => uscc === '' || parseUscc(uscc).ok, 'not_a_uscc'),
    content: text(4_000),
    workRegion: text(12),
    originRegion: optionalText(12),
    workers,
    appliedOn: date,
    materials,
  }),
  permission: 'welfare.legal-aid.apply',
  unions: ({ unionId }) => [unionId],
  prepare: namedApplicant,
  async run(tx, ask, person): Promise<LegalAid> {
    const { sql, own } = tx;
    const { appliedOn, workRegion, originRegion } = ask;
    const today = chinaDate(tx.now);
    requireRegion(workRegion);
    if (originRegion) requireRegion(originRegion);
    decideDay(appliedOn, '', today);
    const dueOn = dueWith(ask.materials, appliedOn);
    const state = dueOn === null ? 'APPLIED' : 'MATERIALS';
    const { unionId, memberId, personId } = await enterApplicant(tx, ask, person);
    const legalAidId = newId();
    await sql`
      insert into legal_aid (id, union_id, person_id, member_id, aid_kind, dispute_kind, employer_name, employer_uscc,
        content_sealed, work_region, origin_region, workers, applied_on, state, state_on, materials, due_on)
      values (${legalAidId}, ${unionId}, ${personId}, ${memberId}, ${ask.aidKind}, ${ask.disputeKind}, ${ask.employerName},
        ${ask.employerUscc}, ${own.vault.seal(ask.content, legalAidPlace(legalAidId))}, ${workRegion},
        ${originRegion}, ${ask.workers}, ${appliedOn}, ${state}, ${appliedOn}, ${ask.materials}, ${dueOn})`;
    const step = { step: 'APPLY', state, stepOn: appliedOn };
    await writeRightsStep(tx, { caseId: legalAidId, unionId, version: 1, ...step });
    return legalAidView(await legalAid.read(sql, legalAidId), own.vault);
  },
});
