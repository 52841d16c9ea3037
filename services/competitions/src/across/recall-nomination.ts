// Who sent a nomination up asks for it back: to be withdrawn, or because one thing stands against it. Whoever has it decides,
// and tells it as a step.
import { honourNominationRecalled } from '@gonglian/contracts/competitions.ts';
import type { HonourNominationRecalled } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { writeStep, type NominationRow } from '../nomination/nomination.ts';
import { STEPS, type NominationState, type NominationStep } from '../nomination/steps.ts';
import type { Tx } from '../pipeline.ts';
import { findSent } from './find-sent.ts';
import { demandForm } from '@gonglian/service/letter-form.ts';
import type { TakenStep } from './tell-step.ts';
import { openText, sealText } from '@gonglian/kernel/letter-seal.ts';
import { letterKeyOf, notePlace, slateKeyOf } from './sealing.ts';

interface Recall {
  step: Extract<NominationStep, 'WITHDRAW' | 'VETO'>;
  happenedOn: string;
  note: string;
  /** Left out: whoever asked for it here. */
  actedBy?: string;
}

/** Where it stands it stays until the node above has answered. */
export async function recallNomination(
  tx: Tx,
  nomination: NominationRow,
  { step, happenedOn, note, actedBy }: Recall,
): Promise<void> {
  const { sql, node, emit } = tx;
  const { nominationId, roundId, heldBy, state } = nomination;
  const asked = { step: 'RECALL', state, happenedOn, note } as const;
  const recallNo = await writeStep(tx, nomination, actedBy ? { ...asked, actedBy } : asked);
  const slateKey = await slateKeyOf(sql, roundId);
  if (slateKey === null) return;
  const noteSealed = sealText(slateKey, note, notePlace(nominationId));
  const to = { fromNode: node, toNode: heldBy };
  emit(honourNominationRecalled, { nominationId, ...to, step, happenedOn, noteSealed, recallNo });
}

/** From below. Passed on where it is further up; what can no longer be had back is kept, and that is told. */
export async function takeRecall(
  tx: Tx,
  from: string,
  said: HonourNominationRecalled,
): Promise<void> {
  const { nominationId, happenedOn, step, recallNo } = said;
  demandForm(isId(nominationId) && isCalendarDate(happenedOn) && recallNo > 0n);
  demandForm(step === 'WITHDRAW' || step === 'VETO');
  const nomination = await findSent(tx.sql, nominationId);
  const theirs = nomination?.fromNode === from && said.fromNode === from;
  if (!nomination || !theirs)
    throw refused('NOMINATION_NOT_YOURS', { from, subject: nominationId });
  if (recallNo <= nomination.recallNo) return;
  await tx.sql`
    update nomination set recall_no = ${recallNo} where nomination_id = ${nominationId}`;
  const key = letterKeyOf(tx.own.vault);
  const note = openText(key, said.noteSealed, notePlace(nominationId));
  const actedBy = `node:${from}`;
  const on = happenedOn < nomination.stoodOn ? nomination.stoodOn : happenedOn;
  if (nomination.heldBy !== '')
    return recallNomination(tx, nomination, { step, happenedOn: on, note, actedBy });
  const moves: Partial<Record<NominationState, NominationState>> = STEPS[step];
  const { state: stands } = nomination;
  const state = moves[stands];
  const taken: Pick<TakenStep, 'step' | 'state' | 'note'> =
    state === undefined ? { step: 'KEEP', state: stands } : { step, state, note };
  await writeStep(tx, nomination, { ...taken, happenedOn: on, actedBy });
}
