import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireDone } from '../union/union-record.ts';
import { after, electionAt, toMessage, type Election } from './election.ts';

const ReplyToElectionRequest = z.strictObject({
  electionId: id,
  approve: z.boolean(),
  replyDocNo: optionalText(60),
  repliedOn: date,
  returnReason: optionalText(500),
  expectedVersion,
});
type ReplyToElectionRequest = z.output<typeof ReplyToElectionRequest>;

/**
 * The union above agrees by a numbered document, or returns the request with a reason; a new one
 * may follow.
 */
export function decideElectionReply(
  election: Pick<Election, 'state' | 'requestedOn'>,
  today: string,
  ask: ReplyToElectionRequest,
) {
  const { approve, repliedOn, replyDocNo, returnReason } = ask;
  const state = after(election.state, approve ? 'grant' : 'turnDown');
  requireDone('repliedOn', repliedOn, today);
  const { requestedOn } = election;
  if (repliedOn < requestedOn) throw refused('REPLIED_BEFORE_REQUEST', { requestedOn });
  if (approve && replyDocNo === '') {
    throw invalid('FIELD_INVALID', { field: 'replyDocNo', rule: 'required' });
  }
  if (!approve && returnReason === '') {
    throw invalid('FIELD_INVALID', { field: 'returnReason', rule: 'required' });
  }
  const reason = approve ? null : returnReason;
  return { state, repliedOn, replyDocNo: replyDocNo || null, returnReason: reason };
}

export const replyToElectionRequest = command({
  schema: ReplyToElectionRequest,
  permission: 'organisation.election.reply',
  async run(tx, ask) {
    const election = await electionAt(tx.em, ask.electionId, ask.expectedVersion);
    const { state, ...replied } = decideElectionReply(election, chinaDate(tx.now), ask);
    tx.em.assign(election, replied).moveTo(state);
    await tx.em.flush();
    return toMessage(election);
  },
});
