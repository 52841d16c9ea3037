import type { AccountSet } from '@gonglian/kernel/chart.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { texts } from './array-literal.ts';
import type { BookState } from './book.ts';
import { accountKey, potKey } from './check-voucher.ts';
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
  keys: [key: string, requestHash: string, no: number, period: string, periodNo: number][] | null;
  accounts: Columns<['n', 'no', 'balanceFen', 'version']>;
  pots: Columns<['n', 'no', 'inFen', 'outFen']>;
}

/** Locks a union's book until the transaction ends, and reads of it what these vouchers need. */
export async function openBook(
  { sql, now }: { sql: Sql; now: Date },
  unionId: string,
  vouchers: readonly VoucherToPost[],
): Promise<BookState> {
  const wanted = new Set(vouchers.flatMap(({ reversesNo }) => reversesNo ?? []));
  if (wanted.size === 0) {
    const named = namedBy(vouchers);
    return toState(unionId, await askBook(sql, unionId, vouchers, named), named, now);
  }
  // What is taken back names accounts and pots that its reversal need not name: so the book is locked first.
  await askBook(sql, unionId, [], namedBy([]));
  const originals = await readOriginals(sql, unionId, [...wanted]);
  const named = namedBy([...vouchers, ...[...originals.values()].map(mirrorOf)]);
  const opened = await askBook(sql, unionId, vouchers, named);
  return { ...toState(unionId, opened, named, now), wanted, originals };
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
    select finance.ledger_open(${unionId}::uuid, ${texts(vouchers.map(({ key }) => key))}::text[],
      ${texts(accounts.map(({ code }) => code))}::text[],
      ${texts(accounts.map(({ partyId = '' }) => partyId))}::text[],
      ${texts(accounts.map(({ project = '' }) => project))}::text[],
      ${texts(accounts.map(({ mark = '' }) => mark))}::text[],
      ${texts(pots.map(({ kind }) => kind))}::text[], ${texts(pots.map(({ key }) => key))}::text[],
      ${texts(pots.map(({ bank = '' }) => bank))}::text[]) as book`;
  if (!row?.book) throw notFound('UNION_UNKNOWN', { unionId });
  return row.book;
}

function toState(unionId: string, opened: Opened, { accounts, pots }: Named, now: Date): BookState {
  const periods = opened.periods ?? [];
  return {
    ...opened,
    unionId,
    postedMs: Math.max(opened.postedMs, now.getTime()),
    reopened: new Set(periods.flatMap(([period, , reopened]) => (reopened ? period : []))),
    periodCounts: new Map(periods.map(([period, lastNo]) => [period, lastNo])),
    keys: new Map(
      opened.keys?.map(([key, requestHash, no, period, periodNo]) => [
        key,
        { requestHash, no, period, periodNo },
      ]),
    ),
    accounts: byKey(opened.accounts, accounts.map(accountKey), (no, balanceFen, version) => ({
      no,
      balanceFen,
      version,
    })),
    pots: byKey(opened.pots, pots.map(potKey), (no, inFen, outFen) => ({ no, inFen, outFen })),
    wanted: new Set(),
    originals: new Map(),
  };
}

/** The first column says which of those that were asked about a row is. */
function byKey<State>(
  [places, ...columns]: Columns<[string, string, string, string]>,
  keys: readonly string[],
  state: (no: number, second: number, third: number) => State,
): Map<string, State> {
  const [nos, seconds, thirds] = columns;
  return new Map(
    places?.map((place, n) => [
      keys[place - 1] ?? '',
      state(nos?.[n] ?? 0, seconds?.[n] ?? 0, thirds?.[n] ?? 0),
    ]),
  );
}
