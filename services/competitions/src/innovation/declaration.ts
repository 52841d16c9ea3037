// A result that was declared for an award of a level, once at each: locked, stepped, shown with its result.
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import { code, expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';
import { RESULT_LEVELS, type DeclarationState } from './innovation-result.ts';

/** What each step names: a result, as it was looked at, and a level. */
export const declarationStep = { resultId: id, expectedVersion, level: code(RESULT_LEVELS) };

/** Locked until the transaction ends. RESULT_UNKNOWN for one out of reach; stale where it has gone on. */
export async function lockResult(
  sql: Sql,
  ask: { resultId: string; expectedVersion: number },
): Promise<{ unionId: string; registeredOn: CalendarDate }> {
  const { resultId } = ask;
  const [row] = await sql<{ unionId: string; registeredOn: CalendarDate; version: number }>`
    select union_id as "unionId", registered_on::text as "registeredOn", version
    from innovation_result where id = ${resultId} for update`;
  if (!row) throw notFound('RESULT_UNKNOWN', { resultId });
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  await sql`update innovation_result set version = version + 1 where id = ${resultId}`;
  return row;
}

/** Of a result that is locked. DECLARATION_UNKNOWN where it was not declared at that level. */
export async function readDeclaration(
  sql: Sql,
  { resultId, level }: { resultId: string; level: string },
): Promise<{ state: DeclarationState; lastOn: CalendarDate }> {
  const [row] = await sql<{ state: DeclarationState; lastOn: CalendarDate }>`
    select state, coalesce(evaluated_on, declared_on)::text as "lastOn"
    from innovation_declaration where result_id = ${resultId} and level = ${level}`;
  if (!row) throw notFound('DECLARATION_UNKNOWN', { level });
  return row;
}
