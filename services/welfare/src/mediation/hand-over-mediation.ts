import type { Mediation } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, date, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { decidePaymentOrder } from './mediation-steps.ts';
import { beginMediationStep, endMediationStep, mediationStep, mediationView } from './mediation.ts';

const AGENCIES = ['ARBITRATION', 'COURT_PAYMENT_ORDER'] as const;

/** Whose it is from then on, and under what number it is known there. */
export const handOverMediation = command({
  schema: z.strictObject({
    ...mediationStep,
    toAgency: code(AGENCIES),
    agencyNo: optionalText(50),
    steppedOn: date,
  }),
  permission: 'welfare.mediation.write',
  async run(tx, ask): Promise<Mediation> {
    const { toAgency: agency, agencyNo, steppedOn: stepOn } = ask;
    const step = agency === 'ARBITRATION' ? 'ARBITRATE' : 'ORDER_PAYMENT';
    const at = { ...ask, stepOn, today: chinaDate(tx.now) };
    const { mediation, state } = await beginMediationStep(tx, at, step);
    if (step === 'ORDER_PAYMENT')
      decidePaymentOrder(mediation.disputeKind, welfarePolicy('mediation.payment_order', stepOn));
    await tx.sql`update mediation set agency_no = ${agencyNo} where id = ${ask.mediationId}`;
    const taken = { step, state, stepOn, agency, note: agencyNo };
    return mediationView(await endMediationStep(tx, mediation, taken), tx.own.vault);
  },
});
