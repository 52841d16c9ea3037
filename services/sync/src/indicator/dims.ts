// The "of which" of a record: dimensions in the form that figures are published with (domain/figures).
import { isUnitType, unitNature } from '@gonglian/kernel/host.ts';

export const TOTAL = '';

/** What a union is counted by. */
export interface UnionCodes {
  level: string;
  kind: string;
  unitType: string;
  industry: string;
}

/** What a member is counted by. */
export interface CountedCodes {
  sex: string;
  workerGroup: string;
  migrantWorker: boolean;
  newForms: readonly string[];
}

const KINDERGARTEN = /^P831/; // 学前教育, GB/T 4754
const NEW_FORM_INDUSTRIES: readonly string[] = ['G6020', 'H6242']; // express, food delivery
const PART_OF_INDEPENDENT = 'part_of=independent';
const VALUE = /^[a-z0-9_]{1,40}$/;

/** The total and every "of which" that a grassroots union counts in. */
export function unionDims({ kind, unitType, industry }: UnionCodes): string[] {
  const dims = [TOTAL];
  if (KINDERGARTEN.test(industry)) dims.push('org_kind=kindergarten');
  if (kind !== 'SINGLE_GRASSROOTS') return dims;
  dims.push('org_kind=independent');
  const nature = isUnitType(unitType) ? unitNature(unitType) : 'other';
  if (nature === 'non_public') dims.push(`org_kind=non_public_enterprise;${PART_OF_INDEPENDENT}`);
  if (nature === 'social_organisation') {
    dims.push(`org_kind=social_organisation;${PART_OF_INDEPENDENT}`);
  }
  if (NEW_FORM_INDUSTRIES.includes(industry)) {
    dims.push(`org_kind=new_form;${PART_OF_INDEPENDENT}`);
  }
  return dims;
}

/** The total and every "of which" that a member counts in; once in each, whatever the codes repeat. */
export function memberDims(codes: CountedCodes | undefined): string[] {
  if (!codes) return [TOTAL];
  const groups = new Set<string>();
  // A code that could be read as two pairs would make another row's name; it counts in the total only.
  if (VALUE.test(codes.workerGroup)) groups.add(codes.workerGroup);
  if (codes.migrantWorker) groups.add('migrant_worker');
  if (codes.newForms.length > 0) groups.add('new_form');
  return [
    TOTAL,
    ...(codes.sex === 'female' ? ['sex=female'] : []),
    ...[...groups].toSorted().map((group) => `worker_group=${group}`),
  ];
}

/** What an audit is counted by. */
export interface AuditCodes {
  kind: string;
  byFirm: boolean;
}

export const NO_AUDIT: AuditCodes = { kind: '', byFirm: false };

/** Every refund goes to a small payer (domain §5.5). */
export const REFUND_DIMS = [TOTAL, 'org_kind=small_micro_enterprise'] as const;

const DIRECTIONS: Readonly<Record<string, string>> = {
  SAME_LEVEL: 'same_level',
  DOWNWARD: 'down',
  SPECIAL: 'special',
  OUTGOING: 'outgoing',
  DISSOLUTION: 'dissolution',
  FOLLOW_UP: 'follow_up',
};

/** The total, its kind, and of its kind what a firm was hired for; a kind that is new here counts in the total only. */
export function auditDims({ kind, byFirm }: AuditCodes): string[] {
  const direction = DIRECTIONS[kind];
  if (direction === undefined) return [TOTAL];
  const ofKind = `direction=${direction}`;
  return [TOTAL, ofKind, ...(byFirm ? [`auditor=external_agency;${ofKind}`] : [])];
}

const PAIR = /^[a-z_]{1,40}=[a-z0-9_]{1,40}$/;
const PAIRS_MAX = 6;

/** The one way to write dimensions: keys sorted, `k=v;k=v`; undefined where the text is none or names a key twice. */
export function canonicalDims(text: string): string | undefined {
  if (text === TOTAL) return TOTAL;
  const pairs = text.split(';', PAIRS_MAX + 1);
  const keys = new Set(pairs.map((pair) => pair.split('=', 1)[0]));
  if (pairs.length > PAIRS_MAX || keys.size !== pairs.length) return undefined;
  return pairs.every((pair) => PAIR.test(pair)) ? pairs.toSorted().join(';') : undefined;
}
