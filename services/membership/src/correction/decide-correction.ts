// The union makes what a member has asked for, or says why it does not.
import type { Correction as CorrectionView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { updatePersons } from '../member/person-rows.ts';
import { findPerson, openPerson, sealPerson } from '../member/person.ts';
import { command, type Own } from '../pipeline.ts';
import {
  Correction,
  correctionReceipt,
  openText,
  sealText,
  type CorrectionState,
} from './correction.ts';

const DecideCorrection = z.strictObject({
  correctionId: id,
  accept: z.boolean(),
  reason: optionalText(200),
  expectedVersion,
});

/** The state that follows. Refused CORRECTION_STATE_WRONG; invalid REASON_MISSING for a refusal without one. */
export function decideCorrectionState(
  state: CorrectionState,
  { accept, reason }: { accept: boolean; reason: string },
): CorrectionState {
  if (state !== 'ASKED') throw refused('CORRECTION_STATE_WRONG', { state });
  if (!accept && reason === '') throw invalid('REASON_MISSING', { field: 'reason' });
  return accept ? 'MADE' : 'REFUSED';
}

export const decideCorrection = command({
  schema: DecideCorrection,
  permission: 'membership.correction.decide',
  async run(tx, ask): Promise<CorrectionView> {
    const { em, sql, own, now } = tx;
    const { correctionId, reason } = ask;
    const correction = await em.findOneOrFail(Correction, correctionId, {
      lockMode: LockMode.OPTIMISTIC,
      lockVersion: ask.expectedVersion,
      failHandler: () => notFound('CORRECTION_UNKNOWN', { correctionId }),
    });
    correction.state = decideCorrectionState(correction.state, ask);
    correction.decidedOn = chinaDate(now);
    if (reason !== '') correction.reason = sealText(own.vault, correctionId, 'reason', reason);
    await em.flush();
    const person = await findPerson(sql, correction.memberId);
    if (person === undefined) throw new Error('a correction without a person');
    if (correction.state === 'MADE') await apply(tx, correction, person);
    return correctionReceipt(correction, person.unionId);
  },
});

/** Sealed anew and found by the new value; no fact says it, for no fact carries a name or a phone. */
async function apply(
  { sql, own: { vault } }: Tx<Own>,
  { id: correctionId, memberId, field, value }: Correction,
  { sealed }: { sealed: Buffer },
): Promise<void> {
  const before = openPerson(vault.openingKeys(), memberId, sealed);
  const after = { ...before, [field]: openText(vault, correctionId, 'value', value) };
  await updatePersons(sql, [{ id: memberId, sealed: sealPerson(vault, memberId, after) }]);
}
