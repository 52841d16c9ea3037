import {
  CompetitionEntered,
  CompetitionHeld,
  CompetitionJoined,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { expect, test } from 'vitest';
import {
  movesOfEntered,
  movesOfHeld,
  movesOfJoined,
  recountedCompetitions,
} from './competition-movements.ts';
import { summed, type Movement } from './movements.ts';

const told = (moves: Movement[]): string[] =>
  moves.map(({ indicator, period, dims, delta }) => `${delta} ${indicator} ${period} ${dims}`);
const codes = { kind: 'SKILL', organiserLevel: 'COUNTY' };
const of = { unionId: 'u', heldOn: '2020-06-02', ...codes };
const row = {
  unionId: 'u',
  month: '2020-06',
  prize: '',
  count: 1n,
  frontline: false,
  amountFen: 0n,
  ...codes,
};

test.each<[string, object, string[]]>([
  [
    'a skill contest of the county',
    {},
    [
      '1 skill_competitions_held 2020-06 ',
      '1 skill_competitions_held 2020-06 organiser_level=county',
    ],
  ],
  [
    'of a township',
    { organiserLevel: 'GRASSROOTS' },
    [
      '1 skill_competitions_held 2020-06 ',
      '1 skill_competitions_held 2020-06 organiser_level=grassroots',
    ],
  ],
  [
    'a labour competition',
    { kind: 'LABOUR' },
    [
      '1 labour_competitions_held 2020-06 ',
      '1 labour_competitions_held 2020-06 organiser_level=county',
    ],
  ],
  [
    'one of both sorts',
    { kind: 'MIXED' },
    [
      '1 labour_competitions_held 2020-06 ',
      '1 labour_competitions_held 2020-06 organiser_level=county',
    ],
  ],
  ['a level that is new here', { organiserLevel: 'TOWN' }, ['1 skill_competitions_held 2020-06 ']],
])('held: %s', (_, over, expected) => {
  const fact = CompetitionHeld.fromPartial({ ...of, ...over });
  expect(told(movesOfHeld(fact))).toEqual(expected);
  expect(told(recountedCompetitions({ ...row, ...over, movement: 'held' }))).toEqual(expected);
});

test('what a competition costs, and the project it is held on, told and recounted alike', () => {
  const codesOf = { ...of, kind: 'LABOUR', ofProject: true };
  const fact = CompetitionHeld.fromPartial({ ...codesOf, prizeFen: 70n, organisingFen: 30n });
  const expected = [
    '1 labour_competitions_held 2020-06 ',
    '1 labour_competitions_held 2020-06 organiser_level=county',
    '100 competition_funds_yuan 2020-06 ',
    '1 labour_competition_projects 2020-06 ',
  ];
  expect(told(movesOfHeld(fact))).toEqual(expected);
  const held = { ...row, kind: 'LABOUR' };
  const recounted = [
    ...recountedCompetitions({ ...held, movement: 'held', amountFen: 100n }),
    ...recountedCompetitions({ ...held, movement: 'project_held' }),
  ];
  expect(told(recounted)).toEqual(expected);
});

test.each<[string, object, string[]]>([
  [
    'a contest of the city is joined, and not held',
    { organiserLevel: 'CITY' },
    [
      '1 skill_competitions_joined 2020-06 ',
      '1 skill_competitions_joined 2020-06 organiser_level=city',
    ],
  ],
  ['of labour competitions only those held are counted', { kind: 'LABOUR' }, []],
])('joined: %s', (_, over, expected) => {
  const fact = CompetitionJoined.fromPartial({ ...of, ...over });
  expect(told(movesOfJoined(fact))).toEqual(expected);
  expect(told(recountedCompetitions({ ...row, ...over, movement: 'joined' }))).toEqual(expected);
});

test('what a unit sent and won, told and recounted alike', () => {
  const prizes = [
    { prize: 'FIRST', count: 1 },
    { prize: 'THIRD', count: 2 },
  ];
  const moves = movesOfEntered(CompetitionEntered.fromPartial({ ...of, entries: 5, prizes }));
  expect(told(summed(moves))).toEqual([
    '1 competition_units 2020-06 ',
    '1 competition_units 2020-06 competition_kind=skill',
    '5 competition_participants 2020-06 ',
    '5 competition_participants 2020-06 competition_kind=skill',
    '3 competition_prizes_won 2020-06 ',
    '3 competition_prizes_won 2020-06 organiser_level=county',
    '1 competition_prizes_won 2020-06 prize=first',
    '2 competition_prizes_won 2020-06 prize=third',
  ]);
  const recounted = [
    { ...row, movement: 'unit_entered' },
    { ...row, movement: 'person_entered', count: 5n },
    { ...row, movement: 'prize_won', prize: 'FIRST' },
    { ...row, movement: 'prize_won', prize: 'THIRD', count: 2n },
    { ...row, movement: 'of_tomorrow' },
  ];
  expect(told(summed(recounted.flatMap(recountedCompetitions)))).toEqual(told(summed(moves)));
});

test('what a contest was made of: members of sets, teams and ranks, told and recounted alike', () => {
  const held = CompetitionHeld.fromPartial({
    ...of,
    tradeCodes: ['0a1b', '2c3d', 'x=1;y'],
    regionCodes: ['32', '33'],
    teams: 4,
  });
  const entered = CompetitionEntered.fromPartial({
    ...of,
    organiserLevel: 'CITY',
    industry: 'C36',
    ranks: [
      { rank: 1, count: 1 },
      { rank: 4, count: 2 },
      { rank: 9, count: 1 },
    ],
  });
  const expected = [
    '1 competition_trades 2020-06 trade=0a1b',
    '1 competition_trades 2020-06 trade=2c3d',
    '1 competition_regions 2020-06 region=32',
    '1 competition_regions 2020-06 region=33',
    '4 competition_teams 2020-06 ',
    '4 competition_teams 2020-06 organiser_level=county',
    '1 competition_industries 2020-06 industry=c36',
    '3 competition_rank_achieved 2020-06 ',
    '1 competition_rank_achieved 2020-06 rank=1',
    '1 competition_rank_achieved 2020-06 organiser_level=city;rank=1',
    '2 competition_rank_achieved 2020-06 rank=4',
    '2 competition_rank_achieved 2020-06 organiser_level=city;rank=4',
  ];
  const others = /^\d+ (skill_|competition_(units|participants))/;
  const shown = (moves: Movement[]) =>
    told(summed(moves)).filter((one) => !others.test(one) && one !== '');
  expect(shown([...movesOfHeld(held), ...movesOfEntered(entered)])).toEqual(expected);
  const recounted = [
    ...['0a1b', '2c3d', 'x=1;y'].map((kind) => ({ movement: 'trade_held', kind })),
    ...['32', '33'].map((kind) => ({ movement: 'province_entered', kind })),
    { movement: 'team_entered', count: 4n },
    { movement: 'industry_entered', kind: 'C36' },
    ...[
      ['1', 1n],
      ['4', 2n],
      ['9', 1n],
    ].map(([prize, count]) => ({
      movement: 'rank_achieved',
      organiserLevel: 'CITY',
      prize: String(prize),
      count: BigInt(count ?? 0),
    })),
  ];
  expect(shown(recounted.flatMap((one) => recountedCompetitions({ ...row, ...one })))).toEqual(
    expected,
  );
});
