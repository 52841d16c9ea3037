// What this service knows of unions, from organisation's facts, and whether one may take members.
import { isUnionKind, admitsMembers } from '@gonglian/kernel/union.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export interface UnionState {
  unionId: string;
  name: string;
  kind: string;
  status: 'ACTIVE' | 'CLOSING' | 'DISSOLVED';
}

/**
 * The union, locked against closing until the transaction ends; undefined where no fact has named
 * it.
 */
export async function findUnion(sql: Sql, unionId: string): Promise<UnionState | undefined> {
  const [union] = await sql<UnionState>`
    select union_id as "unionId", name, kind, status from union_state
    where union_id = ${unionId} for share`;
  return union;
}

/**
 * The union, where somebody may become a member of it; otherwise UNION_UNKNOWN,
 * UNION_ADMITS_NO_MEMBERS, UNION_CLOSING or UNION_NOT_ACTIVE. Only grassroots unions hold
 * memberships (domain §1.1).
 */
export function requireAdmitting(union: UnionState | undefined, unionId: string): UnionState {
  if (union === undefined) throw notFound('UNION_UNKNOWN', { unionId });
  if (!isUnionKind(union.kind) || !admitsMembers(union.kind)) {
    throw refused('UNION_ADMITS_NO_MEMBERS', { unionId, kind: union.kind });
  }
  if (union.status === 'CLOSING') throw refused('UNION_CLOSING', { unionId });
  if (union.status !== 'ACTIVE') throw refused('UNION_NOT_ACTIVE', { unionId });
  return union;
}
