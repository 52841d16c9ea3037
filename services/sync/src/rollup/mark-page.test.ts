import { RollupRow } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { expect, test } from 'vitest';
import { INDICATORS, SENSITIVE, type IndicatorSpec } from '../indicator/catalogue.ts';
import { markPage } from './mark-page.ts';

const ALL: readonly IndicatorSpec[] = INDICATORS;
const row = (indicator: string, dims: string, subtree: number, own: number, ...parts: number[]) =>
  RollupRow.fromPartial({
    indicator,
    dims,
    subtree: BigInt(subtree),
    own: BigInt(own),
    partValues: parts.map(BigInt),
  });
const marked = (rows: RollupRow[], undivided = false): string[] =>
  [...markPage(ALL, rows, new Map(), undivided)].map(
    ([key, { subtree, own, parts }]) =>
      `${key}: ${[subtree, own, ...parts].map((mark) => mark || '-').join(' ')}`,
  );

test('what is small in a town is hidden with another, and by its "of which"', () => {
  const rows = [
    row('hardship_aid_persons', '', 60, 20, 22, 18),
    row('hardship_aid_persons', 'aid_kind=living', 41, 12, 20, 9),
    row('hardship_aid_persons', 'aid_kind=tuition', 19, 8, 2, 9),
  ];
  expect(marked(rows)).toEqual([
    'hardship_aid_persons : - - - -',
    'hardship_aid_persons aid_kind=living: - COVERED COVERED -',
    'hardship_aid_persons aid_kind=tuition: - COVERED SMALL -',
    'tuition_aid_students : - COVERED SMALL -',
  ]);
});

test('money goes with those it went to, and the same number by another name', () => {
  const rows = [
    row('hardship_aid_persons', '', 19, 8, 2, 9),
    row('hardship_aid_persons', 'aid_kind=tuition', 19, 8, 2, 9),
    row('hardship_aid_yuan', '', 1_900, 800, 200, 900),
    row('hardship_aid_yuan', 'aid_kind=tuition', 1_900, 800, 200, 900),
    row('tuition_aid_students', '', 19, 8, 2, 9),
    row('tuition_aid_yuan', '', 1_900, 800, 200, 900),
  ];
  const marks = marked(rows);
  expect(marks).toHaveLength(6);
  for (const one of marks) expect(one).toMatch(/: - COVERED SMALL -$/);
});

test('a town of its own, and what is no matter of people in need', () => {
  expect(marked([row('legal_aid_cases', '', 4, 4), row('hotline_calls', '', 1, 1)], true)).toEqual([
    'legal_aid_cases : SMALL SMALL',
  ]);
});

test('each sensitive indicator names what there is', () => {
  for (const { sensitive } of ALL) {
    const named = [sensitive?.heads, sensitive?.as?.indicator].filter((one) => one !== undefined);
    for (const one of named) expect(SENSITIVE).toContain(one);
  }
  expect(SENSITIVE).toContain('hardship_households_total');
  expect(SENSITIVE).not.toContain('summer_cooling_persons');
});
