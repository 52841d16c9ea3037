// What records that wait for an answer have alike: found the newest first, locked while they go on, late.
import { chinaDate, daysBetween, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { stale, type Refusal } from '@gonglian/kernel/refusal.ts';
import { limit, optionalId } from './fields.ts';
import { z } from 'zod';
import type { Reading, Sql } from './use-case.ts';

/** What is looked for; null where it does not matter. */
export interface Wanted {
  id: string | null;
  unionId: string | null;
  state: string | null;
  /** Those that should have been answered before this day. */
  lateOn: CalendarDate | null;
  before: string | null;
  limit: number;
}

interface Kind<Row, Name extends string> {
  /** What its id is called. */
  idName: Name;
  find: (sql: Sql, of: Wanted) => Promise<Row[]>;
  /** Locks the row until the transaction ends. */
  hold: (sql: Sql, id: string) => Promise<unknown>;
  /** For one out of reach. */
  unknown: (id: string) => Refusal;
}

interface Page {
  unionId: string;
  state: string;
  cursor: string;
  limit: number;
}

/** What a list is asked for: a state, or OVERDUE. */
export const submissionsOf = <const States extends readonly string[]>(states: States) =>
  z.strictObject({
    unionId: optionalId,
    state: z.string().pipe(z.enum(['', 'OVERDUE', ...states], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  });

export function submissions<
  Name extends string,
  Row extends { version: number } & Record<Name, string>,
>(kind: Kind<Row, Name>) {
  const { idName, find, hold, unknown } = kind;
  const any = { id: null, unionId: null, state: null, lateOn: null, before: null };
  const read = async (sql: Sql, id: string): Promise<Row> => {
    const [row] = await find(sql, { ...any, id, limit: 1 });
    if (!row) throw unknown(id);
    return row;
  };
  return {
    read,

    /** Stale where it has gone on since it was looked at. */
    async lock(sql: Sql, ask: Record<Name, string> & { expectedVersion: number }): Promise<Row> {
      await hold(sql, ask[idName]);
      const row = await read(sql, ask[idName]);
      if (row.version !== ask.expectedVersion)
        throw stale('VERSION_MOVED', { version: row.version });
      return row;
    },

    /** The newest first, as they stand today; `before` names further last days that are asked for like a state. */
    async page(
      { sql, now }: Pick<Reading<unknown>, 'sql' | 'now'>,
      ask: Page,
      before: Readonly<Record<string, CalendarDate>> = {},
    ) {
      const today = chinaDate(now);
      const lateOn = ask.state === 'OVERDUE' ? today : (before[ask.state] ?? null);
      const rows = await find(sql, {
        id: null,
        unionId: ask.unionId || null,
        state: lateOn === null ? ask.state || null : null,
        lateOn,
        before: ask.cursor || null,
        limit: ask.limit,
      });
      const last = rows.length === ask.limit ? rows.at(-1) : undefined;
      return { rows, nextCursor: last?.[idName] ?? '', today };
    },
  };
}

/** Whole days after the last on which it should have been answered; 0 where it was, or still may be. */
export function daysLate(
  { waits, dueOn }: { waits: boolean; dueOn: CalendarDate },
  today: CalendarDate,
): number {
  return waits ? Math.max(0, daysBetween(dueOn, today)) : 0;
}
