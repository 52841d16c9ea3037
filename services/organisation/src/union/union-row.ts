import { termEnd, termYearsAllowed } from '@gonglian/kernel/term.ts';
import { isSubdivision, UNION_KINDS, UNION_LEVELS } from '@gonglian/kernel/union.ts';
import {
  code,
  count,
  date,
  id,
  optionalDate,
  optionalId,
  optionalText,
  text,
} from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { regionCode } from '../fields.ts';
import type { Reading } from '../pipeline.ts';
import type { NewUnion } from './new-unions.ts';
import {
  hostFault,
  industrialParentFault,
  placeFault,
  unionCode,
  unitCode,
  type Fault,
  type Parent,
} from './placing.ts';
import { UnionRecord } from './union-record.ts';

// One union as a row of a batch: how it must look, and what else must hold for it to be taken.

export const UnionRow = z.strictObject({
  unionId: id,
  name: text(100),
  level: code(UNION_LEVELS),
  kind: code(UNION_KINDS),
  parentId: id,
  industrialParentId: optionalId,
  regionCode,
  uscc: optionalText(40),
  hostName: optionalText(100),
  hostUscc: optionalText(40),
  unitType: optionalText(3),
  industry: optionalText(5),
  hostEmployeeCount: count,
  establishedOn: date,
  approvalDocNo: optionalText(60),
  termNo: count,
  termYears: count,
  termStart: optionalDate,
});
export type UnionRow = z.output<typeof UnionRow>;

/** What is there already, and what the rows before have brought. */
export interface World {
  today: string;
  unions: Map<string, Parent>;
  usccs: Set<string>;
  /** Codes of units that have a union of their own. */
  hosts: Set<string>;
}

/** The union a row makes, or the first rule it breaks. */
export function decideRow(row: UnionRow, world: World): NewUnion | Fault {
  const own = unionCode(row.uscc);
  const host = unitCode(row.hostUscc);
  const fault =
    placeFault(row, world.unions.get(row.parentId)) ??
    industrialFault(row, world) ??
    hostFault(row) ??
    own.fault ??
    host.fault ??
    takenFault(row, { uscc: own.uscc, hostUscc: host.uscc }, world) ??
    dateFault(row, world.today);
  if (fault) return fault;
  const { unionId, termNo, termYears, termStart, ...rest } = row;
  const term =
    termStart === ''
      ? { termNo, termYears: null, termStart: null, termEnd: null }
      : {
          termNo: Math.max(1, termNo),
          termYears,
          termStart,
          termEnd: termEnd(termStart, termYears),
        };
  return {
    ...rest,
    ...term,
    id: unionId,
    uscc: own.uscc,
    hostUscc: host.uscc,
    industrialParentId: row.industrialParentId || null,
    hostName: row.hostName || null,
    unitType: row.unitType || null,
    industry: row.industry || null,
    approvalDocNo: row.approvalDocNo || null,
  };
}

export function isFault(decided: NewUnion | Fault): decided is Fault {
  return 'code' in decided;
}

/** Lets the rows after count on a union that was taken. */
export function remember(world: World, union: NewUnion): void {
  world.unions.set(union.id, { ...union, status: 'ACTIVE' });
  if (union.uscc) world.usccs.add(union.uscc);
  if (union.hostUscc && union.kind === 'SINGLE_GRASSROOTS') world.hosts.add(union.hostUscc);
}

function industrialFault(row: UnionRow, world: World): Fault | undefined {
  if (row.industrialParentId === '') return undefined;
  return industrialParentFault(world.unions.get(row.industrialParentId));
}

function takenFault(
  row: UnionRow,
  codes: { uscc: string | null; hostUscc: string | null },
  world: World,
): Fault | undefined {
  if (codes.uscc && world.usccs.has(codes.uscc)) return { code: 'USCC_TAKEN', field: 'uscc' };
  if (row.kind !== 'SINGLE_GRASSROOTS' || !codes.hostUscc) return undefined;
  if (!world.hosts.has(codes.hostUscc)) return undefined;
  return { code: 'HOST_HAS_UNION', field: 'hostUscc' };
}

function dateFault(row: UnionRow, today: string): Fault | undefined {
  if (row.establishedOn > today) return { code: 'IN_FUTURE', field: 'establishedOn' };
  if (row.termStart === '' && row.termYears === 0) return undefined;
  if (row.termStart === '') return { code: 'TERM_INCOMPLETE', field: 'termStart' };
  if (row.termStart > today) return { code: 'IN_FUTURE', field: 'termStart' };
  if (isSubdivision(row.kind)) return { code: 'KIND_HAS_NO_TERM', field: 'termStart' };
  if (termYearsAllowed(row.level, row.kind).includes(row.termYears)) return undefined;
  return { code: 'TERM_YEARS_NOT_ALLOWED', field: 'termYears' };
}

/** What of the node's records these rows touch: three look-ups, however many rows. */
export async function loadWorld(
  tx: Reading,
  rows: readonly UnionRow[],
  today: string,
): Promise<World> {
  const ids = rows.flatMap((row) => [row.unionId, row.parentId, row.industrialParentId]);
  const known = await tx.em.find(
    UnionRecord,
    { id: { $in: [...new Set(ids)].filter(Boolean) } },
    { disableIdentityMap: true },
  );
  const own = rows.flatMap((row) => unionCode(row.uscc).uscc ?? []);
  const hosts = rows.flatMap((row) => unitCode(row.hostUscc).uscc ?? []);
  const taken = await tx.sql<{ uscc: string; host: boolean }>`
    select uscc, false as host from union_record where uscc = any(${own}::text[])
    union all
    select host_uscc, true from union_record where host_uscc = any(${hosts}::text[])
      and kind = 'SINGLE_GRASSROOTS' and dissolved_on is null`;
  return {
    today,
    unions: new Map(known.map((union) => [union.id, union])),
    usccs: new Set(taken.filter((row) => !row.host).map((row) => row.uscc)),
    hosts: new Set(taken.filter((row) => row.host).map((row) => row.uscc)),
  };
}
