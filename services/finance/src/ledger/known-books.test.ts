import { expect, test } from 'vitest';
import { keepKnown, takeKnown, type KnownBook } from './known-books.ts';

const book = (unionId: string, accounts: number): KnownBook => ({
  unionId,
  head: `head of ${unionId}`,
  accountSet: 'COUNTY',
  lastNo: 0,
  lastAccountNo: accounts,
  lastPotNo: 0,
  lastBlockNo: 0,
  postedMs: 0,
  closedThrough: '',
  reopened: new Set(),
  periodCounts: new Map(),
  accounts: new Map(
    Array.from({ length: accounts }, (_, n) => [`${n}`, { no: n + 1, balanceFen: 0, version: 0 }]),
  ),
  pots: new Map(),
  isTrusted: false,
});

test('who takes a book has it alone', () => {
  keepKnown(book('one', 3));
  expect(takeKnown('one')?.accounts.size).toBe(3);
  expect(takeKnown('one')).toBeUndefined();
});

test('the books that were longest not written make room', () => {
  const names = ['first', 'second', 'third'];
  for (const name of names) keepKnown(book(name, 40_000));
  expect(names.map((name) => takeKnown(name)?.unionId)).toEqual([undefined, 'second', 'third']);
});

test('a book beyond all room is read each time', () => {
  keepKnown(book('small', 10));
  keepKnown(book('vast', 200_000));
  expect(takeKnown('vast')).toBeUndefined();
  expect(takeKnown('small')?.head).toBe('head of small');
});
