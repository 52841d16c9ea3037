import type { LegalAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideLawyer } from './legal-aid-steps.ts';
import { beginLegalAidStep, endLegalAidStep, legalAidStep } from './legal-aid.ts';
import { findProfessionals, requireOnRoster } from './professional.ts';

const COLLEAGUES_MAX = 1_000;

/** The firm counts as one: whoever of it works for the employer stands in the way of all of it. */
export const assignLawyer = command({
  schema: z.strictObject({
    ...legalAidStep,
    professionalId: id,
    noConflictDeclared: z.boolean(),
    assignedOn: date,
  }),
  permission: 'welfare.legal-aid.write',
  async run(tx, ask): Promise<LegalAid> {
    const { sql } = tx;
    const { professionalId, assignedOn: stepOn } = ask;
    const at = { ...ask, stepOn, today: chinaDate(tx.now) };
    const { row, step, state } = await beginLegalAidStep(tx, at, () => 'ASSIGN');
    const lawyer = await requireOnRoster(sql, professionalId, 'LAWYER', stepOn);
    const { firmName } = lawyer;
    const colleagues = firmName
      ? await findProfessionals(sql, { firmName, limit: COLLEAGUES_MAX })
      : [];
    decideLawyer(lawyer, {
      employerUscc: row.employerUscc,
      colleagues,
      declared: ask.noConflictDeclared,
    });
    await sql`
      update legal_aid set professional_id = ${professionalId} where id = ${row.legalAidId}`;
    return endLegalAidStep(tx, row, { step, state, stepOn });
  },
});
