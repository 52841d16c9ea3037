// What the node above did with a nomination, or with a slate, that was sent to it.
import type {
  HonourNominationTold,
  HonourSlateAnswered,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { writeStep } from '../nomination/nomination.ts';
import {
  NOMINATION_STATES,
  STEPS,
  type NominationState,
  type NominationStep,
} from '../nomination/steps.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { findSent, type SentNomination } from './find-sent.ts';
import { demandForm, includes } from '@gonglian/service/letter-form.ts';
import { openText } from '@gonglian/kernel/letter-seal.ts';
import { letterKeyOf, notePlace } from './sealing.ts';

/** NOMINATION_NOT_YOURS for one that the writer does not have. A word that was heard before is passed over. */
export async function takeTold(tx: Tx, from: string, said: HonourNominationTold): Promise<void> {
  const { nominationId, toldNo, happenedOn } = said;
  demandForm(isId(nominationId) && isCalendarDate(happenedOn) && toldNo > 0n);
  demandForm(includes(NOMINATION_STATES, said.state) && includes(Object.keys(STEPS), said.step));
  const nomination = await heldThere(tx, from, said);
  if (toldNo <= nomination.toldNo) return;
  await hear(tx.sql, nomination, toldNo);
  if (said.step === 'DECIDE')
    await tx.sql`
      update nomination set decided_on = ${happenedOn}, decision_no = ${said.decisionNo}
      where nomination_id = ${nominationId}`;
  if (said.step === 'PUBLISH') await show(tx.sql, nomination, said);
  const isBack = said.state === 'RETURNED';
  if (isBack)
    await tx.sql`update nomination set held_by = '' where nomination_id = ${nominationId}`;
  const note = openText(letterKeyOf(tx.own.vault), said.noteSealed, notePlace(nominationId));
  await writeStep(tx, nomination, {
    step: said.step as NominationStep,
    state: isBack ? 'REVIEWED' : (said.state as NominationState),
    happenedOn,
    note,
    actedBy: `node:${from}`,
  });
}

/** The nomination that the letter is about, where the node above has it. */
export async function heldThere(
  { sql, node }: Pick<Tx, 'sql' | 'node'>,
  from: string,
  said: { nominationId: string; fromNode: string; toNode: string },
): Promise<SentNomination> {
  const nomination = await findSent(sql, said.nominationId);
  const theirs = nomination?.heldBy === from && said.fromNode === from && said.toNode === node;
  if (!nomination || !theirs)
    throw refused('NOMINATION_NOT_YOURS', { from, subject: said.nominationId });
  return nomination;
}

export async function hear(
  sql: Sql,
  { nominationId }: SentNomination,
  toldNo: bigint,
): Promise<void> {
  await sql`update nomination set told_no = ${toldNo} where nomination_id = ${nominationId}`;
}

const STAGES: Partial<Record<string, string>> = {
  PUBLISHED_IN_REGION: 'REGION',
  PUBLISHED_AT_DECISION: 'DECIDING',
};

async function show(
  sql: Sql,
  { nominationId, unionId }: SentNomination,
  { state, happenedOn, publicityEndsOn, workingDays, fromNode }: HonourNominationTold,
): Promise<void> {
  const stage = STAGES[state];
  demandForm(stage !== undefined && isCalendarDate(publicityEndsOn));
  await sql`
    insert into honour_publicity (nomination_id, union_id, stage, starts_on, ends_on, working_days, channel)
    values (${nominationId}, ${unionId}, ${stage}, ${happenedOn}, ${publicityEndsOn}, ${workingDays}, ${fromNode})
    on conflict (nomination_id, stage) do nothing`;
}

/** A slate that was returned may be mended: its round takes submissions again. */
export async function takeSlateAnswer(
  { sql, node }: Tx,
  from: string,
  said: HonourSlateAnswered,
): Promise<void> {
  const { slateId, answer, reason, returnedIds, answeredOn } = said;
  demandForm(isId(slateId) && isCalendarDate(answeredOn) && returnedIds.every(isId));
  demandForm(answer === 'ACCEPTED' || answer === 'RETURNED');
  const [slate] = await sql<{ state: string; roundId: string; honourCode: string }>`
    select state, round_id as "roundId", honour_code as "honourCode" from honour_slate
    where slate_id = ${slateId} and direction = 'OUT' and neighbour = ${from} for update`;
  const theirs = slate !== undefined && said.fromNode === from && said.toNode === node;
  if (!theirs) throw refused('NOMINATION_NOT_YOURS', { from, subject: slateId });
  if (slate.state !== 'SENT') return;
  await sql`
    update honour_slate set state = ${answer}, reason = ${reason}, answered_on = ${answeredOn},
      returned_ids = ${returnedIds}
    where slate_id = ${slateId}`;
  if (answer === 'ACCEPTED') return;
  await sql`
    update honour_category set slate_submitted_on = null
    where round_id = ${slate.roundId} and honour_code = ${slate.honourCode}`;
  // What went with it and never arrived is here again too.
  await sql`
    update nomination set held_by = '', version = version + 1
    where slate_id = ${slateId} and held_by = ${from}`;
}
