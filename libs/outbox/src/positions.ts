import type pg from 'pg';
import type { NumberedFact } from './outbox.ts';

// The statements of the relay. Only the holder of its lock may run them.

/** The last position given. */
export async function readHead(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ position: string }>(`select position from ${table}_head`);
  return Number(rows[0]?.position ?? 0);
}

/** Gives the next positions to at most `limit` rows that can be seen, in the order they were written; answers the head. */
export async function givePositions(
  client: pg.Client,
  table: string,
  limit: number,
): Promise<number> {
  const { rows } = await client.query<{ position: string }>({
    name: `number ${table}`,
    text: `
      with head as (select position from ${table}_head for update),
      fresh as (select seq from ${table} where position is null order by seq limit $1),
      placed as (select seq, row_number() over (order by seq) as n from fresh),
      numbered as (
        update ${table} as o set position = head.position + placed.n
        from placed, head where o.seq = placed.seq and o.position is null
        returning 1)
      update ${table}_head as h set position = h.position + c.n
      from (select count(*) as n from numbered) as c
      where c.n > 0
      returning h.position`,
    values: [limit],
  });
  return rows[0] ? Number(rows[0].position) : readHead(client, table);
}

/** The rows after a position, in order. */
export async function readWindow(
  client: pg.Client,
  table: string,
  after: number,
  limit: number,
): Promise<NumberedFact[]> {
  const { rows } = await client.query<NumberedFact>({
    name: `window ${table}`,
    text: `
      select id, position, fact, key, data::text as data, traceparent,
        to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time
      from ${table} where position > $1 order by position limit $2`,
    values: [after, limit],
  });
  return rows;
}
