import { Election as Message } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { defineEntity, LockMode, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from './ballot.ts';

/** Which step leads where (domain §1.4); whoever is in a state without steps is done. */
const STEPS = {
  PLANNED: { file: 'REQUEST_FILED' },
  REQUEST_FILED: { grant: 'REPLY_OK', turnDown: 'RETURNED', postpone: 'POSTPONED' },
  REPLY_OK: { propose: 'CANDIDATES_PROPOSED', postpone: 'POSTPONED' },
  CANDIDATES_PROPOSED: { review: 'CANDIDATES_REVIEWED', postpone: 'POSTPONED' },
  CANDIDATES_REVIEWED: { publish: 'CANDIDATES_PUBLISHED', postpone: 'POSTPONED' },
  CANDIDATES_PUBLISHED: { meet: 'MEETING_HELD', postpone: 'POSTPONED' },
  MEETING_HELD: { count: 'COUNTED', fail: 'FAILED' },
  COUNTED: { report: 'RESULT_REPORTED' },
  RESULT_REPORTED: { approve: 'RESULT_APPROVED' },
  RESULT_APPROVED: { begin: 'TERM_STARTED' },
  // The union above has agreed to a later day: candidates are proposed for that day.
  POSTPONED: { propose: 'CANDIDATES_PROPOSED', postpone: 'POSTPONED' },
  TERM_STARTED: {},
  RETURNED: {},
  FAILED: {},
} as const satisfies Record<string, Record<string, string>>;

export type ElectionState = keyof typeof STEPS;
type StepsOf<State> = State extends ElectionState ? keyof (typeof STEPS)[State] : never;
export type ElectionStep = StepsOf<ElectionState>;
export const ELECTION_STATES = Object.keys(STEPS) as ElectionState[];

/** Where the step leads; otherwise refused ELECTION_STATE_WRONG naming the state. */
export function after(state: ElectionState, step: ElectionStep): ElectionState {
  const next = (STEPS[state] as Partial<Record<ElectionStep, ElectionState>>)[step];
  if (next === undefined) throw refused('ELECTION_STATE_WRONG', { state, step });
  return next;
}

/** Whether the procedure is still under way: a union has one such at most. */
export function isOpen(state: ElectionState): boolean {
  return Object.keys(STEPS[state]).length > 0;
}

/** Who stands, and once the votes are counted, with which result. */
export interface Candidacy {
  role: Role;
  name: string;
  appointment: string;
  votes?: number;
  elected?: boolean;
}

export const ElectionSchema = defineEntity({
  name: 'Election',
  tableName: 'election',
  properties: {
    id: p.uuid().primary(),
    unionId: p.uuid(),
    state: p.text().$type<ElectionState>(),
    open: p.boolean(),
    termNo: p.integer(),
    termYears: p.integer(),
    memberCount: p.integer(),
    committeeSeats: p.integer(),
    requestedOn: p.date(),
    plannedOn: p.date(),
    postponedUntil: p.date().nullable(),
    postponementDocNo: p.text().nullable(),
    repliedOn: p.date().nullable(),
    replyDocNo: p.text().nullable(),
    returnReason: p.text().nullable(),
    reviewedOn: p.date().nullable(),
    publishedOn: p.date().nullable(),
    heldOn: p.date().nullable(),
    entitled: p.integer().nullable(),
    present: p.integer().nullable(),
    failure: p.text().nullable(),
    reportedOn: p.date().nullable(),
    approvedOn: p.date().nullable(),
    approvalDocNo: p.text().nullable(),
    termStart: p.date().nullable(),
    termEnd: p.date().nullable(),
    candidates: p.json().$type<Candidacy[]>(),
    version: p.integer().version(),
  },
});
export class Election extends ElectionSchema.class {
  moveTo(state: ElectionState): void {
    this.state = state;
    this.open = isOpen(state);
  }
}
ElectionSchema.setClass(Election);

/** The procedure at the version the caller has seen. */
export async function electionAt(
  em: EntityManager,
  id: string,
  version: number,
): Promise<Election> {
  const lock = { lockMode: LockMode.OPTIMISTIC, lockVersion: version } as const;
  const election = await em.findOne(Election, id, lock);
  if (!election) throw notFound('NOT_FOUND', { electionId: id });
  return election;
}

/** As it goes out; call it after the flush, for the version. */
export function toMessage(election: Election): Message {
  return {
    electionId: election.id,
    unionId: election.unionId,
    state: election.state,
    termNo: election.termNo,
    plannedOn: election.postponedUntil ?? election.plannedOn,
    heldOn: election.heldOn ?? '',
    entitled: election.entitled ?? 0,
    present: election.present ?? 0,
    termStart: election.termStart ?? '',
    termEnd: election.termEnd ?? '',
    failure: election.failure ?? '',
    version: election.version,
  };
}
