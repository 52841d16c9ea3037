import { expect, test } from 'vitest';
import { lastMovement } from './latest-year.ts';

const point = (period: string, subtree: string) => ({ period, own: '0', subtree });

test.each([
  [
    'the latest, whichever series it is in',
    [
      ['2020-03', '4'],
      ['2019-12', '9'],
    ],
    '2020-03',
  ],
  [
    'a loss is a movement too',
    [
      ['2020-03', '4'],
      ['2021-01', '-1'],
    ],
    '2021-01',
  ],
  ['nothing where nothing has happened', [['2020-03', '0']], undefined],
  ['nothing of nothing', [], undefined],
] as [string, [string, string][], string | undefined][])('%s', (_, points, period) => {
  expect(lastMovement(points.map(([at, value]) => point(at, value)))).toBe(period);
});
