import { refused } from '@gonglian/kernel/refusal.ts';
import type { Reading, Tx } from '../pipeline.ts';

// Names and parents by date. A change closes the standing row on its day and opens the next one on
// the same day; a row that is succeeded on its own first day stays, standing for no day at all.

/**
 * territorial: the parent that counts the union. industrial: the second line, which counts nothing.
 */
export type Line = 'territorial' | 'industrial';

export interface StandingName {
  name: string;
  since: string;
}

/** The name as last decided. */
export async function standingName(tx: Reading, unionId: string): Promise<StandingName> {
  const [row] = await tx.sql<StandingName>`
    select name, valid_from::text as since from union_name
    where union_id = ${unionId} and valid_to is null`;
  if (!row) throw new Error(`union ${unionId} has no standing name`);
  return row;
}

export interface StandingParent {
  parentId: string | null;
  since: string;
}

/**
 * The parent as last decided on a line, and since when; none since the last one ended, or since
 * ever.
 */
export async function standingParent(
  tx: Reading,
  unionId: string,
  line: Line,
): Promise<StandingParent> {
  const [row] = await tx.sql<StandingParent>`
    select case when valid_to is null then parent_id end as "parentId",
      coalesce(valid_to, valid_from)::text as since
    from union_parent where union_id = ${unionId} and line = ${line} order by seq desc limit 1`;
  return row ?? { parentId: null, since: '0001-01-01' };
}

/**
 * Refused EFFECTIVE_BEFORE_LAST_CHANGE: what is recorded for later days is not rewritten from
 * behind.
 */
export function requireAfterLastChange(effectiveOn: string, since: string): void {
  if (effectiveOn < since) throw refused('EFFECTIVE_BEFORE_LAST_CHANGE', { lastChangedOn: since });
}

/** From `on` the union carries another name. */
export async function succeedName(
  tx: Tx,
  unionId: string,
  name: string,
  on: string,
): Promise<void> {
  await tx.sql`
    update union_name set valid_to = ${on} where union_id = ${unionId} and valid_to is null`;
  await tx.sql`
    insert into union_name (union_id, name, valid_from) values (${unionId}, ${name}, ${on})`;
}

/** From `on` the unions stand below another parent on a line; null: below none. */
export async function succeedParents(
  tx: Tx,
  line: Line,
  unionIds: readonly string[],
  parentId: string | null,
  on: string,
): Promise<void> {
  await tx.sql`
    update union_parent set valid_to = ${on}
    where union_id = any(${unionIds}::uuid[]) and line = ${line} and valid_to is null`;
  if (parentId === null) return;
  await tx.sql`
    insert into union_parent (union_id, line, parent_id, valid_from)
    select id, ${line}, ${parentId}, ${on} from unnest(${unionIds}::uuid[]) as u(id)`;
}
