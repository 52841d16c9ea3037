// What is given to workers who study for a degree, and by which levels, as dated data (row 134 of the list).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export const DEGREES = ['JUNIOR_COLLEGE', 'BACHELOR', 'MASTER'] as const;
export type Degree = (typeof DEGREES)[number];
export const SHARE_LEVELS = ['PROVINCE', 'CITY', 'COUNTY'] as const;
export type ShareLevel = (typeof SHARE_LEVELS)[number];

export interface StudyRule {
  /** Never more than was paid for the studies. */
  maxFen: number;
  /** Of ten thousand, what each level gives; the last takes what rounding leaves. They sum to ten thousand. */
  shares: readonly { level: ShareLevel; basisPoints: number }[];
}

export interface StudyPolicy {
  'study.subsidy': Readonly<Record<Degree, StudyRule>>;
}

const shares = [
  { level: 'PROVINCE', basisPoints: 4_000 },
  { level: 'CITY', basisPoints: 3_000 },
  { level: 'COUNTY', basisPoints: 3_000 },
] as const;

export const STUDY_POLICY: readonly PolicyEntry<StudyPolicy>[] = [
  {
    key: 'study.subsidy',
    value: {
      JUNIOR_COLLEGE: { maxFen: 150_000, shares },
      BACHELOR: { maxFen: 200_000, shares },
      MASTER: { maxFen: 300_000, shares },
    },
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    // Row 134 of the list: several levels pay; no document has figures.
    orderedBy: '系统默认，各级工会以本地文件为准另行录入',
  },
];
