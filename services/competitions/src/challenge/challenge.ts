// A problem that a unit posts for whoever can solve it (揭榜挂帅): posted, taken, delivered.
import type { Challenge } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';

export const CHALLENGE_STATES = ['POSTED', 'TAKEN', 'DELIVERED'] as const;
export type ChallengeState = (typeof CHALLENGE_STATES)[number];

const STEPS = {
  take: { from: 'POSTED', to: 'TAKEN' },
  deliver: { from: 'TAKEN', to: 'DELIVERED' },
} as const satisfies Record<string, { from: ChallengeState; to: ChallengeState }>;
export type ChallengeStep = keyof typeof STEPS;

/** The state after a step; refused CHALLENGE_STATE_WRONG: whoever comes first takes it, and nobody delivers before. */
export function decideStep(state: ChallengeState, step: ChallengeStep): ChallengeState {
  const { from, to } = STEPS[step];
  if (state !== from) throw refused('CHALLENGE_STATE_WRONG', { state });
  return to;
}

interface ChallengeRow extends Omit<Challenge, 'benefitFen' | 'rewardFen' | 'overdue'> {
  state: ChallengeState;
  benefitFen: number;
  rewardFen: number;
}

/** What each step of a challenge names. */
export const challengeStep = { challengeId: id, expectedVersion };

/** The newest first. */
export function findChallenges(
  sql: Sql,
  of: { id?: string; state?: string | null; before?: string | null; limit: number },
): Promise<ChallengeRow[]> {
  const { id: one = null, state = null, before = null, limit } = of;
  return sql<ChallengeRow>`
    select c.id as "challengeId", c.union_id as "unionId", u.name as "unionName", c.title, c.content,
      c.reward_fen::float8 as "rewardFen", c.posted_on::text as "postedOn",
      c.deadline::text as deadline, c.state, coalesce(c.taker_union_id::text, '') as "takerUnionId",
      coalesce(t.name, '') as "takerUnionName", c.taker, coalesce(c.taken_on::text, '') as "takenOn",
      c.result_text as "resultText", c.benefit_fen::float8 as "benefitFen",
      c.evidence_sha256 as "evidenceSha256", coalesce(c.delivered_on::text, '') as "deliveredOn",
      c.version
    from challenge as c join known_union as u using (union_id)
    left join known_union as t on t.union_id = c.taker_union_id
    where (${one}::uuid is null or c.id = ${one}::uuid)
      and (${state}::text is null or c.state = ${state}::text)
      and (${before}::uuid is null or c.id < ${before}::uuid)
    order by c.id desc limit ${limit}`;
}

/** CHALLENGE_UNKNOWN for one out of reach. */
export async function readChallenge(sql: Sql, challengeId: string): Promise<ChallengeRow> {
  const [row] = await findChallenges(sql, { id: challengeId, limit: 1 });
  if (!row) throw notFound('CHALLENGE_UNKNOWN', { challengeId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockChallenge(
  sql: Sql,
  ask: { challengeId: string; expectedVersion: number },
): Promise<ChallengeRow> {
  await sql`select from challenge where id = ${ask.challengeId} for update`;
  const row = await readChallenge(sql, ask.challengeId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** Late is what was delivered after the deadline, or should have been by now. */
export function challengeView(row: ChallengeRow, today: CalendarDate): Challenge {
  return {
    ...row,
    benefitFen: BigInt(row.benefitFen),
    rewardFen: BigInt(row.rewardFen),
    overdue: (row.deliveredOn || today) > row.deadline,
  };
}
