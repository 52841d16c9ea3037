// What a programme may set itself, each told by what `counted` calls it: the figures of targets are those of the cells.

interface Measure {
  movement: string;
  /** Of these kinds alone; all where none is named. */
  kinds?: readonly string[];
}

export const MEASURES = {
  SKILL_CONTESTS: { movement: 'held', kinds: ['SKILL'] },
  LABOUR_CONTESTS: { movement: 'held', kinds: ['LABOUR', 'MIXED'] },
  CONTEST_UNITS: { movement: 'unit_entered' },
  CONTEST_PERSONS: { movement: 'person_entered' },
  STUDIOS: { movement: 'studio_named' },
  INNOVATION_RESULTS: { movement: 'innovation_registered' },
  WORKERS_TRAINED: { movement: 'worker_trained' },
  CRAFTSMEN: { movement: 'individual_honoured', kinds: ['CRAFTSMAN'] },
  TRAINING_BASES: {
    movement: 'designated',
    kinds: ['TRAINING_BASE', 'CRAFTSMAN_COLLEGE', 'LIFT_STATION'],
  },
  REFORM_PILOTS: { movement: 'designated', kinds: ['REFORM_PILOT'] },
  REFORM_MEASURES: { movement: 'reform_measure_issued' },
  TECH_SERVICES: { movement: 'support_declared', kinds: ['TECH_SERVICE'] },
} as const satisfies Record<string, Measure>;
export type MeasureCode = keyof typeof MEASURES;

export const MEASURE_CODES = Object.keys(MEASURES) as [MeasureCode, ...MeasureCode[]];
export const LAYERS = ['', 'NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'GRASSROOTS'] as const;

const OF_A_LAYER: ReadonlySet<MeasureCode> = new Set([
  'SKILL_CONTESTS',
  'LABOUR_CONTESTS',
  'CONTEST_UNITS',
  'CONTEST_PERSONS',
  'STUDIOS',
  'CRAFTSMEN',
  'TRAINING_BASES',
  'REFORM_PILOTS',
]);

/** Whether there are layers of it at all: who was trained is of none. */
export const hasLayers = (measure: MeasureCode): boolean => OF_A_LAYER.has(measure);

export function kindsOf(measure: MeasureCode): readonly string[] {
  const { kinds = [] }: Measure = MEASURES[measure];
  return kinds;
}
