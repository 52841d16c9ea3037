import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { decideTeams } from './record-past-competition.ts';

const person = {
  personName: '李小明',
  idNumber: '32108419000101001X',
  rank: 0,
  prize: '' as const,
};
const team = (people: (typeof person)[]) => ({ unionId: 'u', trade: '焊工', people });

test.each([
  [
    'FIELD_INVALID',
    [
      team(Array.from({ length: 600 }, () => person)),
      team(Array.from({ length: 401 }, () => person)),
    ],
  ],
  ['PAST_PRIZE_UNRANKED', [team([{ ...person, prize: 'FIRST' as never }])]],
  [undefined, [team([person, { ...person, rank: 1, prize: 'FIRST' as never }])]],
])('%s: of teams', (code, teams) => {
  expect(codeOf(() => decideTeams(teams))).toBe(code);
});
