import { newId } from '@gonglian/kernel/id.ts';
import type { Tx } from '../pipeline.ts';
import type { UnionRecord } from './union-record.ts';

export const CHANGES = [
  'established',
  'renamed',
  'reparented',
  'industrial_parent',
  'merged',
  'split',
  'closing',
  'dissolved',
  'election',
  'covered',
  'uncovered',
  'legal_person',
] as const;
export type Change = (typeof CHANGES)[number];

/**
 * One line of a union's history; `detail` holds names of unions, codes and document numbers, never
 * of persons.
 */
export interface ChangeLine {
  effectiveOn: string;
  what: Change;
  detail: string;
}

/**
 * Notes what happened to a union and makes that its new version. Answers the version the flush will
 * write.
 */
export async function noteChange(tx: Tx, union: UnionRecord, line: ChangeLine): Promise<number> {
  union.lastChangeId = newId();
  await noteChanges(tx, [{ id: union.lastChangeId, unionId: union.id, ...line }]);
  return union.version + 1;
}

/** Notes many at once; the caller writes the ids to the unions as their last change. */
export async function noteChanges(
  tx: Tx,
  lines: readonly (ChangeLine & { id: string; unionId: string })[],
): Promise<void> {
  await tx.sql`
    insert into union_change (id, union_id, effective_on, what, detail, recorded_at)
    select id, "unionId", "effectiveOn", what, detail, ${tx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as c(id uuid, "unionId" uuid, "effectiveOn" date, what text, detail text)`;
}
