import { addDays, addYears } from '@gonglian/kernel/dates.ts';
import type { NodeClient } from '../node-api.ts';
import { ballot, officerName } from './foundings.ts';
import type { UnionRow } from './unions.ts';

interface Election {
  electionId: string;
  version: number;
}

/** A regular re-election from the request to the numbered approval, around the end of the union's term. */
export async function holdElection(client: NodeClient, union: UnionRow): Promise<void> {
  const termEnd = addYears(union.termStart, union.termYears);
  const day = (before: number) => addDays(termEnd, -before);
  let election = await client.post<Election>('/elections', `election ${union.unionId}`, {
    unionId: union.unionId,
    requestedOn: day(60),
    plannedOn: day(3),
    termYears: union.termYears,
    memberCount: 60,
    committeeSeats: 5,
  });
  const step = async (name: string, body: object) => {
    election = await client.post<Election>(
      `/elections/${election.electionId}/${name}`,
      `election ${union.unionId} ${name}`,
      { ...body, expectedVersion: election.version },
    );
  };
  await step('reply', {
    approve: true,
    replyDocNo: `工组复〔2020〕${union.termNo}号`,
    repliedOn: day(52),
  });
  await step('candidates', { candidates: candidates(union.termNo) });
  await step('review', { reviewedOn: day(35) });
  await step('publication', { publishedOn: day(25) });
  await step('meeting', { heldOn: day(3), ballot: ballot(union.termNo) });
  await step('report', { reportedOn: day(1) });
  await step('approval', {
    replyDocNo: `工组批〔2020〕${union.termNo}号`,
    approvedOn: addDays(termEnd, 4),
  });
}

/** One more for the committee than there are seats: it is a contested election. */
function candidates(n: number) {
  const roles = [
    'chair',
    'committee',
    'committee',
    'committee',
    'committee',
    'committee',
    'audit_chair',
    'women',
  ];
  return roles.map((role, at) => ({
    role,
    name: officerName(n * 10 + at + 1),
    appointment: 'part_time',
  }));
}
