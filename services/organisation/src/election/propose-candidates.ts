import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { candidatesMin } from '@gonglian/kernel/term.ts';
import { code, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalCode } from '../fields.ts';
import { command } from '../pipeline.ts';
import { APPOINTMENTS, onCommittee, requireSeparateAudit, ROLES } from './ballot.ts';
import { after, electionAt, toMessage, type Election } from './election.ts';

const CANDIDATES_MAX = 200;
const Candidate = z.strictObject({
  role: code(ROLES),
  name: text(60),
  relativeOfPrincipal: z.boolean(),
  retained: z.boolean(),
  appointment: optionalCode(APPOINTMENTS),
});
const ProposeCandidates = z.strictObject({
  electionId: id,
  candidates: z.array(Candidate).min(1, 'required').max(CANDIDATES_MAX, 'too_long'),
  expectedVersion,
});
type ProposeCandidates = z.output<typeof ProposeCandidates>;

type Called = Pick<Election, 'state' | 'committeeSeats' | 'requestedOn'>;

/**
 * Who may stand: no close relative of the employer's principal (工会法 art. 10), no retained member
 * (election regulation art. 4), and more for the committee than it has seats. Candidates are named
 * by their number, not their name: a refusal is read by more people than the list.
 */
export function decideCandidates(election: Called, { candidates }: ProposeCandidates) {
  const state = after(election.state, 'propose');
  const relative = candidates.findIndex((candidate) => candidate.relativeOfPrincipal);
  if (relative >= 0) throw refused('CANDIDATE_IS_RELATIVE', { candidate: relative + 1 });
  const retained = candidates.findIndex((candidate) => candidate.retained);
  if (retained >= 0) throw refused('CANDIDATE_RETAINED', { candidate: retained + 1 });
  const posts = new Set(candidates.map(({ role, name }) => `${role} ${name}`));
  if (posts.size < candidates.length) throw refused('CANDIDATE_TWICE');
  if (!candidates.some(({ role }) => role === 'chair')) throw refused('CHAIR_MISSING');
  const rules = policyOn(KERNEL_POLICY, 'election.rules', election.requestedOn);
  const needed = candidatesMin(election.committeeSeats, rules);
  const proposed = candidates.filter(({ role }) => onCommittee(role)).length;
  if (proposed < needed) throw refused('CANDIDATES_TOO_FEW', { proposed, needed });
  requireSeparateAudit(candidates);
  return {
    state,
    candidates: candidates.map(({ role, name, appointment }) => ({ role, name, appointment })),
  };
}

export const proposeCandidates = command({
  schema: ProposeCandidates,
  permission: 'organisation.election.propose',
  async run(tx, ask) {
    const election = await electionAt(tx.em, ask.electionId, ask.expectedVersion);
    const { state, candidates } = decideCandidates(election, ask);
    election.candidates = candidates;
    election.moveTo(state);
    await tx.em.flush();
    return toMessage(election);
  },
});
