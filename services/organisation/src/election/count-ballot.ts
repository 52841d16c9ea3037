import { isElected, quorum, type ElectionPolicy } from '@gonglian/kernel/term.ts';
import { onCommittee, type Ballot } from './ballot.ts';
import type { Candidacy } from './election.ts';

export type Failure = 'QUORUM_NOT_REACHED' | 'CHAIR_NOT_ELECTED' | 'TIED' | 'TOO_FEW_ELECTED';

export interface Count {
  /** Every candidate with votes and result; nobody is elected by a meeting that failed. */
  candidates: Candidacy[];
  failure: Failure | null;
}

export interface Seats {
  /** Places on the committee, the chair's included. */
  seats: number;
  /** With fewer elected there is no committee. */
  min: number;
}

type Result = Candidacy & { votes: number };

/**
 * Who is elected: whoever has more than half of those entitled (domain §1.4), the chair by most
 * votes, the rest of the committee by most votes until its seats are full. Two that tie for the
 * last seat need another ballot.
 */
export function countBallot(
  standing: readonly Candidacy[],
  { entitled, present, seats: results }: Ballot,
  { seats, min }: Seats,
  policy: ElectionPolicy,
): Count {
  const votesOf = new Map(results.map((seat) => [`${seat.role} ${seat.holderName}`, seat.votes]));
  const all = standing.map((one): Result => ({
    ...one,
    votes: votesOf.get(`${one.role} ${one.name}`) ?? 0,
  }));
  const failed = (failure: Failure): Count => ({
    candidates: all.map((one) => ({ ...one, elected: false })),
    failure,
  });
  if (present < quorum(entitled, policy)) return failed('QUORUM_NOT_REACHED');
  const passed = all.filter(({ votes }) => isElected(votes, entitled, policy));
  const chairs = passed.filter(({ role }) => role === 'chair');
  if (chairs.length === 0) return failed('CHAIR_NOT_ELECTED');
  const chair = mostVotes(chairs, 1);
  const others = passed.filter(({ role }) => onCommittee(role) && role !== 'chair');
  const rest = mostVotes(others, seats - 1);
  if (!chair || !rest) return failed('TIED');
  if (chair.length + rest.length < min) return failed('TOO_FEW_ELECTED');
  const beside = passed.filter(({ role }) => !onCommittee(role));
  const elected = new Set([...chair, ...rest, ...beside]);
  return {
    candidates: all.map((one) => ({ ...one, elected: elected.has(one) })),
    failure: null,
  };
}

/** The first `places` by votes; undefined where the last of them ties with the next. */
function mostVotes(results: readonly Result[], places: number): Result[] | undefined {
  const ranked = results.toSorted((a, b) => b.votes - a.votes);
  const last = ranked[places - 1];
  const next = ranked[places];
  if (last && next && last.votes === next.votes) return undefined;
  return ranked.slice(0, places);
}
