import { expect, test } from 'vitest';
import { keepKnown, takeKnown, type KnownBook } from './known-books.ts';

const book = (head: string, accounts: number): KnownBook => ({
  head,
  accounts: new Map(
    Array.from({ length: accounts }, (_, n) => [`${n}`, { no: n + 1, balanceFen: 0, version: 0 }]),
  ),
  pots: new Map(),
});

test('who takes a book has it alone', () => {
  keepKnown('one', book('aa', 3));
  expect(takeKnown('one').accounts.size).toBe(3);
  expect(takeKnown('one')).toEqual({ head: '', accounts: new Map(), pots: new Map() });
});

test('the books that were longest not written make room', () => {
  for (const name of ['first', 'second', 'third']) keepKnown(name, book(name, 40_000));
  expect(['first', 'second', 'third'].map((name) => takeKnown(name).head)).toEqual([
    '',
    'second',
    'third',
  ]);
});

test('a book beyond all room is read each time', () => {
  keepKnown('small', book('bb', 10));
  keepKnown('vast', book('cc', 200_000));
  expect(takeKnown('vast').head).toBe('');
  expect(takeKnown('small').head).toBe('bb');
});
