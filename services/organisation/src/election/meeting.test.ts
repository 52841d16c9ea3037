import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { describe, expect, test } from 'vitest';
import { decideResult } from './approve-election-result.ts';
import { countBallot } from './count-ballot.ts';
import type { Election } from './election.ts';
import { decideMeeting } from './record-election-meeting.ts';

// Vectors of domain §9.11.
const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const today = '2026-07-31';
const rules = policyOn(KERNEL_POLICY, 'election.rules', today);
const stands = (role: 'chair' | 'committee' | 'audit', name: string) => ({
  role,
  name,
  appointment: '',
});
const seat = (role: 'chair' | 'committee' | 'audit', holderName: string, votes: number) => ({
  role,
  holderName,
  votes,
  appointment: '' as const,
});
const standing = [
  stands('chair', '某1'),
  stands('committee', '某2'),
  stands('committee', '某3'),
  stands('committee', '某4'),
  stands('audit', '某5'),
];

describe('counting 90 entitled, 60 present', () => {
  const count = (votes: [number, number, number, number, number?], present = 60, seats = 3) =>
    countBallot(
      standing,
      {
        entitled: 90,
        present,
        seats: standing.map(({ role, name }, n) => seat(role, name, votes[n] ?? 60)),
      },
      { seats, min: 3 },
      rules,
    );
  test.each([
    ['QUORUM_NOT_REACHED', count([59, 59, 59, 59], 59)],
    ['CHAIR_NOT_ELECTED', count([45, 60, 60, 60])],
    ['TIED', count([60, 60, 50, 50])],
    ['TOO_FEW_ELECTED', count([60, 60, 45, 45])],
  ])('%s', (failure, counted) => {
    expect(counted.failure).toBe(failure);
    expect(counted.candidates.every(({ elected }) => elected === false)).toBe(true);
  });
  test('45 votes do not elect, 46 do', () => {
    const { candidates, failure } = count([60, 60, 46, 45]);
    expect(failure).toBeNull();
    expect(candidates.map(({ name, votes, elected }) => [name, votes, elected])).toEqual([
      ['某1', 60, true],
      ['某2', 60, true],
      ['某3', 46, true],
      ['某4', 45, false],
      ['某5', 60, true],
    ]);
  });
  test('the seats go to those with most votes', () => {
    expect(count([60, 47, 60, 50]).candidates.map(({ elected }) => elected)).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
  });
  test('who is not on the result has no votes', () => {
    const { candidates } = countBallot(
      standing,
      { entitled: 90, present: 60, seats: [seat('chair', '某1', 60)] },
      { seats: 1, min: 1 },
      rules,
    );
    expect(candidates.filter(({ elected }) => elected)).toEqual([
      { ...standing[0], votes: 60, elected: true },
    ]);
  });
});

describe('meeting', () => {
  const called = {
    state: 'CANDIDATES_PUBLISHED' as const,
    publishedOn: '2026-05-25',
    requestedOn: '2026-05-01',
    committeeSeats: 3,
    memberCount: 90,
    candidates: standing,
  };
  const ballot = {
    entitled: 90,
    present: 60,
    seats: standing.slice(0, 3).map(({ role, name }) => seat(role, name, 60)),
  };
  const ask = {
    electionId: 'e-1',
    heldOn: '2026-06-18',
    ballot,
    retainedOnList: 0,
    expectedVersion: 1,
  };
  const at = { level: 'GRASSROOTS' as const, today };
  test.each([
    ['ELECTION_STATE_WRONG', { ...called, state: 'REPLY_OK' as const }, ask],
    ['IN_FUTURE', called, { ...ask, heldOn: '2026-08-01' }],
    ['HELD_BEFORE_PUBLICATION', called, { ...ask, heldOn: '2026-05-24' }],
    ['RETAINED_ON_VOTERS_LIST', called, { ...ask, retainedOnList: 1 }],
    ['PRESENT_ABOVE_ENTITLED', called, { ...ask, ballot: { ...ballot, present: 91 } }],
    [
      'VOTES_ABOVE_PRESENT',
      called,
      { ...ask, ballot: { ...ballot, seats: [seat('chair', '某1', 61)] } },
    ],
    [
      'NOT_A_CANDIDATE',
      called,
      { ...ask, ballot: { ...ballot, seats: [seat('chair', '某9', 60)] } },
    ],
  ])('refuses %s', (code, is, asked) => {
    expect(() => decideMeeting(is, at, asked)).toThrow(refusal(code));
  });
  test('is counted, or has failed', () => {
    expect(decideMeeting(called, at, ask)).toMatchObject({ state: 'COUNTED', failure: null });
    const few = { ...ballot, present: 59, seats: [seat('chair', '某1', 59)] };
    expect(decideMeeting(called, at, { ...ask, ballot: few })).toMatchObject({
      state: 'FAILED',
      failure: 'QUORUM_NOT_REACHED',
      present: 59,
    });
  });
});

describe('result', () => {
  const reported = {
    id: 'e-1',
    unionId: 'u-1',
    state: 'RESULT_REPORTED',
    heldOn: '2021-06-18',
    reportedOn: '2021-06-20',
    termYears: 5,
    entitled: 90,
    present: 60,
  } as Election;
  const union = { status: 'ACTIVE', termNo: 3 } as const;
  const ask = { electionId: 'e-1', replyDocNo: '批', approvedOn: '2021-07-01', expectedVersion: 1 };
  test.each([
    ['ELECTION_STATE_WRONG', { ...reported, state: 'COUNTED' } as Election, union, ask],
    ['UNION_NOT_ACTIVE', reported, { ...union, status: 'MERGED' as const }, ask],
    ['IN_FUTURE', reported, union, { ...ask, approvedOn: '2026-08-01' }],
    ['APPROVED_BEFORE_REPORT', reported, union, { ...ask, approvedOn: '2021-06-19' }],
  ])('refuses %s', (code, is, of, asked) => {
    expect(() => decideResult(is, of, today, asked)).toThrow(refusal(code));
  });
  test.each([
    ['2021-06-18', 5, '2026-06-18'],
    ['2024-02-29', 3, '2027-02-28'],
  ])('elected on %s for %i years: until %s', (heldOn, termYears, termEnd) => {
    const is = { ...reported, heldOn, termYears, reportedOn: heldOn } as Election;
    expect(decideResult(is, union, today, { ...ask, approvedOn: '2024-07-01' })).toEqual({
      unionId: 'u-1',
      electionId: 'e-1',
      heldOn,
      entitled: 90,
      present: 60,
      termNo: 4,
      termStart: heldOn,
      termEnd,
      replyDocNo: '批',
    });
  });
});
