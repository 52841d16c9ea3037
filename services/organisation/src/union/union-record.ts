import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { UnionKind, UnionLevel } from '@gonglian/kernel/union.ts';
import { defineEntity, LockMode, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

export const STORED_STATUSES = ['PREPARING', 'ACTIVE', 'CLOSING', 'MERGED', 'DISSOLVED'] as const;
export type StoredStatus = (typeof STORED_STATUSES)[number];

export const UnionRecordSchema = defineEntity({
  name: 'UnionRecord',
  tableName: 'union_record',
  properties: {
    id: p.uuid().primary(),
    /** Name and parents as last decided; by date they stand in union_name and union_parent. */
    name: p.text(),
    level: p.text().$type<UnionLevel>(),
    kind: p.text().$type<UnionKind>(),
    status: p.text().$type<StoredStatus>(),
    /** The parent that counts it; null for the node's root alone. */
    parentId: p.uuid().nullable(),
    industrialParentId: p.uuid().nullable(),
    regionCode: p.text(),
    uscc: p.text().nullable(),
    certificateNo: p.text().nullable(),
    registeredOn: p.date().nullable(),
    hostName: p.text().nullable(),
    hostUscc: p.text().nullable(),
    unitType: p.text().nullable(),
    industry: p.text().nullable(),
    hostEmployeeCount: p.integer(),
    establishedOn: p.date(),
    approvalDocNo: p.text().nullable(),
    closingOn: p.date().nullable(),
    dissolvedOn: p.date().nullable(),
    successorId: p.uuid().nullable(),
    termNo: p.integer(),
    termYears: p.integer().nullable(),
    termStart: p.date().nullable(),
    termEnd: p.date().nullable(),
    /** The entry of the change log behind this version; another one makes another version. */
    lastChangeId: p.uuid(),
    version: p.integer().version(),
  },
});
export class UnionRecord extends UnionRecordSchema.class {}
UnionRecordSchema.setClass(UnionRecord);

/** What the rules look at; dates are 'YYYY-MM-DD'. */
export type Standing = Pick<
  UnionRecord,
  'id' | 'level' | 'kind' | 'status' | 'parentId' | 'establishedOn' | 'regionCode' | 'termNo'
>;

/**
 * The union at the version the caller has seen; otherwise not_found NOT_FOUND or stale
 * VERSION_MOVED.
 */
export function unionAt(em: EntityManager, id: string, version: number): Promise<UnionRecord> {
  return em.findOneOrFail(UnionRecord, id, {
    lockMode: LockMode.OPTIMISTIC,
    lockVersion: version,
  });
}

/** The union whatever its version; otherwise not_found NOT_FOUND naming it. */
export async function unionOf(em: EntityManager, id: string): Promise<UnionRecord> {
  const union = await em.findOne(UnionRecord, id);
  if (!union) throw notFound('NOT_FOUND', { unionId: id });
  return union;
}

/** Refused UNION_NOT_ACTIVE for a union that is closing or has ended. */
export function requireActive(union: Pick<Standing, 'status'>): void {
  if (union.status !== 'ACTIVE') throw refused('UNION_NOT_ACTIVE', { status: union.status });
}

/** Refused ROOT_UNION_FIXED: the federation that runs the node neither moves nor ends here. */
export function requireNotRoot(union: Pick<Standing, 'id'>, rootUnionId: string): void {
  if (union.id === rootUnionId) throw refused('ROOT_UNION_FIXED');
}

/** Refused EFFECTIVE_BEFORE_FOUNDING: nothing happens to a union before it exists. */
export function requireFounded(union: Pick<Standing, 'establishedOn'>, on: string): void {
  const { establishedOn } = union;
  if (on < establishedOn) throw refused('EFFECTIVE_BEFORE_FOUNDING', { establishedOn });
}

/** Refused IN_FUTURE naming the field: what is reported as done cannot lie ahead. */
export function requireDone(field: string, on: string, today: string): void {
  if (on > today) throw refused('IN_FUTURE', { field, on, today });
}
