import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { UnionKind, UnionLevel } from '@gonglian/kernel/union.ts';
import type { Tx } from '../pipeline.ts';
import { noteChanges } from './union-change.ts';

/** A union that is about to exist, checked; null where there is none. */
export interface NewUnion {
  id: string;
  name: string;
  level: UnionLevel;
  kind: UnionKind;
  parentId: string | null;
  industrialParentId: string | null;
  regionCode: string;
  uscc: string | null;
  hostName: string | null;
  hostUscc: string | null;
  unitType: string | null;
  industry: string | null;
  hostEmployeeCount: number;
  establishedOn: string;
  approvalDocNo: string | null;
  termNo: number;
  termYears: number | null;
  termStart: string | null;
  termEnd: string | null;
}

export type Cause = 'founded' | 'enrolled' | 'split' | 'root';

/**
 * Writes the unions in their order, a few statements for however many, and says of each that it
 * exists.
 */
export async function addUnions(tx: Tx, unions: readonly NewUnion[], cause: Cause): Promise<void> {
  if (unions.length === 0) return;
  const rows = unions.map((union) => ({ ...union, changeId: newId() }));
  await insertRecords(tx, rows);
  await insertHistory(tx, rows);
  await noteChanges(
    tx,
    rows.map(({ id, changeId, establishedOn, approvalDocNo }) => ({
      id: changeId,
      unionId: id,
      effectiveOn: establishedOn,
      what: 'established',
      detail: [cause, approvalDocNo].filter(Boolean).join(' '),
    })),
  );
  for (const union of unions) tx.emit(unionEstablished, establishedFact(union, cause));
}

export function establishedFact(union: NewUnion, cause: Cause): UnionEstablished {
  return {
    unionId: union.id,
    name: union.name,
    level: union.level,
    kind: union.kind,
    parentId: union.parentId ?? '',
    industrialParentId: union.industrialParentId ?? '',
    regionCode: union.regionCode,
    unitType: union.unitType ?? '',
    industry: union.industry ?? '',
    establishedOn: union.establishedOn,
    cause,
    approvalDocNo: union.approvalDocNo ?? '',
    version: 1,
    hostUscc: union.hostUscc ?? '',
  };
}

async function insertRecords(
  tx: Tx,
  rows: readonly (NewUnion & { changeId: string })[],
): Promise<void> {
  await tx.sql`
    insert into union_record (id, name, level, kind, parent_id, industrial_parent_id,
      region_code, uscc, host_name, host_uscc, unit_type, industry, host_employee_count, established_on,
      approval_doc_no, term_no, term_years, term_start, term_end, last_change_id)
    select id, name, level, kind, "parentId", "industrialParentId", "regionCode", uscc,
      "hostName", "hostUscc", "unitType", industry, "hostEmployeeCount", "establishedOn",
      "approvalDocNo", "termNo", "termYears", "termStart", "termEnd", "changeId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u(
      id uuid, name text, level text, kind text, "parentId" uuid, "industrialParentId" uuid,
      "regionCode" text, uscc text, "hostName" text, "hostUscc" text, "unitType" text,
      industry text, "hostEmployeeCount" int, "establishedOn" date, "approvalDocNo" text,
      "termNo" int, "termYears" int, "termStart" date, "termEnd" date, "changeId" uuid)`;
}

async function insertHistory(tx: Tx, rows: readonly NewUnion[]): Promise<void> {
  const ids = rows.map((row) => row.id);
  const from = rows.map((row) => row.establishedOn);
  await tx.sql`
    insert into union_name (union_id, name, valid_from)
    select * from unnest(${ids}::uuid[], ${rows.map((row) => row.name)}::text[], ${from}::date[])`;
  await tx.sql`
    insert into union_parent (union_id, line, parent_id, valid_from)
    select id, line, parent_id, valid_from
    from unnest(${ids}::uuid[], ${rows.map((row) => row.parentId)}::uuid[],
      ${rows.map((row) => row.industrialParentId)}::uuid[], ${from}::date[])
      as u(id, territorial, industrial, valid_from)
    cross join lateral (values ('territorial', territorial), ('industrial', industrial))
      as p(line, parent_id)
    where parent_id is not null`;
}
