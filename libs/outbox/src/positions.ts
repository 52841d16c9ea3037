import type { ClientBase } from 'pg';
import type { NumberedFact } from './outbox.ts';

// The statements of the relay. Only the holder of its lock may run them.

/**
 * Settings of the relay's session. The planner takes a backlog for a handful of rows and would sort all of it for each
 * window; walking the index costs what the window costs.
 */
export const plannerSettings =
  '-c enable_bitmapscan=off -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off';

/** The last position given. */
export async function readHead(client: ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ position: string }>(`select position from ${table}_head`);
  return Number(rows[0]?.position ?? 0);
}

const columns = `id, position, fact, key, data::text as data, traceparent,
  to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time`;

/**
 * Gives the next positions to at most `limit` rows that can be seen, in the order they were written, and answers those
 * rows: the newest are sent as they are numbered, without being read again.
 */
export async function numberWindow(
  client: ClientBase,
  table: string,
  limit: number,
): Promise<NumberedFact[]> {
  const { rows } = await client.query<NumberedFact>({
    name: `number ${table}`,
    text: `
      with head as (select position from ${table}_head for update),
      fresh as (
        select ctid as at, seq from ${table} where position is null order by seq limit $1),
      placed as (select at, row_number() over (order by seq) as n from fresh),
      numbered as (
        update ${table} as o set position = head.position + placed.n
        from placed, head where o.ctid = placed.at and o.position is null
        returning o.*),
      counted as (select count(*) as n from numbered),
      moved as (update ${table}_head as h set position = h.position + n from counted where n > 0)
      select ${columns} from numbered order by numbered.position`,
    values: [limit],
  });
  return rows;
}

/** The numbered rows after a position, in order. */
export async function readWindow(
  client: ClientBase,
  table: string,
  after: number,
  limit: number,
): Promise<NumberedFact[]> {
  const { rows } = await client.query<NumberedFact>({
    name: `window ${table}`,
    text: `select ${columns} from ${table} where position > $1 order by position limit $2`,
    values: [after, limit],
  });
  return rows;
}
