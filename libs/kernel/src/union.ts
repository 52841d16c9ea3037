// Code tables of union organisations: levels, kinds, hosts and the shape of the tree (domain §1.1, §1.2, §1.8).

/** From the top down (domain §1.1). */
export const UNION_LEVELS = [
  'NATIONAL',
  'PROVINCE',
  'CITY',
  'COUNTY',
  'TOWNSHIP',
  'VILLAGE',
  'GRASSROOTS',
  'BRANCH',
  'GROUP',
] as const;
export type UnionLevel = (typeof UNION_LEVELS)[number];

/** Code table union_kind (domain §1.2). */
export const UNION_KINDS = [
  'FEDERATION',
  'INDUSTRIAL',
  'SYSTEM',
  'SINGLE_GRASSROOTS',
  'JOINT_GRASSROOTS',
  'REGIONAL_JOINT_FED',
  'SECTOR_JOINT_FED',
  'PARK',
  'TOWNSHIP',
  'VILLAGE',
  'BRANCH',
  'GROUP',
] as const;
export type UnionKind = (typeof UNION_KINDS)[number];

export const UNION_STATUSES = [
  'PREPARING',
  'ACTIVE',
  'TERM_EXPIRED',
  'CLOSING',
  'MERGED',
  'DISSOLVED',
] as const;
export type UnionStatus = (typeof UNION_STATUSES)[number];

export const isUnionLevel = (text: string): text is UnionLevel => includes(UNION_LEVELS, text);
export const isUnionKind = (text: string): text is UnionKind => includes(UNION_KINDS, text);

const LOCAL: readonly UnionLevel[] = ['PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'];

/** The levels a kind may stand at. A county's own industrial or system union stands below the county. */
const KIND_LEVELS: Record<UnionKind, readonly UnionLevel[]> = {
  FEDERATION: ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY'],
  INDUSTRIAL: LOCAL,
  SYSTEM: LOCAL,
  SINGLE_GRASSROOTS: ['GRASSROOTS'],
  JOINT_GRASSROOTS: ['GRASSROOTS'],
  REGIONAL_JOINT_FED: LOCAL,
  SECTOR_JOINT_FED: LOCAL,
  PARK: LOCAL,
  TOWNSHIP: ['TOWNSHIP'],
  VILLAGE: ['VILLAGE'],
  BRANCH: ['BRANCH'],
  GROUP: ['GROUP'],
};

/** Whether a union of this kind may stand at this level (domain §1.1, §1.2). */
export function kindAllowed(kind: UnionKind, level: UnionLevel): boolean {
  return KIND_LEVELS[kind].includes(level);
}

/** A parent stands above its child; only a grassroots union has branches, and groups end the tree. */
const PARENT_LEVELS: Record<UnionLevel, readonly UnionLevel[]> = {
  NATIONAL: [],
  PROVINCE: ['NATIONAL'],
  CITY: ['NATIONAL', 'PROVINCE'],
  COUNTY: ['PROVINCE', 'CITY'], // straight below the province in municipalities and direct counties
  TOWNSHIP: ['PROVINCE', 'CITY', 'COUNTY'], // straight below the city in Dongguan and its like
  VILLAGE: ['CITY', 'COUNTY', 'TOWNSHIP'],
  GRASSROOTS: ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'],
  BRANCH: ['GRASSROOTS'],
  GROUP: ['GRASSROOTS', 'BRANCH'],
};

/** Whether a union of the child's level may have a parent of the other level (domain §1.1). */
export function parentAllowed(childLevel: UnionLevel, parentLevel: UnionLevel): boolean {
  return PARENT_LEVELS[childLevel].includes(parentLevel);
}

/** Whether unions of this kind hold memberships: grassroots unions only (domain §1.1). */
export function admitsMembers(kind: UnionKind): boolean {
  return kind === 'SINGLE_GRASSROOTS' || kind === 'JOINT_GRASSROOTS';
}

/** Whether the kind only divides a grassroots union: no membership and no finance of its own. */
export function isSubdivision(kind: UnionKind): boolean {
  return kind === 'BRANCH' || kind === 'GROUP';
}

function includes<T extends string>(codes: readonly T[], text: string): text is T {
  return (codes as readonly string[]).includes(text);
}
