// Discipline, tax, environment and others are asked whether anything stands against it.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { beginStep, nominationStep, viewNow, writeStep } from './nomination.ts';

const BODIES_MAX = 20;

export const askConsultations = command({
  schema: z.strictObject({
    ...nominationStep,
    bodies: z.array(text(40)).min(1, 'required').max(BODIES_MAX, 'too_many'),
  }),
  permission: 'competitions.nomination.review',
  async run(tx, ask): Promise<Nomination> {
    const { nomination, state } = await beginStep(tx, 'CONSULT', ask);
    const { nominationId, happenedOn, bodies } = ask;
    const known = competitionsPolicy('honour.consulted', happenedOn);
    if (bodies.some((body) => !known.includes(body)))
      throw invalid('FIELD_INVALID', { field: 'bodies', rule: 'unknown_code' });
    await tx.sql`
      insert into honour_consultation (nomination_id, union_id, body, asked_on)
      select ${nominationId}, ${nomination.unionId}, body, ${happenedOn}
      from unnest(${bodies}::text[]) as body
      on conflict (nomination_id, body) do nothing`;
    await writeStep(tx, nomination, { step: 'CONSULT', state, happenedOn, note: bodies.join(' ') });
    return viewNow(tx, nominationId);
  },
});
