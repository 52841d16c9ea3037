// What model workers in need are brought up to a month, as dated data (domain §4.4).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export const ALLOWANCE_KINDS = ['ON_THE_JOB', 'RETIRED'] as const;
export type AllowanceKind = (typeof ALLOWANCE_KINDS)[number];

/** The income a month up to which a subsidy makes up the difference, and how much of it at most. */
export interface AllowanceLine {
  lineFen: number;
  capFen: number;
}

export interface AllowancePolicy {
  'allowance.model_worker': Readonly<Record<AllowanceKind, AllowanceLine>>;
}

export const ALLOWANCE_POLICY: readonly PolicyEntry<AllowancePolicy>[] = [
  {
    key: 'allowance.model_worker',
    value: {
      ON_THE_JOB: { lineFen: 656_600, capFen: 100_000 },
      RETIRED: { lineFen: 355_200, capFen: 100_000 },
    },
    effectiveFrom: '2025-01-01',
    effectiveTo: null,
    orderedBy: '示例：湖北 2025 年标准 (domain §4.4 [S66]); a federation puts its own before it',
  },
];
