import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { publicityEndsOn, type Objection } from '@gonglian/kernel/publicity.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { beginStep, nominationStep, requireStage, viewNow, writeStep } from './nomination.ts';
import { stageOf, type PublicityStage } from './steps.ts';

/** What came of it; one that is right ends in a veto or a withdrawal, which are steps of their own. */
export const closeObjection = command({
  schema: z.strictObject({ ...nominationStep, objectionId: id, outcome: text(500) }),
  permission: 'competitions.nomination.write',
  async run(tx, ask): Promise<Nomination> {
    const { nomination, state } = await beginStep(tx, 'CLOSE_OBJECTION', ask);
    requireStage(tx, state);
    const { nominationId, happenedOn, objectionId, outcome } = ask;
    const closed = await tx.sql`
      update honour_objection set closed_on = ${happenedOn}, outcome = ${outcome}
      where objection_id = ${objectionId} and nomination_id = ${nominationId} and closed_on is null
      returning 1`;
    if (closed.length === 0) throw notFound('HONOUR_OBJECTION_UNKNOWN', { objectionId });
    await goOn(tx.sql, nominationId, stageOf(state));
    await writeStep(tx, nomination, { step: 'CLOSE_OBJECTION', state, happenedOn });
    return viewNow(tx, nominationId);
  },
});

/** The clock stood while there was no answer: with the last one it is known when it ends. */
async function goOn(sql: Sql, nominationId: string, stage: PublicityStage): Promise<void> {
  const objections = await sql<Objection>`
    select raised_on::text as "raisedOn", coalesce(closed_on::text, '') as "closedOn" from honour_objection
    where nomination_id = ${nominationId} and stage = ${stage}`;
  const [shown] = await sql<{ startsOn: string; workingDays: number }>`
    select starts_on::text as "startsOn", working_days as "workingDays" from honour_publicity
    where nomination_id = ${nominationId} and stage = ${stage}`;
  const endsOn = shown === undefined ? '' : publicityEndsOn({ ...shown, objections });
  if (endsOn === '') return;
  await sql`
    update honour_publicity set ends_on = ${endsOn}
    where nomination_id = ${nominationId} and stage = ${stage}`;
}
