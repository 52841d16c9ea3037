import type { LegalAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginLegalAidStep, endLegalAidStep, legalAidStep } from './legal-aid.ts';
import { dueWith, materials } from './materials.ts';

/** What was missing, all at once. */
export const addLegalAidMaterials = command({
  schema: z.strictObject({ ...legalAidStep, materials, addedOn: date }),
  permission: 'welfare.legal-aid.write',
  async run(tx, ask): Promise<LegalAid> {
    const stepOn = ask.addedOn;
    const at = { ...ask, stepOn, today: chinaDate(tx.now) };
    const { row, step, state } = await beginLegalAidStep(tx, at, () => 'COMPLETE');
    const all = [...new Set([...row.materials, ...ask.materials])];
    const dueOn = dueWith(all, stepOn);
    if (dueOn === null) throw refused('LEGAL_AID_MATERIALS_MISSING');
    await tx.sql`
      update legal_aid set materials = ${all}, due_on = ${dueOn} where id = ${row.legalAidId}`;
    return endLegalAidStep(tx, row, { step, state, stepOn });
  },
});
