// What a member pays his union a month, as dated data (domain §2.8, §9.17).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export interface DuesPolicy {
  /** Of the base wage, in basis points. */
  'dues.rate': number;
  /** What of the wage is below a multiple of so many yuan is not counted. */
  'dues.truncate_yuan': number;
}

const always = { effectiveFrom: '1990-01-01', effectiveTo: null };
const orderedBy = 'domain §2.8 [S24], secondary sources';

export const DUES_POLICY: readonly PolicyEntry<DuesPolicy>[] = [
  { ...always, key: 'dues.rate', value: 50, orderedBy },
  { ...always, key: 'dues.truncate_yuan', value: 10, orderedBy },
];
