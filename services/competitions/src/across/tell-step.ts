// What this node does with a nomination of a node below is told to that node, step by step.
import { honourNominationTold } from '@gonglian/contracts/competitions.ts';
import type { NominationRow } from '../nomination/nomination.ts';
import type { NominationState, NominationStep } from '../nomination/steps.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { sealText } from '@gonglian/kernel/letter-seal.ts';
import { notePlace } from './sealing.ts';

export interface TakenStep {
  step: NominationStep;
  state: NominationState;
  happenedOn: string;
  note?: string;
  /** Left out: whoever asked for it. */
  actedBy?: string;
}

/** What objectors and bodies said stays here; an award and a revocation have letters of their own. */
const TOLD: ReadonlySet<NominationStep> = new Set([
  'TAKE',
  'RETURN',
  'ENDORSE',
  'SEND',
  'PASS',
  'REJECT',
  'PUBLISH',
  'DECIDE',
  'VETO',
  'WITHDRAW',
  'KEEP',
]);

export async function tellStep(
  { sql, node, emit }: Pick<Tx, 'sql' | 'node' | 'emit'>,
  { nominationId, fromNode, replyKey }: NominationRow,
  { step, state, happenedOn, note = '' }: TakenStep,
  stepNo: bigint,
): Promise<void> {
  if (fromNode === '' || replyKey === null || !TOLD.has(step)) return;
  const shown = step === 'PUBLISH' ? await readPublicity(sql, nominationId) : undefined;
  emit(honourNominationTold, {
    nominationId,
    fromNode: node,
    toNode: fromNode,
    toldNo: stepNo,
    step,
    state,
    happenedOn,
    publicityEndsOn: shown?.endsOn ?? '',
    workingDays: shown?.workingDays ?? 0,
    decisionNo: step === 'DECIDE' ? note : '',
    noteSealed: sealText(replyKey, note, notePlace(nominationId)),
  });
}

/** The one that has just begun. */
async function readPublicity(
  sql: Sql,
  nominationId: string,
): Promise<{ endsOn: string; workingDays: number } | undefined> {
  const [shown] = await sql<{ endsOn: string; workingDays: number }>`
    select ends_on::text as "endsOn", working_days as "workingDays" from honour_publicity
    where nomination_id = ${nominationId} order by ends_on desc, starts_on desc limit 1`;
  return shown;
}
