import type { LegalAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginLegalAidStep, endLegalAidStep, legalAidStep } from './legal-aid.ts';

const ROUTES = ['MEDIATION', 'ARBITRATION', 'LITIGATION', 'OTHER'] as const;

export const startLegalAid = command({
  schema: z.strictObject({ ...legalAidStep, route: code(ROUTES), startedOn: date }),
  permission: 'welfare.legal-aid.write',
  async run(tx, ask): Promise<LegalAid> {
    const { route, startedOn: stepOn } = ask;
    const at = { ...ask, stepOn, today: chinaDate(tx.now) };
    const { row, step, state } = await beginLegalAidStep(tx, at, () => 'START');
    await tx.sql`update legal_aid set route = ${route} where id = ${row.legalAidId}`;
    return endLegalAidStep(tx, row, { step, state, stepOn, note: route });
  },
});
