import { honourRevoked } from '@gonglian/contracts/competitions.ts';
import { SafetyCupEntered } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { expect, test } from 'vitest';
import { movesOfHonour, onHonourFacts, type HonourFact } from '../cell/on-honour-facts.ts';
import { movesOfInnovation, type InnovationFact } from '../cell/on-innovation-facts.ts';
import { movesOfLearning, type LearningFact } from '../cell/on-learning-facts.ts';
import { summed, type Movement } from './movements.ts';
import { recountedRecord } from './record-movements.ts';
import { toldRecords } from './told-records.ts';

const told = (moves: Movement[]): string[] =>
  summed(moves)
    .map(({ indicator, period, dims, delta }) => `${period} ${delta} ${indicator} ${dims}`)
    .toSorted();

/** Each area knows its own facts and answers nothing for another's. */
function movesOf(fact: unknown): Movement[] {
  return [
    movesOfHonour(fact as HonourFact),
    movesOfInnovation(fact as InnovationFact),
    movesOfLearning(fact as LearningFact),
  ].flatMap((moves: Movement[] | undefined) => moves ?? []);
}

test.each(toldRecords('u'))(
  '$type.name: $what, told and recounted alike',
  ({ type, data, rows, cells }) => {
    const expected = cells.map((cell) => `2023-01 ${cell}`).toSorted();
    expect(told(movesOf({ name: type.name, data }))).toEqual(expected);
    expect(told(rows.flatMap((row) => recountedRecord(row) ?? []))).toEqual(expected);
  },
);

test('a unit that was entered after the year of the cup counts in its last month', () => {
  const data = SafetyCupEntered.fromPartial({ unionId: 'u', year: 2022, enteredOn: '2023-01-09' });
  const moves = movesOf({ name: 'safety-cup.entered', data });
  expect(told(moves)).toEqual(['2022-12 1 safety_cup_units ']);
});

test('a revocation takes nothing back: nobody listens to it', () => {
  expect(onHonourFacts.facts).not.toContain(honourRevoked);
});

test('a movement of another version is passed over', () => {
  const [record] = toldRecords('u');
  const row = record?.rows[0];
  expect(row && recountedRecord({ ...row, movement: 'of_tomorrow' })).toBeUndefined();
  expect(row && recountedRecord({ ...row, movement: 'toString' })).toBeUndefined();
});
