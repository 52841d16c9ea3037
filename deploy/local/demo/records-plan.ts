// What a node's demo year has of competitions, honours, innovation and learning.

export interface HonourCount {
  honourCode: string;
  level: string;
  count: number;
}

/** So many sent in; of these some have a prize of the city. */
export interface WorksPlan {
  workKind: string;
  submitted: number;
  prizes: { prize: string; count: number }[];
}

export interface RecordsPlan {
  contests: { county: number; grassroots: number; entrants: number };
  /** Given to somebody here, mostly by the levels above. */
  honours: HonourCount[];
  /** Applied for above, and not decided within the year. */
  declared: HonourCount[];
  studios: number;
  results: { level: string; declared: number; honoured: number }[];
  suggestions: number;
  hazards: number;
  lectureHalls: number;
  practiceStations: number;
  works: WorksPlan[];
  lectures: { series: string; sessions: number; hearers: number }[];
  safetyParticipants: number;
}

const honour = (honourCode: string, level: string, count: number): HonourCount => ({
  honourCode,
  level,
  count,
});

/** 高邮 2020 as published. */
export const countyRecords: RecordsPlan = {
  contests: { county: 6, grassroots: 25, entrants: 1_000 },
  honours: [
    honour('MODEL_WORKER', 'CITY', 15),
    honour('MAY_DAY_MEDAL', 'CITY', 3),
    honour('MAY_DAY_MEDAL', 'PROVINCE', 1),
    honour('MAY_DAY_CERTIFICATE', 'CITY', 1),
    honour('MAY_DAY_CERTIFICATE', 'PROVINCE', 1),
    honour('WORKER_PIONEER', 'PROVINCE', 2),
    honour('WOMEN_PACESETTER', 'PROVINCE', 1),
    honour('WOMEN_PACESETTER', 'CITY', 11),
    honour('WOMEN_MODEL_POST', 'CITY', 11),
    honour('CIVILISED_WORKER', 'CITY', 6),
    honour('OPENNESS_UNIT', 'NATIONAL', 1),
    honour('OPENNESS_UNIT', 'PROVINCE', 2),
  ],
  declared: [
    honour('DEMONSTRATION_UNION', 'PROVINCE', 1),
    honour('LABOUR_PROTECTION_UNION', 'CITY', 5),
    honour('SAFETY_TEAM', 'CITY', 5),
    honour('LOVE_STATION', 'CITY', 2),
  ],
  studios: 3,
  results: [
    { level: 'PROVINCE', declared: 6, honoured: 1 },
    { level: 'CITY', declared: 8, honoured: 0 },
  ],
  suggestions: 102,
  hazards: 276,
  lectureHalls: 38,
  practiceStations: 15,
  works: [
    {
      workKind: 'READING_ESSAY',
      submitted: 100,
      prizes: [
        { prize: 'FIRST', count: 1 },
        { prize: 'SECOND', count: 2 },
        { prize: 'THIRD', count: 2 },
        { prize: 'MERIT', count: 6 },
      ],
    },
    { workKind: 'ESSAY', submitted: 7, prizes: [{ prize: '', count: 7 }] },
    { workKind: 'SHORT_VIDEO', submitted: 3, prizes: [{ prize: '', count: 3 }] },
  ],
  lectures: [
    { series: '职工大讲堂', sessions: 117, hearers: 6_450 },
    { series: '义工教授', sessions: 60, hearers: 7_000 },
    { series: '双进', sessions: 14, hearers: 720 },
  ],
  safetyParticipants: 30_000,
};

/** Plausibly smaller. */
export const neighbourRecords: RecordsPlan = {
  contests: { county: 2, grassroots: 6, entrants: 180 },
  honours: [
    honour('MODEL_WORKER', 'CITY', 4),
    honour('MAY_DAY_MEDAL', 'CITY', 1),
    honour('WORKER_PIONEER', 'CITY', 2),
  ],
  declared: [honour('SAFETY_TEAM', 'CITY', 2)],
  studios: 1,
  results: [{ level: 'CITY', declared: 3, honoured: 1 }],
  suggestions: 31,
  hazards: 64,
  lectureHalls: 6,
  practiceStations: 4,
  works: [{ workKind: 'READING_ESSAY', submitted: 24, prizes: [{ prize: 'THIRD', count: 1 }] }],
  lectures: [{ series: '职工大讲堂', sessions: 18, hearers: 900 }],
  safetyParticipants: 5_200,
};

export const noRecords: RecordsPlan = {
  contests: { county: 0, grassroots: 0, entrants: 0 },
  honours: [],
  declared: [],
  studios: 0,
  results: [],
  suggestions: 0,
  hazards: 0,
  lectureHalls: 0,
  practiceStations: 0,
  works: [],
  lectures: [],
  safetyParticipants: 0,
};

/** Each kind stays, with so much of it. */
export function scaledRecords(plan: RecordsPlan, part: (count: number) => number): RecordsPlan {
  const some = (all: readonly HonourCount[]) =>
    all.map((one) => ({ ...one, count: part(one.count) }));
  const { county, grassroots, entrants } = plan.contests;
  const contests = { county: part(county), grassroots: part(grassroots) };
  return {
    contests: {
      ...contests,
      entrants: Math.max(part(entrants), contests.county + contests.grassroots),
    },
    honours: some(plan.honours),
    declared: some(plan.declared),
    studios: part(plan.studios),
    results: plan.results.map(({ level, declared, honoured }) => ({
      level,
      declared: part(declared),
      honoured: Math.min(part(declared), honoured),
    })),
    suggestions: part(plan.suggestions),
    hazards: part(plan.hazards),
    lectureHalls: part(plan.lectureHalls),
    practiceStations: part(plan.practiceStations),
    works: plan.works.map((work) => scaledWorks(work, part)),
    lectures: plan.lectures.map(({ series, sessions, hearers }) => ({
      series,
      sessions: part(sessions),
      hearers: Math.max(part(hearers), part(sessions)),
    })),
    safetyParticipants: part(plan.safetyParticipants),
  };
}

/** A prize that has no work any more is none. */
function scaledWorks(plan: WorksPlan, part: (count: number) => number): WorksPlan {
  const prizes = plan.prizes.map(({ prize, count }) => ({ prize, count: part(count) }));
  const honoured = prizes.reduce((sum, { count }) => sum + count, 0);
  return { ...plan, prizes, submitted: Math.max(part(plan.submitted), honoured) };
}
