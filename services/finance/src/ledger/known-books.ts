// What the last batch left of a book, so that the next need not read it again. The head of a book's chain is the hash of
// all that was ever written to it: what is known under a head holds for as long as the book has that head, whoever wrote,
// and whether or not the transaction that came to it was committed.
import type { BookState } from './book.ts';

export type KnownBook = Omit<BookState, 'keys' | 'wanted' | 'originals'> & {
  /** Whether the book was found as it was known when it was last looked at: then nobody else seems to write it. */
  isTrusted: boolean;
};

/** Accounts and pots of all books together: some 20 MB. */
const NAMES_MAX = 100_000;

const books = new Map<string, KnownBook>();
let names = 0;

/** Takes it out: whoever works with it changes it, and gives it back under the head that he came to. */
export function takeKnown(unionId: string): KnownBook | undefined {
  const known = books.get(unionId);
  if (!known) return undefined;
  books.delete(unionId);
  names -= sizeOf(known);
  return known;
}

/** The books that were longest not written to make room. */
export function keepKnown(known: KnownBook): void {
  const { unionId } = known;
  takeKnown(unionId);
  const size = sizeOf(known);
  if (size > NAMES_MAX) return;
  for (const [oldest] of books) {
    if (names + size <= NAMES_MAX) break;
    takeKnown(oldest);
  }
  books.set(unionId, known);
  names += size;
}

const sizeOf = ({ accounts, pots }: KnownBook): number => 1 + accounts.size + pots.size;
