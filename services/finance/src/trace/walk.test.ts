import { describe, expect, test } from 'vitest';
import { stepOf, walked } from './trace-book.ts';
import { clipped, follow, leftOver, type Hop, type Piece } from './walk.ts';

const own = { kind: 'own', key: '', bank: 'b' } as const;
const payer = { kind: 'payer', key: 'u', bank: '' } as const;
const recipient = { kind: 'recipient', key: 'r', bank: '' } as const;

/** 40 fen of a move of 100, from the 30th on. */
const hop = (over: Partial<Hop>): Hop => ({
  depth: 2,
  at: 7,
  fen: 40,
  skip: 30,
  no: 3,
  n: 1,
  from: own,
  to: own,
  after: 7,
  leads: 'POT',
  ...over,
});

describe('what follows upon a move', () => {
  test.each(['BACK', 'FORWARD'] as const)(
    '%s within the book: the same fen of the next purse',
    (direction) => {
      expect(follow(hop({}), direction)).toMatchObject({
        piece: { at: 7, fen: 40, depth: 2, leads: 'POT', ref: own },
      });
    },
  );

  test.each([
    ['BACK', { from: payer }, { kind: 'payer', ref: payer }],
    ['FORWARD', { to: recipient }, { kind: 'recipient', ref: recipient }],
  ] as const)('%s out of the book: an end', (direction, over, end) => {
    expect(follow(hop({ ...over, leads: '' }), direction)).toMatchObject({
      end: { at: 7, fen: 40, reason: '', depth: 2, ...end },
    });
  });

  test.each([
    ['BACK', { from: recipient }],
    ['FORWARD', { to: recipient }],
  ] as const)('%s out of the book, of a reversal: its other half', (direction, over) => {
    expect(follow(hop({ ...over, leads: 'HALF' }), direction)).toMatchObject({
      piece: { at: 7, fen: 40, leads: 'HALF', last: { no: 3 } },
    });
  });
});

describe('what no move was found for', () => {
  const piece: Piece = { at: 10, fen: 30, depth: 1, last: null, leads: 'POT', ref: own };
  const half: Piece = { at: 10, fen: 30, depth: 1, last: null, leads: 'HALF', ref: recipient };
  const found = (at: number, fen: number) => hop({ at, fen });

  test.each([
    ['nothing is left', 'FORWARD', piece, [found(10, 30)], []],
    ['the rest lies there', 'FORWARD', piece, [found(10, 20)], [[30, 10, 'pot', '']]],
    ['all of it lies there', 'FORWARD', piece, [], [[10, 30, 'pot', '']]],
    ['the rest never came', 'BACK', piece, [found(10, 20)], [[30, 10, 'gap', 'INTERVAL_MISSING']]],
    [
      'a hole between two',
      'FORWARD',
      piece,
      [found(10, 5), found(20, 20)],
      [[15, 5, 'gap', 'INTERVAL_MISSING']],
    ],
    [
      'a hole before the first',
      'BACK',
      piece,
      [found(12, 28)],
      [[10, 2, 'gap', 'INTERVAL_MISSING']],
    ],
    ['another reversal', 'BACK', half, [], [[10, 30, 'gap', 'REVERSAL_UNLIKE']]],
  ] as const)('%s', (_, direction, of, hops, ends) => {
    const lost = leftOver(of, hops, direction);
    expect(lost.map(({ at, fen, kind, reason }) => [at, fen, kind, reason])).toEqual(ends);
  });
});

test('a page ends where it ends: what begins later is not there, what goes beyond is cut', () => {
  const things = [
    { at: 0, fen: 10 },
    { at: 10, fen: 10 },
    { at: 20, fen: 10 },
  ];
  expect(clipped(things, 15)).toEqual([
    { at: 0, fen: 10 },
    { at: 10, fen: 5 },
  ]);
});

test('a step: each piece has its own hops, and what they do not cover is lost', () => {
  const pieces: Piece[] = [
    { at: 0, fen: 40, depth: 0, last: null, leads: 'POT', ref: own },
    { at: 40, fen: 40, depth: 0, last: null, leads: 'POT', ref: own },
  ];
  const found = [
    hop({ at: 0, after: 0, from: payer, leads: '' }),
    hop({ at: 50, after: 40, fen: 30 }),
  ];
  const { ends, pieces: next } = stepOf(pieces, found, 'BACK');
  expect(ends).toMatchObject([
    { kind: 'payer', at: 0, fen: 40 },
    { kind: 'gap', at: 40, fen: 10 },
  ]);
  expect(next).toMatchObject([{ leads: 'POT', at: 50, fen: 30 }]);
});

test('the page ends at the first hop that does not fit, whichever step it is of; the others are cut there', () => {
  const start = { no: 9, n: 0 };
  const seed = hop({ depth: 0, at: 0, after: 0, fen: 60 });
  const step = (at: number) => hop({ depth: 1, at, after: 0, fen: 20, from: payer, leads: '' });
  const way = {
    wholeFen: 60,
    hops: [seed, step(0), step(20), step(40)],
    vouchers: new Map(),
    receipts: [],
    lines: [],
    settlements: [],
    befores: [],
    unions: [],
  };
  const page = (limit: number, to = 0) => {
    const traced = walked(way, { direction: 'BACK', start, from: 0, to, limit });
    return [traced.to, traced.hops.map(({ fen }) => fen), traced.ends.map(({ fen }) => fen)];
  };
  expect(page(3)).toEqual([60, [60, 20, 20, 20], [20, 20, 20]]);
  expect(page(2)).toEqual([40, [40, 20, 20], [20, 20]]);
  expect(page(1)).toEqual([20, [20, 20], [20]]);
  expect(page(3, 50)).toEqual([50, [50, 20, 20, 10], [20, 20, 10]]);
});
