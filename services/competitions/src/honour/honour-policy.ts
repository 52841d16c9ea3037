// Which honours there are, what a slate of them must look like and how long it is shown, as dated data (domain §4.2–4.3).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export const HONOUR_LEVELS = ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY'] as const;
export type HonourLevel = (typeof HONOUR_LEVELS)[number];

export const HONOUR_CODES = [
  'MODEL_WORKER',
  'ADVANCED_WORKER',
  'MAY_DAY_CERTIFICATE',
  'MAY_DAY_MEDAL',
  'WORKER_PIONEER',
  'WOMEN_MODEL_POST',
  'WOMEN_PACESETTER',
  'CRAFTSMAN',
  'MODEL_HOME',
  'MODEL_SMALL_HOME',
  'MODEL_UNION_CHAIR',
  'EXCELLENT_CADRE',
  'FIVE_SMALL_RESULT',
  'CIVILISED_WORKER',
  'OPENNESS_UNIT',
  'DEMONSTRATION_UNION',
  'LABOUR_PROTECTION_UNION',
  'SAFETY_TEAM',
  'LOVE_STATION',
] as const;
export type HonourCode = (typeof HONOUR_CODES)[number];

export const HOLDERS = ['PERSON', 'TEAM', 'UNIT', 'RESULT'] as const;
export type Holder = (typeof HOLDERS)[number];

/** What is known of somebody nominated that a slate is counted by. */
export const TRAITS = [
  'INDUSTRIAL_WORKER',
  'FRONTLINE_WORKER',
  'SCIENCE_EDUCATION',
  'MIGRANT_WORKER',
  'NON_PUBLIC_FIRM',
  'KEY_INDUSTRY',
  'NEW_FORM_WORKER',
  'MINORITY',
  'WOMAN',
  'UNIT_LEADER',
  'ENTERPRISE_WORKER',
] as const;
export type Trait = (typeof TRAITS)[number];

export interface HonourRule {
  honourCode: HonourCode;
  level: HonourLevel;
  name: string;
  holder: Holder;
  /** How often it is given: nobody is nominated twice within so many years. */
  cycleYears: number;
  authority: 'PARTY_AND_STATE' | 'GOVERNMENT' | 'UNION';
  /** Whoever is nominated holds one of these; none are asked for where it is empty. */
  prerequisites: readonly HonourRef[];
}

export interface HonourRef {
  honourCode: HonourCode;
  level: HonourLevel;
}

export interface StructureShare {
  /** Whoever has one of these counts. */
  traits: readonly Trait[];
  /** SOME: at least one, without a percentage. */
  bound: 'AT_LEAST' | 'AT_MOST' | 'SOME';
  percent: number;
}

export interface StructureRule {
  honourCode: HonourCode;
  level: HonourLevel;
  shares: readonly StructureShare[];
}

export interface HonourPolicy {
  'honour.table': readonly HonourRule[];
  'honour.structure': readonly StructureRule[];
  /** Working days of each of the three publicities. */
  'honour.publicity_days': { usual: number; modelWorker: number };
  /** Which part of the workers' congress present agrees at least. */
  'honour.congress_share': { numerator: number; denominator: number };
  /** Who is asked about a unit or its leader before the first review. */
  'honour.consulted': readonly string[];
}

const PREFIX: Record<HonourLevel, string> = {
  NATIONAL: '全国',
  PROVINCE: '省',
  CITY: '市',
  COUNTY: '县（市、区）',
};

const honour = (
  honourCode: HonourCode,
  name: string,
  holder: Holder,
  rest: Partial<Record<HonourLevel, Partial<HonourRule>>>,
): HonourRule[] =>
  HONOUR_LEVELS.flatMap((level) => {
    const over = rest[level];
    if (over === undefined) return [];
    return [
      {
        honourCode,
        level,
        name: `${PREFIX[level]}${name}`,
        holder,
        cycleYears: 1,
        authority: 'UNION',
        prerequisites: [],
        ...over,
      },
    ];
  });

const everywhere = { NATIONAL: {}, PROVINCE: {}, CITY: {}, COUNTY: {} };
const lower = (level: HonourLevel) =>
  (['MODEL_WORKER', 'MAY_DAY_MEDAL'] as const).map((honourCode) => ({ honourCode, level }));
const craftsmanOf = (level: HonourLevel) => ({
  prerequisites: [{ honourCode: 'CRAFTSMAN', level }] as const,
});
const everyFive = {
  cycleYears: 5,
  authority: 'PARTY_AND_STATE',
  prerequisites: lower('PROVINCE'),
} as const;

