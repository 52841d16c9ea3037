import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { DUE_STATES, dueState } from '@gonglian/kernel/term.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { describe, expect, test } from 'vitest';
import { after, ELECTION_STATES, isOpen, type Election, type ElectionStep } from './election.ts';
import { spanOf } from './due-span.ts';
import { decidePostponement, monthsLater } from './postpone-election.ts';
import { decideCandidates } from './propose-candidates.ts';
import { decidePublication } from './publish-candidates.ts';
import { decideElectionReply } from './reply-to-election-request.ts';
import { decideReport } from './report-election-result.ts';
import { decideRequest } from './request-election.ts';
import { decideReview } from './review-candidates.ts';

const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const today = '2026-07-31';

describe('the procedure', () => {
  const leads: Record<string, ElectionStep[]> = {
    PLANNED: ['file'],
    REQUEST_FILED: ['grant', 'turnDown', 'postpone'],
    REPLY_OK: ['propose', 'postpone'],
    CANDIDATES_PROPOSED: ['review', 'postpone'],
    CANDIDATES_REVIEWED: ['publish', 'postpone'],
    CANDIDATES_PUBLISHED: ['meet', 'postpone'],
    MEETING_HELD: ['count', 'fail'],
    COUNTED: ['report'],
    RESULT_REPORTED: ['approve'],
    RESULT_APPROVED: ['begin'],
    POSTPONED: ['propose', 'postpone'],
    TERM_STARTED: [],
    RETURNED: [],
    FAILED: [],
  };
  const steps: ElectionStep[] = [...new Set(Object.values(leads).flat())];
  const cases = ELECTION_STATES.flatMap((state) => steps.map((step) => ({ state, step })));
  const known = ({ state, step }: (typeof cases)[number]) => leads[state]?.includes(step) === true;

  test.each(cases.filter(known))('$step leads on from $state', ({ state, step }) => {
    expect(ELECTION_STATES).toContain(after(state, step));
  });
  test.each(cases.filter((one) => !known(one)))('no $step in $state', ({ state, step }) => {
    const details = { state, step };
    const wrong = expect.objectContaining({ code: 'ELECTION_STATE_WRONG', details }) as Error;
    expect(() => after(state, step)).toThrow(wrong);
  });
  test('ends in three ways', () => {
    expect(ELECTION_STATES.filter((state) => !isOpen(state))).toEqual([
      'TERM_STARTED',
      'RETURNED',
      'FAILED',
    ]);
  });
});

describe('request', () => {
  const union = {
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    status: 'ACTIVE',
    termNo: 3,
  } as const;
  const federation = { ...union, level: 'COUNTY', kind: 'FEDERATION' } as const;
  const none = { today, openElectionId: undefined };
  const ask = {
    unionId: 'u-1',
    requestedOn: '2026-05-01',
    plannedOn: '2026-06-18',
    termYears: 5,
    memberCount: 200,
    committeeSeats: 7,
  };
  test.each([
    ['UNION_NOT_ACTIVE', { ...union, status: 'CLOSING' as const }, none, ask],
    ['KIND_HAS_NO_TERM', { ...union, kind: 'GROUP' as const }, none, ask],
    ['ELECTION_OPEN', union, { today, openElectionId: 'e-0' }, ask],
    ['IN_FUTURE', union, none, { ...ask, requestedOn: '2026-08-01' }],
    ['PLANNED_BEFORE_REQUEST', union, none, { ...ask, plannedOn: '2026-04-30' }],
    ['TERM_YEARS_NOT_ALLOWED', union, none, { ...ask, termYears: 4 }],
    ['TERM_YEARS_NOT_ALLOWED', federation, none, { ...ask, termYears: 3 }],
    ['COMMITTEE_SIZE', union, none, { ...ask, committeeSeats: 8 }],
    ['COMMITTEE_SIZE', union, none, { ...ask, memberCount: 201, committeeSeats: 6 }],
    ['COMMITTEE_SIZE', union, none, { ...ask, memberCount: 1_001, committeeSeats: 14 }],
    ['COMMITTEE_SIZE', union, none, { ...ask, memberCount: 10_001, committeeSeats: 28 }],
    ['COMMITTEE_SIZE', union, none, { ...ask, committeeSeats: 0 }],
  ])('refuses %s', (code, is, at, asked) => {
    expect(() => decideRequest(is, at, asked)).toThrow(refusal(code));
  });
  test.each([
    [24, 1],
    [24, 3],
    [25, 3],
    [200, 7],
    [201, 7],
    [1_001, 15],
    [10_001, 29],
  ])('%i members may plan %i seats', (memberCount, committeeSeats) => {
    const asked = { ...ask, memberCount, committeeSeats };
    expect(decideRequest(union, none, asked)).toMatchObject({ state: 'REQUEST_FILED', termNo: 4 });
  });
  test('a grassroots union may choose three years', () => {
    expect(decideRequest(union, none, { ...ask, termYears: 3 }).termYears).toBe(3);
  });
});

