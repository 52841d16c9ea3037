import type { AccountSet } from '@gonglian/kernel/chart.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { texts } from '@gonglian/service/binary-arrays.ts';
import type { AccountState, BookState, PotState } from './book.ts';
import { accountKey, potKey } from './check-voucher.ts';
import { takeKnown, type KnownBook } from './known-books.ts';
import { mirrorOf } from './mirror.ts';
import { readOriginals } from './read-originals.ts';
import type { AccountRef, PotRef, VoucherToPost } from './voucher.ts';

/** A list of each column, null where there is no row: half the work of a list of rows. */
type Columns<Names extends readonly string[]> = { [Name in keyof Names]: number[] | null };

/** As ledger_open answers. */
interface Opened {
  bookId: number;
  accountSet: AccountSet;
  lastNo: number;
  lastAccountNo: number;
  lastPotNo: number;
  lastBlockNo: number;
  head: string;
  closedThrough: string;
  postedMs: number;
  periods: [period: string, lastNo: number, reopened: boolean][] | null;
  keys:
    | [key: string[], requestHash: string[], no: number[], period: string[], periodNo: number[]]
    | [null];
  accounts: Columns<['n', 'no', 'balanceFen', 'version']>;
  pots: Columns<['n', 'no', 'inFen', 'outFen']>;
}

interface Opening {
  sql: Sql;
  now: Date;
  /** A book that is known need not be asked for: it is checked when it is written. The keys must be new. */
  hopes?: boolean;
}

export type OpenBook = BookState & Pick<KnownBook, 'isTrusted'>;

/** Locks a union's book until the transaction ends, and reads of it what these vouchers need. */
export async function openBook(
  tx: Opening,
  unionId: string,
  vouchers: readonly VoucherToPost[],
): Promise<OpenBook> {
  const wanted = new Set(vouchers.flatMap(({ reversesNo }) => reversesNo ?? []));
  if (wanted.size === 0) return readBook(tx, unionId, vouchers, namedBy(vouchers));
  // What is taken back names accounts and pots that its reversal need not name: so the book is locked first.
  await askBook(tx.sql, unionId, [], namedBy([]));
  const originals = await readOriginals(tx.sql, unionId, [...wanted]);
  const named = namedBy([...vouchers, ...[...originals.values()].map(mirrorOf)]);
  return { ...(await readBook(tx, unionId, vouchers, named)), wanted, originals };
}

/** Asks for what is not known yet; for all of it where the book is not the one that was known. */
async function readBook(
  { sql, now, hopes = false }: Opening,
  unionId: string,
  vouchers: readonly VoucherToPost[],
  named: Named,
): Promise<OpenBook> {
  const known = takeKnown(unionId);
  if (!known) return toState(unionId, await askBook(sql, unionId, vouchers, named), named, now);
  const missing = {
    accounts: named.accounts.filter((ref) => !known.accounts.has(accountKey(ref))),
    pots: named.pots.filter((ref) => !known.pots.has(potKey(ref))),
  };
  const isAllKnown = missing.accounts.length + missing.pots.length === 0;
  if (hopes && known.isTrusted && isAllKnown) return hoped(known, now);
  const opened = await askBook(sql, unionId, vouchers, missing);
  if (opened.head === known.head) return toState(unionId, opened, missing, now, known);
  return toState(unionId, await askBook(sql, unionId, vouchers, named), named, now);
}

function hoped(known: KnownBook, now: Date): OpenBook {
  const postedMs = Math.max(known.postedMs, now.getTime());
  return { ...known, postedMs, keys: new Map(), wanted: new Set(), originals: new Map() };
}

interface Named {
  accounts: AccountRef[];
  pots: PotRef[];
}

function namedBy(lines: readonly Pick<VoucherToPost, 'legs' | 'moves'>[]): Named {
  const accounts = new Map<string, AccountRef>();
  const pots = new Map<string, PotRef>();
  for (const { legs, moves } of lines) {
    for (const { account } of legs) accounts.set(accountKey(account), account);
    for (const { from, to } of moves) pots.set(potKey(from), from).set(potKey(to), to);
  }
  return { accounts: [...accounts.values()], pots: [...pots.values()] };
}

async function askBook(
  sql: Sql,
  unionId: string,
  vouchers: readonly VoucherToPost[],
  { accounts, pots }: Named,
): Promise<Opened> {
  const [row] = await sql<{ book: Opened | null }>`
    select finance.ledger_open(${unionId}::uuid, ${texts(vouchers, ({ key }) => key)},
      ${texts(accounts, ({ code }) => code)}, ${texts(accounts, ({ partyId = '' }) => partyId)},
      ${texts(accounts, ({ project = '' }) => project)}, ${texts(accounts, ({ mark = '' }) => mark)},
      ${texts(pots, ({ kind }) => kind)}, ${texts(pots, ({ key }) => key)},
      ${texts(pots, ({ bank = '' }) => bank)}) as book`;
  if (!row?.book) throw notFound('UNION_UNKNOWN', { unionId });
  return row.book;
}

function toState(
  unionId: string,
  opened: Opened,
  asked: Named,
  now: Date,
  known?: KnownBook,
): OpenBook {
  const accounts = known?.accounts ?? new Map<string, AccountState>();
  const pots = known?.pots ?? new Map<string, PotState>();
  enter(accounts, opened.accounts, asked.accounts.map(accountKey), (no, balanceFen, version) => ({
    no,
    balanceFen,
    version,
  }));
  enter(pots, opened.pots, asked.pots.map(potKey), (no, inFen, outFen) => ({ no, inFen, outFen }));
  const periods = opened.periods ?? [];
  return {
    ...opened,
    unionId,
    isTrusted: known !== undefined,
    postedMs: Math.max(opened.postedMs, now.getTime()),
    reopened: new Set(periods.flatMap(([period, , reopened]) => (reopened ? period : []))),
    periodCounts: new Map(periods.map(([period, lastNo]) => [period, lastNo])),
    keys: keysOf(opened),
    accounts,
    pots,
    wanted: new Set(),
    originals: new Map(),
  };
}

function keysOf({ keys: [keys, hashes, nos, periods, periodNos] }: Opened): BookState['keys'] {
  const known: BookState['keys'] = new Map();
  for (const [n, key] of (keys ?? []).entries())
    known.set(key, {
      requestHash: hashes?.[n] ?? '',
      no: nos?.[n] ?? 0,
      period: periods?.[n] ?? '',
      periodNo: periodNos?.[n] ?? 0,
    });
  return known;
}

/** The first column says which of those that were asked about a row is. */
function enter<State>(
  known: Map<string, State>,
  [places, nos, seconds, thirds]: Columns<[string, string, string, string]>,
  keys: readonly string[],
  state: (no: number, second: number, third: number) => State,
): void {
  for (const [n, place] of (places ?? []).entries())
    known.set(keys[place - 1] ?? '', state(nos?.[n] ?? 0, seconds?.[n] ?? 0, thirds?.[n] ?? 0));
}
