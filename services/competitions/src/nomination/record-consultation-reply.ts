import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { code, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginStep, nominationStep, viewNow, writeStep } from './nomination.ts';

/** What one of those asked has answered, once. */
export const recordConsultationReply = command({
  schema: z.strictObject({
    ...nominationStep,
    body: text(40),
    reply: code(['NO_OBJECTION', 'OBJECTION']),
    note: optionalText(500),
  }),
  permission: 'competitions.nomination.review',
  async run(tx, ask): Promise<Nomination> {
    const { nomination, state } = await beginStep(tx, 'REPLY', ask);
    const { nominationId, happenedOn, body, reply, note } = ask;
    const replied = await tx.sql`
      update honour_consultation set replied_on = ${happenedOn}, reply = ${reply}, note = ${note}
      where nomination_id = ${nominationId} and body = ${body} and reply = '' returning 1`;
    if (replied.length === 0) throw notFound('HONOUR_CONSULTATION_UNKNOWN', { body });
    await writeStep(tx, nomination, { step: 'REPLY', state, happenedOn, note: `${body} ${reply}` });
    return viewNow(tx, nominationId);
  },
});
