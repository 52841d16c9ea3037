// A nomination as it is kept and as the API shows it, and how each of its steps begins and is written down.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { decidePublicityOver } from '@gonglian/kernel/publicity.ts';
import { forbidden, notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { tellStep, type TakenStep } from '../across/tell-step.ts';
import type { Reading, Sql, Tx } from '../pipeline.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Holder, HonourCode, HonourLevel } from '../honour/honour-policy.ts';
import {
  decideDate,
  nextState,
  stageOf,
  type NominationState,
  type NominationStep,
} from './steps.ts';

export interface NominationRow extends Omit<Nomination, 'personNameMasked'> {
  honourCode: HonourCode;
  level: HonourLevel;
  holder: Holder;
  state: NominationState;
  nameSealed: Buffer | null;
  deedsSealed: Buffer;
  subjectKey: string;
  madeBy: string;
  reviewedBy: string;
  quotaUnionId: string;
  /** What answers to the node below are sealed with. */
  replyKey: Buffer | null;
}

/** What each step names. */
export const nominationStep = { nominationId: id, expectedVersion, happenedOn: date };

interface StepAsk {
  nominationId: string;
  expectedVersion: number;
  happenedOn: string;
}

/** Of the publicity that it is in; refused as decidePublicityOver says. */
export function requirePublicityOver(nomination: NominationRow, on: CalendarDate): void {
  const { publicityEndsOn: endsOn, openObjections } = nomination;
  decidePublicityOver({ endsOn, openObjections }, on);
}

/** NOMINATION_UNKNOWN for one out of reach. */
export async function readNomination(sql: Sql, nominationId: string): Promise<NominationRow> {
  const [row] = await sql<NominationRow>`
    select * from nomination_row where "nominationId" = ${nominationId}`;
  if (!row) throw notFound('NOMINATION_UNKNOWN', { nominationId });
  return row;
}

/**
 * Locked until the transaction ends: where it stands, and where the step leads. Refused NOMINATION_AT_SUPERIOR for one that
 * was sent up, but for asking it back.
 */
export async function beginStep(
  { sql, now }: Tx,
  step: NominationStep,
  ask: StepAsk,
): Promise<{ nomination: NominationRow; state: NominationState }> {
  await sql`select from nomination where nomination_id = ${ask.nominationId} for update`;
  const nomination = await readNomination(sql, ask.nominationId);
  const { version } = nomination;
  if (version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version });
  const isElsewhere = nomination.heldBy !== '' && step !== 'WITHDRAW' && step !== 'VETO';
  if (isElsewhere) throw refused('NOMINATION_AT_SUPERIOR', { node: nomination.heldBy });
  const state = nextState(step, nomination.state);
  decideDate(nomination.stoodOn, ask.happenedOn, chinaDate(now));
  return { nomination, state };
}

/** Forbidden HONOUR_STEP_OF_NODE: only the publicity in the unit is the union's own. */
export function requireStage({ reach }: Tx, state: NominationState): void {
  if (stageOf(state) !== 'UNIT' && reach !== 'all')
    throw forbidden('HONOUR_STEP_OF_NODE', { state });
}

/** One row a step, which stays; what is over gives its place back. The node below that sent it is told. Answers its number. */
export async function writeStep(
  tx: Tx,
  nomination: NominationRow,
  taken: TakenStep,
): Promise<bigint> {
  const { sql, actor } = tx;
  const { nominationId, unionId } = nomination;
  const { step, state, happenedOn, note = '', actedBy = actor.id } = taken;
  await sql`
    update nomination set state = ${state}, stood_on = ${happenedOn}, version = version + 1,
      quota_union_id = case when ${state}::text = any(${[...OVER]}::text[]) then null
        else quota_union_id end
    where nomination_id = ${nominationId}`;
  const [written] = await sql<{ no: string }>`
    insert into nomination_step (nomination_id, union_id, step, state, happened_on, acted_by, note)
    values (${nominationId}, ${unionId}, ${step}, ${state}, ${happenedOn}, ${actedBy}, ${note})
    returning step_no as no`;
  const stepNo = BigInt(written?.no ?? 0);
  await tellStep(tx, nomination, taken, stepNo);
  return stepNo;
}
const OVER: readonly NominationState[] = ['WITHDRAWN', 'VETOED', 'REJECTED'];

export function nominationView({ own }: Reading | Tx, row: NominationRow): Nomination {
  const { nameSealed, deedsSealed: _, subjectKey: _k, quotaUnionId: _q, ...known } = row;
  const { madeBy: _m, reviewedBy: _r, replyKey: _y, ...rest } = known;
  const personNameMasked = nameSealed ? shownName(own.vault, row.personId, nameSealed) : '';
  return { ...rest, personNameMasked };
}

/** The view after a change of this transaction. */
export async function viewNow(tx: Tx, nominationId: string): Promise<Nomination> {
  return nominationView(tx, await readNomination(tx.sql, nominationId));
}

export const subjectKindOf = (holder: string) =>
  holder === 'PERSON' ? 'INDIVIDUAL' : 'COLLECTIVE';

export const isFrontline = (traits: readonly string[]) =>
  traits.includes('INDUSTRIAL_WORKER') || traits.includes('FRONTLINE_WORKER');

/** Where a nomination's deeds are sealed. */
export const deedsPlace = (nominationId: string) => `nomination.deeds.${nominationId}`;
