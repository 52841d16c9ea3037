// What keeps a household off the register whatever it earns (排除性条件, domain §3.1), by the rule of a day.
import type { Exclusions, MatchFindings } from './hardship-policy.ts';

export const EXCLUSION_CODES = [
  'HOMES',
  'PREMISES',
  'EMPLOYS',
  'SCHOOL_FEE',
  'CAR',
  'REFUSED_JOBS',
  'VICE',
  'FALSE_MATERIALS',
] as const;
export type ExclusionCode = (typeof EXCLUSION_CODES)[number];

const from = (value: number, limit: number | null) => limit !== null && value >= limit;
const above = (value: number, limit: number | null) => limit !== null && value > limit;

/** All that apply, in the order of the list. */
export function findExclusions(found: MatchFindings, rules: Exclusions): ExclusionCode[] {
  const schoolMaxFen =
    rules.schoolFeeAboveTimes === null ? null : found.localSchoolFeeFen * rules.schoolFeeAboveTimes;
  const applies: Record<ExclusionCode, boolean> = {
    HOMES: from(found.homes, rules.homesFrom),
    PREMISES: rules.premises && found.premises,
    EMPLOYS: from(found.employees, rules.employeesFrom),
    SCHOOL_FEE: above(found.schoolFeeFen, schoolMaxFen),
    CAR: above(found.carValueFen, rules.carValueAboveFen),
    REFUSED_JOBS: from(found.refusedJobs, rules.refusedJobsFrom),
    VICE: rules.vice && found.vice,
    FALSE_MATERIALS: rules.falseMaterials && found.falseMaterials,
  };
  return EXCLUSION_CODES.filter((code) => applies[code]);
}
