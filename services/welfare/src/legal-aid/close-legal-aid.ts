import { legalAidClosed } from '@gonglian/contracts/welfare.ts';
import type { LegalAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, date } from '@gonglian/service/fields.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginLegalAidStep, endLegalAidStep, legalAidStep } from './legal-aid.ts';

const RESULTS = ['WON', 'SETTLED', 'LOST', 'ADVISED', 'WITHDRAWN'] as const;

export const closeLegalAid = command({
  schema: z.strictObject({
    ...legalAidStep,
    result: code(RESULTS),
    recoveredFen: optionalFen,
    closedOn: date,
  }),
  permission: 'welfare.legal-aid.write',
  async run(tx, ask): Promise<LegalAid> {
    const { result, recoveredFen, closedOn } = ask;
    const at = { ...ask, stepOn: closedOn, today: chinaDate(tx.now) };
    const { row, step, state } = await beginLegalAidStep(tx, at, () => 'CLOSE');
    const { legalAidId, unionId, aidKind, disputeKind, workers } = row;
    await tx.sql`
      update legal_aid set result = ${result}, recovered_fen = ${recoveredFen}, closed_on = ${closedOn}
      where id = ${legalAidId}`;
    tx.emit(legalAidClosed, {
      legalAidId,
      unionId,
      aidKind,
      disputeKind,
      result,
      workers,
      recoveredFen: BigInt(recoveredFen),
      closedOn,
    });
    return endLegalAidStep(tx, row, { step, state, stepOn: closedOn, note: result });
  },
});
