import { randomUUID } from 'node:crypto';
import type { Election } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNode, type TestNode } from '../test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const term = { termNo: 3, termYears: 5, termStart: '2021-06-18' };
const requestOf = (unionId: string) => ({
  unionId,
  requestedOn: '2026-05-01',
  plannedOn: '2026-06-18',
  termYears: 5,
  memberCount: 90,
  committeeSeats: 3,
});
const candidate = (role: string, n: number) => ({
  role,
  name: `某${n}`,
  relativeOfPrincipal: false,
  retained: false,
  appointment: 'part_time',
});
const candidates = [
  candidate('chair', 1),
  candidate('vice_chair', 2),
  candidate('committee', 3),
  candidate('committee', 4),
  candidate('audit_chair', 5),
];
const seat = (role: string, n: number, votes: number) => ({
  role,
  holderName: `某${n}`,
  votes,
  appointment: 'part_time',
});
const results = [
  seat('chair', 1, 60),
  seat('vice_chair', 2, 58),
  seat('committee', 3, 46),
  seat('committee', 4, 45),
  seat('audit_chair', 5, 59),
];
const ballot = { entitled: 90, present: 60, seats: results };
const granted = {
  approve: true,
  replyDocNo: '批〔2026〕1号',
  repliedOn: '2026-05-10',
  returnReason: '',
};

const request = async (unionId?: string) =>
  node.call('requestElection', requestOf(unionId ?? (await node.enrol(term))));
const at = ({ electionId, version }: Election) => ({ electionId, expectedVersion: version });
const steps = {
  reply: (e: Election) => node.call('replyToElectionRequest', { ...at(e), ...granted }),
  propose: (e: Election) => node.call('proposeCandidates', { ...at(e), candidates }),
  review: (e: Election) => node.call('reviewCandidates', { ...at(e), reviewedOn: '2026-05-20' }),
  publish: (e: Election) => node.call('publishCandidates', { ...at(e), publishedOn: '2026-05-25' }),
  meet: (e: Election, changes: object = {}) =>
    node.call('recordElectionMeeting', {
      ...at(e),
      heldOn: '2026-06-18',
      ballot,
      retainedOnList: 0,
      ...changes,
    }),
  report: (e: Election) =>
    node.call('reportElectionResult', { ...at(e), reportedOn: '2026-06-20' }),
  approve: (e: Election) =>
    node.call('approveElectionResult', {
      ...at(e),
      replyDocNo: '批〔2026〕2号',
      approvedOn: '2026-07-01',
    }),
};
async function published(unionId?: string): Promise<Election> {
  const replied = await steps.reply(await request(unionId));
  return steps.publish(await steps.review(await steps.propose(replied)));
}

test('an election from its request to the new term', async () => {
  const unionId = await node.enrol(term);
  const filed = await request(unionId);
  expect(filed).toMatchObject({ state: 'REQUEST_FILED', termNo: 4, plannedOn: '2026-06-18' });
  const replied = await steps.reply(filed);
  expect(replied.state).toBe('REPLY_OK');
  const proposed = await steps.propose(replied);
  expect(proposed.state).toBe('CANDIDATES_PROPOSED');
  const reviewed = await steps.review(proposed);
  expect(reviewed.state).toBe('CANDIDATES_REVIEWED');
  const posted = await steps.publish(reviewed);
  expect(posted.state).toBe('CANDIDATES_PUBLISHED');
  const counted = await steps.meet(posted);
  expect(counted).toMatchObject({
    state: 'COUNTED',
    heldOn: '2026-06-18',
    entitled: 90,
    present: 60,
  });
  const reported = await steps.report(counted);
  expect(reported.state).toBe('RESULT_REPORTED');
  const done = await steps.approve(reported);
  expect(done).toMatchObject({
    state: 'TERM_STARTED',
    termNo: 4,
    termStart: '2026-06-18',
    termEnd: '2031-06-18',
  });
  expect(await node.call('getElection', { electionId: done.electionId })).toEqual(done);

  const union = await node.union(unionId);
  expect(union).toMatchObject({
    termNo: 4,
    termStart: '2026-06-18',
    termEnd: '2031-06-18',
    version: 2,
  });
  // Who had 45 of 90 entitled is not elected, though 45 of 60 present voted for him.
  expect(union.officers.map(({ role, holderName }) => `${role} ${holderName}`)).toEqual([
    'chair 某1',
    'vice_chair 某2',
    'committee 某3',
    'audit_chair 某5',
  ]);
  const facts = (await node.outbox()).filter((row) => row.key === unionId);
  expect(facts.at(-1)).toMatchObject({
    fact: 'election.held',
    data: {
      unionId,
      electionId: done.electionId,
      heldOn: '2026-06-18',
      entitled: 90,
      present: 60,
      termNo: 4,
      termStart: '2026-06-18',
      termEnd: '2031-06-18',
      replyDocNo: '批〔2026〕2号',
    },
  });
  expect(JSON.stringify(facts)).not.toContain('某1');
  const { items } = await node.call('getUnionHistory', { unionId, asOf: '' });
  expect(items.at(-1)).toMatchObject({ what: 'election', effectiveOn: '2026-06-18' });
});

