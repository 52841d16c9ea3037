// Counts the records again: asks the services that hold them, on the caller's own token.
import { unavailable } from '@gonglian/kernel/refusal.ts';
import { recountedWelfare } from '../indicator/welfare-movements.ts';
import { recountedCompetitions } from '../indicator/competition-movements.ts';
import {
  recountedFinance,
  recountedMembers,
  recountedUnion,
  summed,
  type Movement,
} from '../indicator/movements.ts';
import type { Reading, Sql } from '../pipeline.ts';

const PAGE = 5_000;
/** 300,000 members make some hundred pages; a reader that never ends is a fault. */
const PAGES_MAX = 20_000;

export interface Recounting {
  /** Where the rows are kept while they are compared. */
  sql: Sql;
  run: string;
}

/** Writes what the records say into `recount`; answers how many rows were read. */
export async function recountRecords(
  { own, token }: Pick<Reading, 'own' | 'token'>,
  recounting: Recounting,
): Promise<number> {
  const call = { token };
  const unions = await pages(recounting, async (cursor) => {
    const { rows, nextCursor } = await own.organisation.recountUnions(
      { cursor, limit: PAGE },
      call,
    );
    return { read: rows.length, moves: rows.flatMap(recountedUnion), nextCursor };
  });
  const members = await pages(recounting, async (cursor) => {
    const { rows, nextCursor } = await own.membership.recountMembers({ cursor, limit: PAGE }, call);
    return { read: rows.length, moves: rows.flatMap(recountedMembers), nextCursor };
  });
  const money = await pages(recounting, async (cursor) => {
    const { rows, nextCursor } = await own.finance.recountFinance({ cursor, limit: PAGE }, call);
    return { read: rows.length, moves: rows.flatMap(recountedFinance), nextCursor };
  });
  const contests = await pages(recounting, async (cursor) => {
    const { rows, nextCursor } = await own.competitions.recountCompetitions(
      { cursor, limit: PAGE },
      call,
    );
    return { read: rows.length, moves: rows.flatMap(recountedCompetitions), nextCursor };
  });
  const help = await pages(recounting, async (cursor) => {
    const { rows, nextCursor } = await own.welfare.recountWelfare({ cursor, limit: PAGE }, call);
    return { read: rows.length, moves: rows.flatMap(recountedWelfare), nextCursor };
  });
  return unions + members + money + contests + help;
}

interface Page {
  read: number;
  moves: Movement[];
  nextCursor: string;
}

async function pages(
  recounting: Recounting,
  ask: (cursor: string) => Promise<Page>,
): Promise<number> {
  let read = 0;
  let cursor = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { read: rows, moves, nextCursor } = await ask(cursor);
    read += rows;
    await keep(recounting, summed(moves));
    if (nextCursor === '') return read;
    cursor = nextCursor;
  }
  throw unavailable('RECOUNT_ENDLESS', { pages: PAGES_MAX });
}

async function keep({ sql, run }: Recounting, moves: readonly Movement[]): Promise<void> {
  await sql`
    insert into recount (run, union_id, indicator, dims, period, value)
    select ${run}::uuid, * from unnest(${moves.map((m) => m.unionId)}::uuid[],
      ${moves.map((m) => m.indicator)}::text[], ${moves.map((m) => m.dims)}::text[],
      ${moves.map((m) => m.period)}::text[], ${moves.map((m) => m.delta)}::bigint[])`;
}
