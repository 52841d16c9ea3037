import { describe, expect, test } from 'vitest';
import { stepOf } from './trace-book.ts';
import { clipped, follow, leftOver, type Hop, type Piece } from './walk.ts';

const own = { kind: 'own', key: '', bank: 'b' } as const;
const payer = { kind: 'payer', key: 'u', bank: '' } as const;
const recipient = { kind: 'recipient', key: 'r', bank: '' } as const;

/** 40 fen of a move of 100, from the 30th on: it left its source as [500, 600) and reached its target as [70, 170). */
const hop = (over: Partial<Hop>): Hop => ({
  at: 7,
  fen: 40,
  skip: 30,
  no: 3,
  n: 1,
  outStart: 500,
  inStart: 70,
  fromPot: 1,
  from: own,
  toPot: 2,
  to: own,
  other: 0,
  ...over,
});

describe('what follows upon a move', () => {
  test.each([
    ['BACK', { pot: 1, lo: 530 }],
    ['FORWARD', { pot: 2, lo: 100 }],
  ] as const)('%s within the book: the same fen of the next purse', (direction, next) => {
    expect(follow(hop({}), 2, direction)).toMatchObject({
      piece: { at: 7, fen: 40, depth: 2, ...next },
    });
  });

  test.each([
    ['BACK', { from: payer }, { kind: 'payer', ref: payer }],
    ['FORWARD', { to: recipient }, { kind: 'recipient', ref: recipient }],
  ] as const)('%s out of the book: an end', (direction, over, end) => {
    expect(follow(hop(over), 1, direction)).toMatchObject({
      end: { at: 7, fen: 40, reason: '', depth: 1, ...end },
    });
  });

  test.each([
    ['BACK', { from: recipient, other: 9 }],
    ['FORWARD', { to: recipient, other: 9 }],
  ] as const)('%s out of the book, of a reversal: its other half', (direction, over) => {
    expect(follow(hop(over), 1, direction)).toMatchObject({ piece: { half: { no: 3 }, other: 9 } });
  });

  // A purse of the book knows what left it, whoever was meant to have it back.
  test('of a reversal within the book: the purse, and not the other half', () => {
    expect(follow(hop({ other: 9 }), 1, 'BACK')).toMatchObject({ piece: { pot: 1, lo: 530 } });
  });
});

describe('what no move was found for', () => {
  const piece: Piece = { at: 10, fen: 30, depth: 1, last: null, pot: 1, ref: own, lo: 0 };
  const half: Piece = { at: 10, fen: 30, depth: 1, last: null, half: hop({}), other: 9 };
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
    { at: 0, fen: 40, depth: 0, last: null, pot: 1, ref: own, lo: 0 },
    { at: 40, fen: 40, depth: 0, last: null, pot: 2, ref: own, lo: 0 },
  ];
  const found = [
    { hop: hop({ at: 0, from: payer }), piece: 0 },
    { hop: hop({ at: 50, fen: 30 }), piece: 1 },
  ];
  const { hops, ends, pieces: next } = stepOf(pieces, found, 1, 'BACK');
  expect(hops).toHaveLength(2);
  expect(ends).toMatchObject([
    { kind: 'payer', at: 0, fen: 40 },
    { kind: 'gap', at: 40, fen: 10 },
  ]);
  expect(next).toMatchObject([{ pot: 1, at: 50, fen: 30 }]);
});
