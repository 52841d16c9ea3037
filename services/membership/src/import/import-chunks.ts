// Rows of an import between the check and the register: some hundreds at a time, sealed as one.
import type { Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';
import type { RowResult } from './foresee-rows.ts';

/** Rows of the sheet in one chunk: what is in memory at a time, and in one transaction. */
export const CHUNK_ROWS = 500;

export interface KeptRow {
  row: number;
  person: Person;
}

const chunkPlace = (importId: string, no: number) => `import_chunk.content.${importId}/${no}`;

/** `rows`: how many rows of the sheet it stands for, with those that were refused. */
export async function insertChunk(
  sql: Sql,
  vault: Vault,
  chunk: { importId: string; no: number; rows: number; kept: readonly KeptRow[] },
): Promise<void> {
  const { importId, no, rows, kept } = chunk;
  const content = vault.seal(JSON.stringify(kept), chunkPlace(importId, no));
  await sql`
    insert into import_chunk (import_id, no, rows, content)
    values (${importId}, ${no}, ${rows}, ${content})`;
}

/** The next one to be taken; undefined where none is left. */
export async function nextChunk(sql: Sql, vault: Vault, importId: string) {
  const [chunk] = await sql<{ no: number; rows: number; content: Buffer }>`
    select no, rows, content from import_chunk
    where import_id = ${importId} and state = 'READY' order by no limit 1`;
  if (chunk === undefined) return undefined;
  const { no, rows, content } = chunk;
  return { no, rows, kept: JSON.parse(vault.open(content, chunkPlace(importId, no))) as KeptRow[] };
}

export async function insertResults(
  sql: Sql,
  importId: string,
  results: readonly RowResult[],
): Promise<void> {
  if (results.length === 0) return;
  await sql`
    insert into import_result (import_id, row, code, field, held_by_union_id)
    select ${importId}, row, code, field, nullif(held, '')::uuid
    from unnest(${results.map(({ row }) => row)}::int[], ${results.map(({ code }) => code)}::text[],
      ${results.map(({ field }) => field)}::text[],
      ${results.map(({ heldByUnionId }) => heldByUnionId)}::text[]) as n(row, code, field, held)`;
}
