// What was read of a file waits in chunks, as it is: a line has a row of its own only when something has come of it.
import type { Sql } from '../pipeline.ts';
import type { ReadLine } from './read-line.ts';

export interface Chunk {
  /** From 1, in the order of the file. */
  no: number;
  lines: readonly ReadLine[];
}

export async function keepChunk(
  sql: Sql,
  collectionId: string,
  { no, lines }: Chunk,
): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    insert into collection_chunk (collection_id, no, lines)
    values (${collectionId}, ${no}, ${JSON.stringify(lines)})`;
}

/** The first one after another that is left; undefined where none is. */
export async function nextChunk(
  sql: Sql,
  collectionId: string,
  after: number,
): Promise<Chunk | undefined> {
  const [chunk] = await sql<{ no: number; lines: string }>`
    select no, lines::text as lines from collection_chunk
    where collection_id = ${collectionId} and no > ${after} order by no limit 1`;
  return chunk && { no: chunk.no, lines: JSON.parse(chunk.lines) as ReadLine[] };
}

/** False where somebody else has taken it. */
export async function takeChunk(sql: Sql, collectionId: string, no: number): Promise<boolean> {
  const taken = await sql`
    delete from collection_chunk where collection_id = ${collectionId} and no = ${no} returning 1`;
  return taken.length > 0;
}

export async function dropChunks(sql: Sql, collectionId: string): Promise<void> {
  await sql`delete from collection_chunk where collection_id = ${collectionId}`;
}
