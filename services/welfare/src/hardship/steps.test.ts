import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import {
  decidePeers,
  decideVisitors,
  FILE_STATES,
  nextState,
  requireAbove,
  requireAnother,
  requireFiled,
  requireNotOwn,
  STEPS,
  type FileState,
  type FileStep,
} from './steps.ts';

test('from a draft to the register, each step in its turn', () => {
  const way: FileStep[] = [
    'SUBMIT',
    'VISIT',
    'PEER_REVIEW',
    'PUBLISH',
    'REVIEW_ABOVE',
    'MATCH',
    'REVIEW_COUNTY',
    'FILE',
    'RELIEVE',
    'OPEN_VERIFICATION',
    'STAND_IN_RELIEF',
    'PROPOSE_EXIT',
    'EXIT',
    'FOLLOW_UP',
    'REOPEN',
    'SUBMIT',
  ];
  const states = way.reduce<FileState[]>(
    (all, step) => [...all, nextState(step, all.at(-1) ?? 'DRAFT')],
    ['DRAFT'],
  );
  expect(states).toEqual([
    'DRAFT',
    'SUBMITTED',
    'HOME_VISIT',
    'DEMOCRATIC_REVIEW',
    'PUBLICITY_UNIT',
    'UPPER_REVIEW',
    'DATA_MATCH',
    'COUNTY_REVIEW',
    'FILED',
    'IN_RELIEF',
    'ANNUAL_VERIFY',
    'IN_RELIEF',
    'EXIT_PROPOSED',
    'EXITED',
    'EXITED',
    'REOPENED',
    'SUBMITTED',
  ]);
});

// What is skipped names itself, and what is over says only that.
test.each([
  ['VISIT', 'DRAFT', 'SUBMISSION_FIRST'],
  ['VISIT', 'RETURNED', 'SUBMISSION_FIRST'],
  ['PEER_REVIEW', 'SUBMITTED', 'HOME_VISIT_FIRST'],
  ['PUBLISH', 'SUBMITTED', 'HOME_VISIT_FIRST'],
  ['PUBLISH', 'HOME_VISIT', 'DEMOCRATIC_REVIEW_FIRST'],
  ['REVIEW_ABOVE', 'DEMOCRATIC_REVIEW', 'PUBLICITY_FIRST'],
  ['REVIEW_COUNTY', 'SUBMITTED', 'HOME_VISIT_FIRST'],
  ['MATCH', 'PUBLICITY_UNIT', 'UPPER_REVIEW_FIRST'],
  ['MATCH', 'OBJECTION', 'OBJECTION_FIRST'],
  ['REVIEW_ABOVE', 'OBJECTION', 'OBJECTION_FIRST'],
  ['REVIEW_COUNTY', 'UPPER_REVIEW', 'DATA_MATCH_FIRST'],
  ['FILE', 'DATA_MATCH', 'COUNTY_REVIEW_FIRST'],
  ['RELIEVE', 'COUNTY_REVIEW', 'CONFIRMATION_FIRST'],
  ['EXIT', 'FILED', 'HARDSHIP_STATE_WRONG'],
  ['VISIT', 'FILED', 'HARDSHIP_STATE_WRONG'],
  ['SUBMIT', 'REJECTED', 'HARDSHIP_STATE_WRONG'],
  ['RELIEVE', 'EXITED', 'HARDSHIP_STATE_WRONG'],
  ['OPEN', 'DRAFT', 'HARDSHIP_STATE_WRONG'],
] as const)('%s from %s: %s', (step, state, code) => {
  expect(codeOf(() => nextState(step, state))).toBe(code);
});

test('a step leads nowhere but from the states of its row', () => {
  for (const [step, moves] of Object.entries(STEPS) as [FileStep, Record<string, string>][]) {
    const open = FILE_STATES.filter((state) => codeOf(() => nextState(step, state)) === undefined);
    expect({ step, open: open.toSorted() }).toEqual({ step, open: Object.keys(moves).toSorted() });
  }
});

test.each(FILE_STATES.map((state) => [state]))('relief from %s', (state) => {
  const may = state === 'FILED' || state === 'IN_RELIEF';
  expect(codeOf(() => requireFiled(state)) === undefined).toBe(may);
});

const of = { min: 2, memberIds: ['m-1'] };
test.each([
  [['a-1', 'a-2'], undefined],
  [['a-1', 'a-1'], 'HARDSHIP_VISITOR_TWICE'],
  [['a-1'], 'HARDSHIP_VISITORS_FEW'],
  [[], 'HARDSHIP_VISITORS_FEW'],
  [['a-1', 'm-1'], 'HARDSHIP_OWN_FILE'],
])('visited by %o: %s', (visitors, code) => {
  expect(codeOf(() => decideVisitors(visitors, of))).toBe(code);
});

const rule = { presentMin: 3, passAbove: { numerator: 1, denominator: 2 } };
test.each<[number, number, number, number, string | undefined]>([
  [9, 5, 3, 1, undefined],
  [8, 4, 4, 0, 'HARDSHIP_PEERS_AGAINST'],
  [2, 2, 0, 0, 'HARDSHIP_PEERS_FEW'],
  [9, 9, 1, 0, 'HARDSHIP_VOTES_WRONG'],
  [0, 0, 0, 0, 'HARDSHIP_PEERS_FEW'],
])('%i present, %i for, %i against, %i abstained: %s', (present, agreed, against, none, code) => {
  const votes = {
    presentCount: present,
    agreedCount: agreed,
    againstCount: against,
    abstainedCount: none,
  };
  expect(codeOf(() => decidePeers(votes, rule))).toBe(code);
});

test('who has had a hand in it, whose it is, and who sits below', () => {
  expect(codeOf(() => requireAnother({ id: 'a-1' }, ['a-2']))).toBeUndefined();
  expect(codeOf(() => requireAnother({ id: 'a-1' }, ['a-2', 'a-1']))).toBe('HARDSHIP_SAME_PERSON');
  expect(codeOf(() => requireNotOwn({ member: '' }, ['m-1', '']))).toBeUndefined();
  expect(codeOf(() => requireNotOwn({ member: 'm-1' }, ['m-1']))).toBe('HARDSHIP_OWN_FILE');
  expect(codeOf(() => requireAbove({ scope: 'u-0' }, 'u-1'))).toBeUndefined();
  expect(codeOf(() => requireAbove({ scope: 'u-1' }, 'u-1'))).toBe('HARDSHIP_REVIEW_BELOW');
});
