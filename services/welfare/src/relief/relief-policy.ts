// What relief there is, for whom, up to how much, from which money and who approves it, as dated data (domain §3.2).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { Category, FileLevel } from '../hardship/hardship-policy.ts';
import type { PayoutKind } from '../payout/payout-policy.ts';

export const PROGRAMMES = ['LIVING', 'MEDICAL', 'STUDY', 'TEMPORARY'] as const;
export type Programme = (typeof PROGRAMMES)[number];

export const MONEY_SOURCES = [
  'CENTRAL_FISCAL',
  'PROVINCIAL_FISCAL',
  'LOCAL_FISCAL',
  'UNION_OWN',
  'UNION_ABOVE',
  'DONATION',
  'ADMINISTRATION',
  'INTEREST',
] as const;
export type MoneySource = (typeof MONEY_SOURCES)[number];

export const STUDY_STAGES = ['COMPULSORY', 'SENIOR_SECONDARY', 'UNIVERSITY'] as const;
export type StudyStage = (typeof STUDY_STAGES)[number];

/** By what a cap is looked up: a student's stage, else the category of the file, else that there is no file. */
export type CapKey = Category | StudyStage | 'UNFILED';
type By<Value> = Readonly<Partial<Record<CapKey, Value>>>;

export interface ProgrammeRule {
  /** Whether only who is on the register has it; otherwise only who is not. */
  filed: boolean;
  /** Whose year the cap is of. */
  capOf: 'HOUSEHOLD' | 'PERSON';
  /** The least of what is here is the cap: months of the minimum living allowance, a sum, a share of what was paid. */
  months: By<number>;
  maxFen: By<number>;
  selfPaidBasisPoints: By<number>;
  payoutKind: PayoutKind;
}

/** For whom money of a source may be spent; '' is somebody on no register. */
export type SourceRule = Readonly<Record<MoneySource, readonly (FileLevel | '')[]>>;

export interface ReliefPolicy {
  'relief.programmes': Readonly<Record<Programme, ProgrammeRule>>;
  /** In a year, by all programmes and from all sources. */
  'relief.year_max': { householdFen: number; personFen: number };
  /** Who of these has one programme a year and no second. */
  'relief.single_programme': readonly Category[];
  'relief.sources': SourceRule;
  /** Above these the province, the nation approves. */
  'relief.tiers': Readonly<Record<Programme, { provinceAboveFen: number; nationAboveFen: number }>>;
  /** As what finance books it. */
  'relief.source_codes': Readonly<Record<MoneySource, 'fiscal' | 'union'>>;
}

const always = { effectiveFrom: '2000-01-01', effectiveTo: null };
const everybody = ['NATIONAL', 'PROVINCIAL', 'CITY', ''] as const;
const none = { months: {}, maxFen: {}, selfPaidBasisPoints: {} };
const untiered = { provinceAboveFen: Infinity, nationAboveFen: Infinity };

export const RELIEF_POLICY: readonly PolicyEntry<ReliefPolicy>[] = [
  {
    ...always,
    key: 'relief.programmes',
    value: {
      LIVING: {
        ...none,
        filed: true,
        capOf: 'HOUSEHOLD',
        months: { DEEP: 12, RELATIVE: 10, ACCIDENT: 10 },
        payoutKind: 'LIVING_RELIEF',
      },
      MEDICAL: {
        ...none,
        filed: true,
        capOf: 'HOUSEHOLD',
        maxFen: { RELATIVE: 1_600_000 },
        selfPaidBasisPoints: { DEEP: 10_000, RELATIVE: 8_000, ACCIDENT: 10_000 },
        payoutKind: 'MEDICAL_RELIEF',
      },
      STUDY: {
        ...none,
        filed: true,
        capOf: 'PERSON',
        months: { UNIVERSITY: 10, SENIOR_SECONDARY: 6 },
        maxFen: { COMPULSORY: 300_000 },
        payoutKind: 'STUDY_AID',
      },
      TEMPORARY: {
        ...none,
        filed: false,
        capOf: 'PERSON',
        maxFen: { UNFILED: 300_000 },
        payoutKind: 'TEMPORARY_RELIEF',
      },
    },
    // Living, study, temporary: [S37]; medical and compulsory school: [S38], [S40] (domain §3.2).
    orderedBy: '示例：湖北等省帮扶资金管理办法，各级工会以本地文件为准另行录入',
  },
  {
    ...always,
    key: 'relief.year_max',
    value: { householdFen: 20_000_000, personFen: 20_000_000 },
    orderedBy: 'design default (domain §3.2 has caps by programme)',
  },
  {
    ...always,
    key: 'relief.single_programme',
    value: ['RELATIVE'],
    orderedBy: 'a province [S38] (domain §3.2)',
  },
  {
    ...always,
    key: 'relief.sources',
    value: {
      CENTRAL_FISCAL: ['NATIONAL'],
      PROVINCIAL_FISCAL: ['NATIONAL'],
      LOCAL_FISCAL: everybody,
      UNION_OWN: everybody,
      UNION_ABOVE: everybody,
      DONATION: everybody,
      ADMINISTRATION: everybody,
      INTEREST: everybody,
    },
    orderedBy:
      '[S31] (domain §3.1): only national files receive central and provincial fiscal money',
  },
  {
    ...always,
    key: 'relief.tiers',
    value: {
      LIVING: untiered,
      MEDICAL: { provinceAboveFen: 2_000_000, nationAboveFen: 5_000_000 },
      STUDY: untiered,
      TEMPORARY: untiered,
    },
    orderedBy: 'a province [S38] (domain §3.2)',
  },
  {
    ...always,
    key: 'relief.source_codes',
    value: {
      CENTRAL_FISCAL: 'fiscal',
      PROVINCIAL_FISCAL: 'fiscal',
      LOCAL_FISCAL: 'fiscal',
      UNION_OWN: 'union',
      UNION_ABOVE: 'union',
      DONATION: 'union',
      ADMINISTRATION: 'fiscal',
      INTEREST: 'union',
    },
    orderedBy: 'design default: the books know fiscal money and the union’s own',
  },
];