test('the officers of the term before are read as they were', async () => {
  const unionId = await node.enrol(term);
  await steps.approve(await steps.report(await steps.meet(await published(unionId))));
  const second = requestOf(unionId);
  const again = await node.call('requestElection', {
    ...second,
    requestedOn: '2026-08-01',
    plannedOn: '2026-09-01',
  });
  const reply = { ...granted, repliedOn: '2026-08-02' };
  let now = await node.call('replyToElectionRequest', { ...at(again), ...reply });
  const others = candidates.map((one) => ({ ...one, name: `${one.name}新` }));
  now = await node.call('proposeCandidates', { ...at(now), candidates: others });
  now = await node.call('reviewCandidates', { ...at(now), reviewedOn: '2026-08-03' });
  now = await node.call('publishCandidates', { ...at(now), publishedOn: '2026-08-04' });
  const seats = results.map((one) => ({ ...one, holderName: `${one.holderName}新` }));
  now = await steps.meet(now, { heldOn: '2026-09-01', ballot: { ...ballot, seats } });
  now = await node.call('reportElectionResult', { ...at(now), reportedOn: '2026-09-02' });
  await node.call('approveElectionResult', {
    ...at(now),
    replyDocNo: '批',
    approvedOn: '2026-09-03',
  });
  const chairOn = async (asOf: string) => (await node.union(unionId, asOf)).officers[0]?.holderName;
  expect(await chairOn('2026-08-31')).toBe('某1');
  expect(await chairOn('2026-09-01')).toBe('某1新');
});

describe('a meeting that elects nobody has failed', () => {
  test.each([
    ['QUORUM_NOT_REACHED', { ...ballot, present: 59, seats: [seat('chair', 1, 59)] }],
    ['CHAIR_NOT_ELECTED', { ...ballot, seats: [seat('chair', 1, 45)] }],
    ['TOO_FEW_ELECTED', { ...ballot, seats: [seat('chair', 1, 60)] }],
  ])('%s', async (reason, counted) => {
    const posted = await published();
    const failed = await steps.meet(posted, { ballot: counted });
    expect(failed).toMatchObject({ state: 'FAILED', failure: reason });
    const { unionId, electionId } = failed;
    expect((await node.outbox()).filter((row) => row.key === unionId).at(-1)).toMatchObject({
      fact: 'election.failed',
      data: { unionId, electionId, heldOn: '2026-06-18', reason },
    });
    expect(await request(unionId)).toMatchObject({ state: 'REQUEST_FILED' });
  });
});

test('a step out of turn is refused and names the state', async () => {
  const filed = await request();
  await expect(steps.meet(filed)).rejects.toMatchObject({
    kind: 'refused',
    code: 'ELECTION_STATE_WRONG',
    details: { state: 'REQUEST_FILED' },
  });
});

test('a union has one open election', async () => {
  const { unionId, electionId } = await request();
  await expect(request(unionId)).rejects.toMatchObject({
    code: 'ELECTION_OPEN',
    details: { electionId },
  });
});

test('two requests at once: one is filed', async () => {
  const unionId = await node.enrol(term);
  const both = await Promise.allSettled([request(unionId), request(unionId)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a returned request makes room for another', async () => {
  const filed = await request();
  const returned = await node.call('replyToElectionRequest', {
    ...at(filed),
    ...granted,
    approve: false,
    returnReason: '名额不符',
  });
  expect(returned.state).toBe('RETURNED');
  expect((await request(filed.unionId)).state).toBe('REQUEST_FILED');
});

test('a postponed election goes on with its candidates, at most six months later', async () => {
  const filed = await request();
  const later = (until: string, election: Election) =>
    node.call('postponeElection', { ...at(election), until, replyDocNo: '批〔2026〕3号' });
  await expect(later('2026-12-19', filed)).rejects.toMatchObject({
    code: 'POSTPONED_TOO_LONG',
    details: { latest: '2026-12-18' },
  });
  const postponed = await later('2026-12-18', filed);
  expect(postponed).toMatchObject({ state: 'POSTPONED', plannedOn: '2026-12-18' });
  expect((await steps.propose(postponed)).state).toBe('CANDIDATES_PROPOSED');
});

test('forbidden, replayed, stale', async () => {
  const filed = await request();
  const ask = { ...at(filed), ...granted };
  await expect(node.call('replyToElectionRequest', ask, { duty: 'auditor' })).rejects.toMatchObject(
    {
      kind: 'forbidden',
    },
  );
  const key = randomUUID();
  const first = await node.call('replyToElectionRequest', ask, { key });
  expect(await node.call('replyToElectionRequest', ask, { key })).toEqual(first);
  await expect(
    node.call('replyToElectionRequest', { ...ask, repliedOn: '2026-05-11' }, { key }),
  ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  await expect(node.call('proposeCandidates', { ...at(filed), candidates })).rejects.toMatchObject({
    kind: 'stale',
    code: 'VERSION_MOVED',
  });
});
