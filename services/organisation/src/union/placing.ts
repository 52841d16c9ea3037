import { isIndustry, isUnitType } from '@gonglian/kernel/host.ts';
import { refused, type Refusal, type RefusalDetails } from '@gonglian/kernel/refusal.ts';
import { regionExists, regionWithin } from '@gonglian/kernel/region.ts';
import {
  kindAllowed,
  parentAllowed,
  type UnionKind,
  type UnionLevel,
} from '@gonglian/kernel/union.ts';
import { checkUnionUscc, parseUscc } from '@gonglian/kernel/uscc.ts';
import type { Standing } from './union-record.ts';

// Where a union may stand and what its host may be: the same for an application, an enrolled row
// and a split.

/** A rule that says no, and the field it says no to. */
export interface Fault {
  code: string;
  field: string;
  details?: RefusalDetails;
}

export const asRefusal = ({ code, field, details }: Fault): Refusal =>
  refused(code, { field, ...details });

/** What is known of a union that is to be a parent. */
export type Parent = Pick<Standing, 'level' | 'kind' | 'status' | 'regionCode'>;

export interface Place {
  level: UnionLevel;
  kind: UnionKind;
  regionCode: string;
}

/**
 * KIND_LEVEL_MISMATCH, REGION_UNKNOWN, PARENT_UNKNOWN, PARENT_LEVEL_WRONG, PARENT_NOT_ACTIVE or
 * REGION_OUTSIDE_PARENT.
 */
export function placeFault(place: Place, parent: Parent | undefined): Fault | undefined {
  const { level, kind, regionCode } = place;
  if (!kindAllowed(kind, level)) {
    return { code: 'KIND_LEVEL_MISMATCH', field: 'kind', details: { kind, level } };
  }
  if (!regionExists(regionCode)) {
    return { code: 'REGION_UNKNOWN', field: 'regionCode', details: { regionCode } };
  }
  const field = 'parentId';
  if (!parent) return { code: 'PARENT_UNKNOWN', field };
  if (!parentAllowed(level, parent.level)) {
    return { code: 'PARENT_LEVEL_WRONG', field, details: { level, parentLevel: parent.level } };
  }
  if (parent.status !== 'ACTIVE') {
    return { code: 'PARENT_NOT_ACTIVE', field, details: { status: parent.status } };
  }
  if (!regionWithin(regionCode, parent.regionCode)) {
    const details = { regionCode, parentRegionCode: parent.regionCode };
    return { code: 'REGION_OUTSIDE_PARENT', field: 'regionCode', details };
  }
  return undefined;
}

/**
 * Who may lead others on the industrial line: industries, systems, sectors, and an enterprise
 * group's own union.
 */
const INDUSTRIAL_PARENT_KINDS: readonly UnionKind[] = [
  'INDUSTRIAL',
  'SYSTEM',
  'SECTOR_JOINT_FED',
  'SINGLE_GRASSROOTS',
];

/**
 * INDUSTRIAL_PARENT_UNKNOWN, INDUSTRIAL_PARENT_KIND_WRONG or INDUSTRIAL_PARENT_NOT_ACTIVE (domain
 * row 46).
 */
export function industrialParentFault(
  parent: Pick<Parent, 'kind' | 'status'> | undefined,
): Fault | undefined {
  const field = 'industrialParentId';
  if (!parent) return { code: 'INDUSTRIAL_PARENT_UNKNOWN', field };
  if (!INDUSTRIAL_PARENT_KINDS.includes(parent.kind)) {
    return { code: 'INDUSTRIAL_PARENT_KIND_WRONG', field, details: { kind: parent.kind } };
  }
  if (parent.status === 'ACTIVE') return undefined;
  return { code: 'INDUSTRIAL_PARENT_NOT_ACTIVE', field, details: { status: parent.status } };
}

/** UNIT_TYPE_UNKNOWN or INDUSTRY_UNKNOWN; '' is not known and no fault (domain §1.8). */
export function hostFault(host: { unitType: string; industry: string }): Fault | undefined {
  if (host.unitType !== '' && !isUnitType(host.unitType)) {
    return { code: 'UNIT_TYPE_UNKNOWN', field: 'unitType' };
  }
  if (host.industry !== '' && !isIndustry(host.industry)) {
    return { code: 'INDUSTRY_UNKNOWN', field: 'industry' };
  }
  return undefined;
}

/** A code in normal form; null for '', and where there is a fault. */
export interface Checked {
  uscc: string | null;
  fault?: Fault;
}

/** A union's own code: USCC_LENGTH, USCC_CHARSET, USCC_CHECK or USCC_NOT_UNION_PREFIX. */
export function unionCode(raw: string, field = 'uscc'): Checked {
  if (raw === '') return { uscc: null };
  const parsed = checkUnionUscc(raw);
  if (parsed.ok) return { uscc: parsed.uscc };
  return { uscc: null, fault: { code: `USCC_${parsed.rule}`, field } };
}

/**
 * A unit's code: as above, or USCC_IS_UNION, since a host or an employer is not its own union
 * (domain §1.3).
 */
export function unitCode(raw: string, field = 'hostUscc'): Checked {
  if (raw === '') return { uscc: null };
  const parsed = parseUscc(raw);
  if (!parsed.ok) return { uscc: null, fault: { code: `USCC_${parsed.rule}`, field } };
  if (parsed.role === 'not_union') return { uscc: parsed.uscc };
  return { uscc: null, fault: { code: 'USCC_IS_UNION', field } };
}