const HONOUR_TABLE: readonly HonourRule[] = [
  ...honour('MODEL_WORKER', '劳动模范', 'PERSON', {
    NATIONAL: everyFive,
    PROVINCE: { cycleYears: 5, authority: 'GOVERNMENT', prerequisites: lower('CITY') },
    CITY: { cycleYears: 3, authority: 'GOVERNMENT' },
  }),
  ...honour('ADVANCED_WORKER', '先进工作者', 'PERSON', { NATIONAL: everyFive }),
  ...honour('MAY_DAY_CERTIFICATE', '五一劳动奖状', 'UNIT', everywhere),
  ...honour('MAY_DAY_MEDAL', '五一劳动奖章', 'PERSON', {
    ...everywhere,
    NATIONAL: { prerequisites: [{ honourCode: 'MAY_DAY_MEDAL', level: 'PROVINCE' }] },
  }),
  ...honour('WORKER_PIONEER', '工人先锋号', 'TEAM', everywhere),
  ...honour('WOMEN_MODEL_POST', '五一巾帼标兵岗', 'TEAM', everywhere),
  ...honour('WOMEN_PACESETTER', '五一巾帼标兵', 'PERSON', everywhere),
  ...honour('CRAFTSMAN', '工匠', 'PERSON', {
    NATIONAL: { name: '大国工匠', ...craftsmanOf('PROVINCE') },
    PROVINCE: craftsmanOf('CITY'),
    CITY: craftsmanOf('COUNTY'),
    COUNTY: {},
  }),
  ...honour('MODEL_HOME', '模范职工之家', 'UNIT', everywhere),
  ...honour('MODEL_SMALL_HOME', '模范职工小家', 'TEAM', everywhere),
  ...honour('MODEL_UNION_CHAIR', '优秀工会主席', 'PERSON', everywhere),
  ...honour('EXCELLENT_CADRE', '优秀工会工作者', 'PERSON', everywhere),
  ...honour('FIVE_SMALL_RESULT', '五小成果', 'RESULT', everywhere),
  ...honour('CIVILISED_WORKER', '文明职工', 'PERSON', everywhere),
  ...honour('OPENNESS_UNIT', '厂务公开民主管理先进单位', 'UNIT', everywhere),
  ...honour('DEMONSTRATION_UNION', '示范工会', 'UNIT', everywhere),
  ...honour('LABOUR_PROTECTION_UNION', '劳动保护先进工会', 'UNIT', everywhere),
  ...honour('SAFETY_TEAM', '安全生产先进班组', 'TEAM', everywhere),
  ...honour('LOVE_STATION', '十佳爱心驿站', 'TEAM', everywhere),
];

const atLeast = (percent: number, ...traits: Trait[]): StructureShare => ({
  traits,
  bound: 'AT_LEAST',
  percent,
});
const some = (...traits: Trait[]): StructureShare => ({ traits, bound: 'SOME', percent: 0 });

const XIAMEN_2016: readonly StructureRule[] = [
  {
    honourCode: 'MAY_DAY_MEDAL',
    level: 'CITY',
    shares: [
      { traits: ['UNIT_LEADER'], bound: 'AT_MOST', percent: 15 },
      atLeast(60, 'INDUSTRIAL_WORKER', 'FRONTLINE_WORKER'),
      atLeast(50, 'ENTERPRISE_WORKER'),
      atLeast(20, 'WOMAN'),
      atLeast(20, 'MIGRANT_WORKER'),
    ],
  },
];

const FIRMS_2024 = [atLeast(35, 'NON_PUBLIC_FIRM'), atLeast(35, 'KEY_INDUSTRY')];
const NATIONAL_2024: readonly StructureRule[] = [
  {
    honourCode: 'MAY_DAY_MEDAL',
    level: 'NATIONAL',
    shares: [
      atLeast(35, 'INDUSTRIAL_WORKER'),
      atLeast(20, 'FRONTLINE_WORKER'),
      atLeast(20, 'SCIENCE_EDUCATION'),
      atLeast(10, 'MIGRANT_WORKER'),
      ...FIRMS_2024,
      some('NEW_FORM_WORKER'),
      some('MINORITY'),
      some('WOMAN'),
    ],
  },
  { honourCode: 'MAY_DAY_CERTIFICATE', level: 'NATIONAL', shares: FIRMS_2024 },
  { honourCode: 'WORKER_PIONEER', level: 'NATIONAL', shares: FIRMS_2024 },
];

const always = { effectiveFrom: '1950-01-01', effectiveTo: null };

export const HONOUR_POLICY: readonly PolicyEntry<HonourPolicy>[] = [
  {
    ...always,
    key: 'honour.table',
    value: HONOUR_TABLE,
    orderedBy: 'domain §4.2; cycles of province and city are typical ones, ladders by [S65]',
  },
  {
    key: 'honour.structure',
    value: [...NATIONAL_2024, ...XIAMEN_2016],
    effectiveFrom: '2024-01-01',
    effectiveTo: null,
    orderedBy: 'national 2024 [S62]; city medals: Xiamen 2016 [S63]',
  },
  {
    key: 'honour.structure',
    value: XIAMEN_2016,
    effectiveFrom: '2016-01-01',
    effectiveTo: '2023-12-31',
    orderedBy: 'city medals: Xiamen 2016 [S63]',
  },
  {
    key: 'honour.structure',
    value: [],
    effectiveFrom: '1950-01-01',
    effectiveTo: '2015-12-31',
    orderedBy: 'none known',
  },
  {
    ...always,
    key: 'honour.publicity_days',
    value: { usual: 5, modelWorker: 7 },
    orderedBy: 'domain §3.10 [K]',
  },
  {
    ...always,
    key: 'honour.congress_share',
    value: { numerator: 2, denominator: 3 },
    orderedBy: 'domain §4.3 [K]',
  },
  {
    ...always,
    key: 'honour.consulted',
    value: [
      'DISCIPLINE',
      'POLICE',
      'TAX',
      'ENVIRONMENT',
      'EMERGENCY',
      'LABOUR',
      'MARKET',
      'HEALTH',
    ],
    orderedBy: 'domain §4.3 [S64, S65]',
  },
];
