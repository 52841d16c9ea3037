import { expect, test } from 'vitest';
import { WELDING } from '../competition/made-competition.ts';
import { COMPETITION_STATES } from '../competition/state.ts';
import { decideScores } from './decide-scores.ts';

const asked = {
  state: 'FINAL',
  trade: WELDING as never,
  judges: true,
  benches: new Set([1, 2]),
  moduleNo: 2,
  scored: [1, 2],
} as const;
const refusedWith = (code: string) => expect.objectContaining({ code });

test.each<[string, object]>([
  ['COMPETITION_TRADE_UNKNOWN', { trade: undefined }],
  ['JUDGE_ONLY', { judges: false }],
  ['COMPETITION_MODULE_UNKNOWN', { moduleNo: 3 }],
  ['BENCH_UNKNOWN', { scored: [1, 3] }],
  ['BENCH_TWICE', { scored: [1, 1] }],
])('refused: %s', (code, over) => {
  expect(() => decideScores({ ...asked, ...over })).toThrow(refusedWith(code));
});

test('taken in the two stages alone; after the lock by no means', () => {
  const told = COMPETITION_STATES.map((state) => {
    try {
      return decideScores({ ...asked, state });
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
  const [before, locked] = ['COMPETITION_STATE', 'SCORES_LOCKED'];
  expect(told).toEqual([
    ...Array.from({ length: 5 }, () => before),
    'QUALIFYING',
    'FINAL',
    ...Array.from({ length: 5 }, () => locked),
  ]);
});
