// The classes of skill competitions, as dated data (domain §4.1). A federation sets its province's own.
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export const COMPETITION_LEVELS = ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY'] as const;
export type CompetitionLevel = (typeof COMPETITION_LEVELS)[number];

export interface ClassRule {
  level: CompetitionLevel;
  competitionClass: 1 | 2 | 3;
  /** CROSS_SECTOR: with the human-resources authority; SECTOR: by a sector's body; LOCAL: by a union alone. */
  ledBy: 'CROSS_SECTOR' | 'SECTOR' | 'LOCAL';
  /** The last rank in a trade that is recommended as technical expert, and for early promotion of the skill grade; 0: none. */
  expertTo: number;
  promotionTo: number;
}

export interface ClassPolicy {
  'competition.classes': readonly ClassRule[];
}

const rule = (
  level: CompetitionLevel,
  competitionClass: ClassRule['competitionClass'],
  expertTo: number,
  promotionTo: number,
): ClassRule => ({
  level,
  competitionClass,
  ledBy: ({ 1: 'CROSS_SECTOR', 2: 'SECTOR', 3: 'LOCAL' } as const)[competitionClass],
  expertTo,
  promotionTo,
});

export const CLASS_POLICY: readonly PolicyEntry<ClassPolicy>[] = [
  {
    key: 'competition.classes',
    value: [
      rule('NATIONAL', 1, 5, 8),
      rule('NATIONAL', 2, 5, 8),
      rule('PROVINCE', 1, 5, 8),
      rule('PROVINCE', 2, 3, 5),
      rule('PROVINCE', 3, 0, 0),
      rule('CITY', 1, 2, 3),
      rule('CITY', 2, 1, 1),
      rule('CITY', 3, 0, 0),
      rule('COUNTY', 1, 2, 3),
      rule('COUNTY', 2, 1, 1),
      rule('COUNTY', 3, 0, 0),
    ],
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy:
      'Zhejiang [S57], national [S58, S59]; early promotion 8/5/3/1 by rank of the classes (domain §4.1)',
  },
];
