// The JSON shapes of the API that the console reads. A 64-bit number arrives as a string.
export type Int64 = string;

export interface Session {
  user: string;
  duty: string;
  scope: string;
  node: string;
}

export interface NodeFacts {
  region: string;
  name: string;
  level: string;
  rootUnionId: string;
}

export interface Indicator {
  code: string;
  nameZh: string;
  nameEn: string;
  service: string;
  unit: string;
  type: string;
  definition: string;
  dims: string[];
}

export interface ReportingUnion {
  unionId: string;
  parentId: string;
  name: string;
  level: string;
  regionCode: string;
  node: string;
}

export interface RollupRow {
  indicator: string;
  dims: string;
  own: Int64;
  subtree: Int64;
  partValues: Int64[];
  declared: boolean;
  version: Int64;
  pending: Int64;
}

export interface Part {
  union: ReportingUnion;
  receivedAt: string;
  ageSeconds: Int64;
  stale: boolean;
  position: Int64;
}

export interface Rollup {
  union: ReportingUnion;
  period: string;
  treeOn: string;
  rows: RollupRow[];
  parts: Part[];
  hasParts: boolean;
}

export interface SeriesPoint {
  period: string;
  own: Int64;
  subtree: Int64;
}

export interface Contributor {
  unionId: string;
  name: string;
  value: Int64;
}

/** One page of a list; an empty cursor ends it. */
export interface Page<T> {
  items: T[];
  nextCursor: string;
}

export interface Employer {
  uscc: string;
  name: string;
  employeeCount: number;
}

export interface Officer {
  role: string;
  holderName: string;
  appointment: string;
  since: string;
}

export interface Union {
  unionId: string;
  name: string;
  level: string;
  kind: string;
  status: string;
  parentId: string;
  parentName: string;
  regionCode: string;
  regionName: string;
  uscc: string;
  hostName: string;
  hostUscc: string;
  unitType: string;
  industry: string;
  hostEmployeeCount: number;
  establishedOn: string;
  approvalDocNo: string;
  dissolvedOn: string;
  termNo: number;
  termStart: string;
  termEnd: string;
  dueState: string;
  childCount: number;
  covered: Employer[];
  officers: Officer[];
  version: number;
}

export interface UnionChange {
  effectiveOn: string;
  what: string;
  detail: string;
  recordedAt: string;
}

export interface DueUnion {
  unionId: string;
  name: string;
  termEnd: string;
  dueState: string;
  termNo: number;
  electionId: string;
  electionState: string;
}

export interface DueList extends Page<DueUnion> {
  counts: Record<string, number>;
}

export interface MemberCodes {
  sex: string;
  ageBand: string;
  employmentForm: string;
  workerGroup: string;
  migrantWorker: boolean;
  newForms: string[];
}

export interface MembershipSpell {
  unionId: string;
  unionName: string;
  startedOn: string;
  startKind: string;
  endedOn: string;
  endKind: string;
}

export interface Member {
  memberId: string;
  unionId: string;
  unionName: string;
  state: string;
  memberNo: string;
  joinedOn: string;
  nameMasked: string;
  idNumberMasked: string;
  phoneMasked: string;
  joinChannel: string;
  codes?: MemberCodes | null;
  version: number;
  spells: MembershipSpell[];
}

export interface Uplink {
  superior: string;
  connected: boolean;
  lastPosition: Int64;
  sentPosition: Int64;
  receiptedPosition: Int64;
  lagSeconds: Int64;
  alarm: string;
}

export interface Downlink {
  subordinate: string;
  name: string;
  appliedPosition: Int64;
  receivedAt: string;
  ageSeconds: Int64;
  stale: boolean;
}

export interface Links {
  node: string;
  name: string;
  uplink?: Uplink | null;
  downlinks: Downlink[];
}

export interface CellDifference {
  unionId: string;
  scope: string;
  indicator: string;
  period: string;
  dims: string;
  stored: Int64;
  recounted: Int64;
  check: string;
}

export interface Verification {
  node: string;
  clean: boolean;
  settled: boolean;
  cellsChecked: Int64;
  recordsChecked: Int64;
  differences: CellDifference[];
  upwardRoot: string;
  upwardPosition: Int64;
  subordinateRoots: Record<string, string>;
  subordinatePositions: Record<string, Int64>;
  problems: string[];
}
