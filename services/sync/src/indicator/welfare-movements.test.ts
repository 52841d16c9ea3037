import * as facts from '@gonglian/contracts/welfare.ts';
import { expect, test } from 'vitest';
import { movesOfRelief, onReliefFacts, type ReliefFact } from '../cell/on-relief-facts.ts';
import {
  movesOfCases,
  movesOfHotline,
  onCaseFacts,
  onHotlineFacts,
  type CaseFact,
  type HotlineFact,
} from '../cell/on-rights-facts.ts';
import {
  movesOfRecuperation,
  movesOfWork,
  onRecuperationFacts,
  onWorkFacts,
  type RecuperationFact,
  type WorkFact,
} from '../cell/on-service-facts.ts';
import { movesOfVenues, onVenueFacts, type VenueFact } from '../cell/on-venue-facts.ts';
import { movesOfVisits, onVisitFacts, type VisitFact } from '../cell/on-visit-facts.ts';
import { INDICATORS, type IndicatorSpec } from './catalogue.ts';
import { canonicalDims } from './dims.ts';
import { summed, type Movement } from './movements.ts';
import { toldHelp } from './told-help.ts';
import { recountedWelfare } from './welfare-movements.ts';

const told = (moves: Movement[]): string[] =>
  summed(moves)
    .map(({ indicator, period, dims, delta }) => `${period} ${delta} ${indicator} ${dims}`)
    .toSorted();

/** Each area knows its own facts and answers nothing for another's. */
function movesOf(fact: unknown): Movement[] {
  return [
    movesOfVisits(fact as VisitFact),
    movesOfRelief(fact as ReliefFact),
    movesOfHotline(fact as HotlineFact),
    movesOfCases(fact as CaseFact),
    movesOfRecuperation(fact as RecuperationFact),
    movesOfWork(fact as WorkFact),
    movesOfVenues(fact as VenueFact),
  ].flatMap((moves: Movement[] | undefined) => moves ?? []);
}

const ALL = toldHelp('u');
const REACTIONS = [
  onVisitFacts,
  onReliefFacts,
  onHotlineFacts,
  onCaseFacts,
  onRecuperationFacts,
  onWorkFacts,
  onVenueFacts,
];

test.each(ALL)('$type.name: $what, told and recounted alike', ({ type, data, helped, cells }) => {
  const expected = cells.map((cell) => `2023-01 ${cell}`).toSorted();
  expect(told(movesOf({ name: type.name, data }))).toEqual(expected);
  expect(told(helped.flatMap(recountedWelfare))).toEqual(expected);
});

test('each fact that is heard is among these, and each row of theirs is written in one way', () => {
  const heard = REACTIONS.flatMap((reaction) => reaction.facts.map(({ name }) => name));
  expect(new Set(ALL.map(({ type }) => type.name))).toEqual(new Set(heard));
  const dims = ALL.flatMap(({ cells }) => cells).map((cell) => cell.split(' ')[2] ?? '');
  expect(dims.filter((one) => canonicalDims(one) !== one)).toEqual([]);
});

test('every indicator of welfare that has cells is moved by something, by the dimensions it names', () => {
  const keys = new Map<string, Set<string>>();
  for (const cell of ALL.flatMap(({ cells }) => cells)) {
    const [, indicator = '', dims = ''] = cell.split(' ');
    const known = keys.get(indicator) ?? new Set();
    for (const pair of dims.split(';').filter(Boolean)) known.add(pair.split('=')[0] ?? '');
    keys.set(indicator, known);
  }
  const all: readonly IndicatorSpec[] = INDICATORS;
  const ofWelfare = all.filter(({ service, share }) => service === 'welfare' && !share);
  const named = ofWelfare.map(({ code, dims }) => [code, [...dims].toSorted()]);
  const moved = [...keys].map(([code, of]) => [code, [...of].toSorted()]);
  expect(Object.fromEntries(moved)).toEqual(Object.fromEntries(named));
});

test('what is a figure of nobody is heard by nobody', () => {
  const heard = REACTIONS.flatMap((reaction): readonly unknown[] => reaction.facts);
  for (const fact of [facts.mutualAidPublished, facts.workOrderTold, facts.jobFollowedUp])
    expect(heard).not.toContain(fact);
});

test('a movement of another version is passed over', () => {
  const row = ALL[0]?.helped[0];
  expect(row && recountedWelfare({ ...row, movement: 'of_tomorrow' })).toEqual([]);
  expect(row && recountedWelfare({ ...row, movement: 'toString' })).toEqual([]);
});
