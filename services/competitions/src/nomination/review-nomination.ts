// The first review, when the slate is submitted and everybody asked has answered, and the final one, when the region
// has seen it: by two persons, neither of whom wrote the nomination.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { getRound } from '../honour/round.ts';
import { command, type Sql } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { readConsultations } from './nomination-file.ts';
import {
  beginStep,
  nominationStep,
  viewNow,
  writeStep,
  type NominationRow,
  requirePublicityOver,
} from './nomination.ts';
import { decideConsulted } from './steps.ts';

export const reviewNomination = command({
  schema: z.strictObject({
    ...nominationStep,
    answer: code(['PASSED', 'REJECTED']),
    note: optionalText(500),
  }),
  permission: 'competitions.nomination.review',
  async run(tx, ask): Promise<Nomination> {
    const { sql, actor } = tx;
    const { nominationId, happenedOn, note } = ask;
    const pass = (await isHandedDown(sql, nominationId)) ? 'ENDORSE' : 'PASS';
    const step = ask.answer === 'PASSED' ? pass : 'REJECT';
    const { nomination, state } = await beginStep(tx, step, ask);
    if ([nomination.madeBy, nomination.reviewedBy].includes(actor.id))
      throw refused('HONOUR_SAME_PERSON');
    if (state === 'FIRST_REVIEWED' || state === 'REVIEWED')
      await requireReviewable(sql, nomination, happenedOn);
    if (state === 'FINALLY_REVIEWED') requirePublicityOver(nomination, happenedOn);
    await sql`update nomination set reviewed_by = ${actor.id} where nomination_id = ${nominationId}`;
    await writeStep(tx, nomination, { step, state, happenedOn, note });
    return viewNow(tx, nominationId);
  },
});

async function requireReviewable(sql: Sql, nomination: NominationRow, on: string): Promise<void> {
  const { categories } = await getRound(sql, nomination.roundId);
  const category = categories.find(({ honourCode }) => honourCode === nomination.honourCode);
  if (!category?.slateSubmittedOn) throw refused('HONOUR_SLATE_NOT_SUBMITTED');
  const consultations = await readConsultations(sql, nomination.nominationId);
  decideConsulted({ ...nomination, consultations }, competitionsPolicy('honour.consulted', on));
}

/** Of a round of a node above: the review of this one lets it go up. */
async function isHandedDown(sql: Sql, nominationId: string): Promise<boolean> {
  const [round] = await sql<{ above: boolean }>`
    select r.from_node <> '' as above from nomination as n join honour_round as r using (round_id)
    where n.nomination_id = ${nominationId}`;
  return round?.above === true;
}
