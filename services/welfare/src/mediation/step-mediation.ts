import { mediationAccepted } from '@gonglian/contracts/welfare.ts';
import type { Mediation } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { forbidden } from '@gonglian/kernel/refusal.ts';
import { code, date, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { requireOnRoster } from '../legal-aid/professional.ts';
import { command, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { decideAcceptance, decideFailure, dueAfter } from './mediation-steps.ts';
import {
  beginMediationStep,
  endMediationStep,
  mediations,
  mediationStep,
  mediationView,
  type MediationRow,
} from './mediation.ts';

const STEPS = ['ACCEPT', 'INVESTIGATE', 'MEDIATE', 'WITHDRAW', 'FAIL'] as const;

export const stepMediation = command({
  schema: z.strictObject({
    ...mediationStep,
    step: code(STEPS),
    steppedOn: date,
    professionalId: optionalId,
    note: optionalText(500),
  }),
  permission: 'welfare.mediation.apply',
  async run(tx, ask): Promise<Mediation> {
    const { step, steppedOn: stepOn, note } = ask;
    if (tx.actor.duty === 'member') await requireOwnWithdrawal(tx, ask);
    const at = { ...ask, stepOn, today: chinaDate(tx.now) };
    const { mediation, state } = await beginMediationStep(tx, at, step);
    if (step === 'ACCEPT') await accept(tx, mediation, stepOn, ask.professionalId);
    if (step === 'FAIL') decideFailure(mediation.dueOn, stepOn);
    const after = await endMediationStep(tx, mediation, { step, state, stepOn, note });
    return mediationView(after, tx.own.vault);
  },
});

/** Of his own case a member takes one step: out of it. To anybody else it is unknown. */
async function requireOwnWithdrawal(
  tx: Tx,
  { mediationId, step }: { mediationId: string; step: string },
): Promise<void> {
  if (step !== 'WITHDRAW')
    throw forbidden('PERMISSION_MISSING', { permission: 'welfare.mediation.write' });
  await mediations.read(tx.sql, mediationId);
  await tx.beyondScope('the step is of his own case');
}

/** By a mediator of the roster, where one is named; the days begin. */
async function accept(
  { sql, emit }: Tx,
  mediation: MediationRow,
  acceptedOn: CalendarDate,
  professionalId: string,
): Promise<void> {
  const { mediationId, unionId, disputeKind, source, workers } = mediation;
  decideAcceptance(mediation, welfarePolicy('mediation.represented_from', acceptedOn));
  if (professionalId) await requireOnRoster(sql, professionalId, 'MEDIATOR', acceptedOn);
  const dueOn = dueAfter(acceptedOn, welfarePolicy('mediation.days', acceptedOn));
  await sql`
    update mediation set accepted_on = ${acceptedOn}, due_on = ${dueOn},
      professional_id = ${professionalId || null}
    where id = ${mediationId}`;
  emit(mediationAccepted, { mediationId, unionId, disputeKind, source, workers, acceptedOn });
}
