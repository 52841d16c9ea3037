// What a programme may set itself, and where the records stand that it is checked against.
import type { ScreenName } from '../screens.ts';

export const PROGRAMME_KINDS = ['CONTEST', 'REFORM'] as const;
export const LAYERS = ['', 'NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'GRASSROOTS'] as const;

interface Records {
  screen: ScreenName;
  /** The address of the list, where its screen shows more than one. */
  to: string;
  /** Nobody counts it layer by layer. */
  flat?: true;
}

const contests: Records = { screen: 'competitions', to: '/competitions' };

export const MEASURES = {
  SKILL_CONTESTS: contests,
  LABOUR_CONTESTS: contests,
  CONTEST_UNITS: contests,
  CONTEST_PERSONS: contests,
  STUDIOS: { screen: 'innovation', to: '/innovation?view=studios' },
  INNOVATION_RESULTS: { screen: 'innovation', to: '/innovation?view=results', flat: true },
  WORKERS_TRAINED: { screen: 'learning', to: '/learning', flat: true },
  CRAFTSMEN: { screen: 'holders', to: '/honour-holders' },
  TRAINING_BASES: { screen: 'reform', to: '/reform?view=designations' },
  REFORM_PILOTS: { screen: 'reform', to: '/reform?view=designations&kind=REFORM_PILOT' },
  REFORM_MEASURES: { screen: 'reform', to: '/reform?view=reforms', flat: true },
  TECH_SERVICES: { screen: 'reform', to: '/reform?view=supports&kind=TECH_SERVICE', flat: true },
} satisfies Record<string, Records>;
export type MeasureCode = keyof typeof MEASURES;
export const MEASURE_CODES = Object.keys(MEASURES) as MeasureCode[];

/** Undefined for one that this console does not know yet. */
export function recordsOf(measure: string): Records | undefined {
  const known: Readonly<Record<string, Records>> = MEASURES;
  return known[measure];
}