describe('reply', () => {
  const filed = { state: 'REQUEST_FILED' as const, requestedOn: '2026-05-01' };
  const ask = {
    electionId: 'e-1',
    approve: true,
    replyDocNo: '批〔2026〕1号',
    repliedOn: '2026-05-10',
    returnReason: '',
    expectedVersion: 1,
  };
  test.each([
    ['ELECTION_STATE_WRONG', { ...filed, state: 'COUNTED' as const }, ask],
    ['IN_FUTURE', filed, { ...ask, repliedOn: '2026-08-01' }],
    ['REPLIED_BEFORE_REQUEST', filed, { ...ask, repliedOn: '2026-04-30' }],
    ['FIELD_INVALID', filed, { ...ask, replyDocNo: '' }],
    ['FIELD_INVALID', filed, { ...ask, approve: false }],
  ])('refuses %s', (code, is, asked) => {
    expect(() => decideElectionReply(is, today, asked)).toThrow(refusal(code));
  });
  test('agrees or returns', () => {
    expect(decideElectionReply(filed, today, ask)).toMatchObject({
      state: 'REPLY_OK',
      returnReason: null,
    });
    const back = { ...ask, approve: false, returnReason: '名额不符' };
    expect(decideElectionReply(filed, today, back)).toMatchObject({ state: 'RETURNED' });
  });
});

const candidate = (role: 'chair' | 'committee' | 'audit', name: string, changes: object = {}) => ({
  role,
  name,
  relativeOfPrincipal: false,
  retained: false,
  appointment: '' as const,
  ...changes,
});

describe('candidates', () => {
  const called = { state: 'REPLY_OK' as const, committeeSeats: 3, requestedOn: '2026-05-01' };
  const four = [
    candidate('chair', '某1'),
    ...['某2', '某3', '某4'].map((name) => candidate('committee', name)),
  ];
  const propose = (candidates: typeof four, is: Parameters<typeof decideCandidates>[0] = called) =>
    decideCandidates(is, { electionId: 'e-1', candidates, expectedVersion: 1 });
  test.each([
    [
      'CANDIDATE_IS_RELATIVE',
      [...four, candidate('committee', '某5', { relativeOfPrincipal: true })],
    ],
    ['CANDIDATE_RETAINED', [...four, candidate('committee', '某5', { retained: true })]],
    ['CANDIDATE_TWICE', [...four, candidate('committee', '某4')]],
    ['CHAIR_MISSING', four.slice(1)],
    ['CANDIDATES_TOO_FEW', four.slice(0, 3)],
    ['AUDITOR_IS_CHAIR', [...four, candidate('audit', '某1')]],
  ])('refuses %s', (code, candidates) => {
    expect(() => propose(candidates)).toThrow(refusal(code));
  });
  test('a refusal names the number of the candidate, not the name', () => {
    const list = [...four, candidate('committee', '某5', { retained: true })];
    expect(() => propose(list)).toThrow(
      expect.objectContaining({ details: { candidate: 5 } }) as Error,
    );
  });
  test('29 seats need five in a hundred more: 31 candidates', () => {
    const many = (n: number) => [
      candidate('chair', '某0'),
      ...Array.from({ length: n - 1 }, (_, i) => candidate('committee', `某${i + 1}`)),
    ];
    const large = { ...called, committeeSeats: 29 };
    expect(() => propose(many(30), large)).toThrow(refusal('CANDIDATES_TOO_FEW'));
    expect(propose(many(31), large).state).toBe('CANDIDATES_PROPOSED');
  });
  test('auditors may be as many as their seats: they do not count', () => {
    expect(() => propose([...four.slice(0, 3), candidate('audit', '某9')])).toThrow(
      refusal('CANDIDATES_TOO_FEW'),
    );
    expect(propose([...four, candidate('audit', '某9')]).candidates).toHaveLength(5);
  });
  test('after a postponement they are proposed anew; out of turn they are not', () => {
    expect(propose(four, { ...called, state: 'POSTPONED' }).state).toBe('CANDIDATES_PROPOSED');
    expect(() => propose(four, { ...called, state: 'COUNTED' })).toThrow(
      refusal('ELECTION_STATE_WRONG'),
    );
  });
});

