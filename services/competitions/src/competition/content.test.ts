import { expect, test } from 'vitest';
import { CLASS_POLICY } from './class-policy.ts';
import { CompetitionContent, decideContent } from './content.ts';
import { contest } from './made-competition.ts';

const classes = CLASS_POLICY[0]?.value ?? expect.fail();
const refusedWith = (code: string) => expect.objectContaining({ kind: 'refused', code });
const content = (over: object = {}) => CompetitionContent.parse(contest(over));
const modules = (...weights: number[]) =>
  weights.map((weightBp, n) => ({
    moduleNo: n + 1,
    title: `模块${n}`,
    moduleKind: 'PRACTICAL',
    weightBp,
  }));
const [trade] = contest().trades;
const withModules = (...weights: number[]) => ({
  trades: [{ ...trade, modules: modules(...weights) }],
});
const stage = { stage: 'FINAL', place: '', heldFrom: '2020-06-01', heldTo: '2020-06-02' };

test.each<[string, object]>([
  ['COMPETITION_DATES_REVERSED', { heldFrom: '2020-06-03' }],
  ['COMPETITION_SEASON_OTHER', { season: 2018 }],
  ['COMPETITION_STAGE_OUTSIDE', { stages: [{ ...stage, heldTo: '2020-06-03' }] }],
  ['COMPETITION_STAGE_OUTSIDE', { stages: [{ ...stage, heldFrom: '2020-05-31' }] }],
  ['COMPETITION_DATES_REVERSED', { stages: [{ ...stage, heldFrom: '2020-06-03' }] }],
  ['COMPETITION_CLASS_UNKNOWN', { competitionClass: 0 }],
  ['COMPETITION_CLASS_UNKNOWN', { level: 'NATIONAL', competitionClass: 3 }],
  ['COMPETITION_CLASS_UNKNOWN', { level: 'GRASSROOTS', competitionClass: 3 }],
  ['COMPETITION_CLASS_UNKNOWN', { kind: 'LABOUR', trades: [] }],
  ['COMPETITION_TRADES_MISSING', { trades: [] }],
  ['COMPETITION_TRADES_OF_LABOUR', { kind: 'LABOUR', competitionClass: 0 }],
  ['COMPETITION_TRADE_TWICE', { trades: [trade, trade] }],
  ['COMPETITION_WEIGHTS', withModules(3_000, 6_999)],
  ['COMPETITION_WEIGHTS', withModules(3_000, 7_001)],
  ['COMPETITION_WEIGHTS', withModules()],
  [
    'COMPETITION_MODULE_TWICE',
    { trades: [{ ...trade, modules: [...modules(5_000), ...modules(5_000)] }] },
  ],
  ['COMPETITION_ORGANISER_UNCLEAR', { organiserName: '合成市总工会' }],
  ['COMPETITION_ORGANISER_UNCLEAR', { origin: 'JOINED' }],
])('refused: %s', (code, over) => {
  expect(() => decideContent(content(over), classes, undefined)).toThrow(refusedWith(code));
});

test.each<[string, object]>([
  ['weights that make 10,000', withModules(3_000, 7_000)],
  ['one module', withModules(10_000)],
  ['a labour competition without trades', { kind: 'LABOUR', competitionClass: 0, trades: [] }],
  ['one of a grassroots union, without a class', { level: 'GRASSROOTS', competitionClass: 0 }],
  [
    'a superior’s, scored there',
    { origin: 'JOINED', organiserName: '合成市总工会', ...withModules() },
  ],
  ['a season that ends in the next year', { season: 2019 }],
  ['its stages', { stages: [stage] }],
])('taken: %s', (_, over) => {
  expect(() => decideContent(content(over), classes, undefined)).not.toThrow();
});

test.each<[string, 'CITY' | 'COUNTY', string]>([
  ['COMPETITION_PARENT_NOT_HIGHER', 'COUNTY', '2020-09-01'],
  ['COMPETITION_PARENT_EARLIER', 'CITY', '2020-06-01'],
])('linked upward: %s', (code, level, heldTo) => {
  expect(() => decideContent(content(), classes, { level, heldTo })).toThrow(refusedWith(code));
  expect(() =>
    decideContent(content(), classes, { level: 'CITY', heldTo: '2020-06-02' }),
  ).not.toThrow();
});
