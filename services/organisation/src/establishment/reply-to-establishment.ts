import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireDone } from '../union/union-record.ts';
import { establishmentAt, requireState, toMessage, type Establishment } from './establishment.ts';

const ReplyToEstablishment = z.strictObject({
  establishmentId: id,
  approve: z.boolean(),
  replyDocNo: optionalText(60),
  repliedOn: date,
  returnReason: optionalText(500),
  expectedVersion,
});
type ReplyToEstablishment = z.output<typeof ReplyToEstablishment>;

type Replied = Pick<Establishment, 'state' | 'repliedOn' | 'replyDocNo' | 'returnReason'>;

/** Approval is a numbered document; papers go back with a reason (domain §1.9). */
export function decideReply(
  establishment: Pick<Establishment, 'state' | 'appliedOn'>,
  today: string,
  ask: ReplyToEstablishment,
): Replied {
  const { approve, repliedOn, replyDocNo, returnReason } = ask;
  requireState(establishment, 'APPLIED');
  requireDone('repliedOn', repliedOn, today);
  const { appliedOn } = establishment;
  if (repliedOn < appliedOn) throw refused('REPLIED_BEFORE_APPLICATION', { appliedOn });
  if (approve && replyDocNo === '') {
    throw invalid('FIELD_INVALID', { field: 'replyDocNo', rule: 'required' });
  }
  if (!approve && returnReason === '') {
    throw invalid('FIELD_INVALID', { field: 'returnReason', rule: 'required' });
  }
  return {
    state: approve ? 'APPROVED' : 'RETURNED',
    repliedOn,
    replyDocNo: replyDocNo || null,
    returnReason: approve ? null : returnReason,
  };
}

export const replyToEstablishment = command({
  schema: ReplyToEstablishment,
  permission: 'organisation.establishment.reply',
  async run(tx, ask) {
    const establishment = await establishmentAt(tx.em, ask.establishmentId, ask.expectedVersion);
    tx.em.assign(establishment, decideReply(establishment, chinaDate(tx.now), ask));
    await tx.em.flush();
    return toMessage(establishment);
  },
});