describe('review, publication, report', () => {
  const is = {
    requestedOn: '2026-05-01',
    repliedOn: '2026-05-10',
    reviewedOn: '2026-05-20',
    heldOn: '2026-06-18',
  };
  const at = { electionId: 'e-1', expectedVersion: 1 };
  const review = (state: Election['state'], reviewedOn: string) =>
    decideReview({ ...is, state }, today, { ...at, reviewedOn });
  const publish = (state: Election['state'], publishedOn: string) =>
    decidePublication({ ...is, state }, today, { ...at, publishedOn });
  const report = (state: Election['state'], reportedOn: string) =>
    decideReport({ ...is, state }, today, { ...at, reportedOn });
  test.each([
    ['ELECTION_STATE_WRONG', () => review('REPLY_OK', '2026-05-20')],
    ['IN_FUTURE', () => review('CANDIDATES_PROPOSED', '2026-08-01')],
    ['REVIEWED_BEFORE_REPLY', () => review('CANDIDATES_PROPOSED', '2026-05-09')],
    ['ELECTION_STATE_WRONG', () => publish('CANDIDATES_PROPOSED', '2026-05-25')],
    ['IN_FUTURE', () => publish('CANDIDATES_REVIEWED', '2026-08-01')],
    ['PUBLISHED_BEFORE_REVIEW', () => publish('CANDIDATES_REVIEWED', '2026-05-19')],
    ['ELECTION_STATE_WRONG', () => report('FAILED', '2026-06-20')],
    ['IN_FUTURE', () => report('COUNTED', '2026-08-01')],
    ['REPORTED_BEFORE_MEETING', () => report('COUNTED', '2026-06-17')],
  ])('%s', (code, act) => expect(act).toThrow(refusal(code)));
  test('each leads on', () => {
    expect(review('CANDIDATES_PROPOSED', '2026-05-10').state).toBe('CANDIDATES_REVIEWED');
    expect(publish('CANDIDATES_REVIEWED', '2026-05-20').state).toBe('CANDIDATES_PUBLISHED');
    expect(report('COUNTED', '2026-06-18').state).toBe('RESULT_REPORTED');
  });
});

describe('postponement', () => {
  const planned = {
    state: 'REPLY_OK' as const,
    plannedOn: '2026-06-18',
    postponedUntil: null,
    requestedOn: '2026-05-01',
  };
  const ask = { electionId: 'e-1', until: '2026-12-18', replyDocNo: '批', expectedVersion: 1 };
  test.each([
    ['ELECTION_STATE_WRONG', { ...planned, state: 'COUNTED' as const }, ask],
    ['NOT_LATER', planned, { ...ask, until: '2026-06-18' }],
    ['NOT_LATER', { ...planned, postponedUntil: '2026-12-18' }, ask],
    ['POSTPONED_TOO_LONG', planned, { ...ask, until: '2026-12-19' }],
    [
      'POSTPONED_TOO_LONG',
      { ...planned, state: 'POSTPONED' as const, postponedUntil: '2026-12-18' },
      { ...ask, until: '2026-12-20' },
    ],
  ])('refuses %s', (code, is, asked) => {
    expect(() => decidePostponement(is, asked)).toThrow(refusal(code));
  });
  test('six months are allowed', () => {
    expect(decidePostponement(planned, ask)).toMatchObject({
      state: 'POSTPONED',
      postponedUntil: '2026-12-18',
    });
  });
  test.each([
    ['2026-06-18', 6, '2026-12-18'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s and %i months: %s', (from, months, to) => expect(monthsLater(from, months)).toBe(to));
});

test('the spans of the due states are the due states of the kernel, day by day', () => {
  const reminders = policyOn(KERNEL_POLICY, 'term.reminders', today);
  for (let days = -400; days <= 400; days += 1) {
    const end = addDays(today, days);
    const inside = DUE_STATES.filter((state) => {
      const { from, to } = spanOf(state, today, reminders);
      return from <= end && end <= to;
    });
    expect(inside).toEqual([dueState(end, today, reminders)]);
  }
});
