// What may become of an innovation studio (domain §4.5): each step from its own states only.
import { refused } from '@gonglian/kernel/refusal.ts';

export const STUDIO_LEVELS = ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;
export type StudioLevel = (typeof STUDIO_LEVELS)[number];

export const STUDIO_STATES = [
  'APPLIED',
  'UNIT_CHECK',
  'COUNTY_REVIEW',
  'SITE_CHECK',
  'PUBLICITY',
  'NAMED',
  'YEARLY_REPORT',
  'REVIEW',
  'CONTINUED',
  'WARNED',
  'REMOVED',
  'REFUSED',
] as const;
export type StudioState = (typeof STUDIO_STATES)[number];

/** Those in which it counts: named, and not removed. */
export const NAMED_STATES: readonly StudioState[] = [
  'NAMED',
  'YEARLY_REPORT',
  'REVIEW',
  'CONTINUED',
  'WARNED',
];

/** Where each state is reached from. Once named it reports year by year, and is reviewed after some of them. */
const FROM: Record<Exclude<StudioState, 'APPLIED'>, readonly StudioState[]> = {
  UNIT_CHECK: ['APPLIED'],
  COUNTY_REVIEW: ['UNIT_CHECK'],
  SITE_CHECK: ['COUNTY_REVIEW'],
  PUBLICITY: ['SITE_CHECK'],
  NAMED: ['PUBLICITY'],
  YEARLY_REPORT: ['NAMED', 'YEARLY_REPORT', 'CONTINUED', 'WARNED'],
  REVIEW: ['YEARLY_REPORT'],
  CONTINUED: ['REVIEW'],
  WARNED: ['REVIEW'],
  REMOVED: ['REVIEW'],
  // Until it is named each look at it may end it.
  REFUSED: ['APPLIED', 'UNIT_CHECK', 'COUNTY_REVIEW', 'SITE_CHECK', 'PUBLICITY'],
};
export type StudioStep = keyof typeof FROM;

/** The state that the step leads to; refused STUDIO_STATE_WRONG where another comes first. */
export function decideStudioStep(state: StudioState, step: StudioStep): StudioState {
  if (!FROM[step].includes(state)) throw refused('STUDIO_STATE_WRONG', { state });
  return step;
}

/** Refused STUDIO_NOT_NAMED: it is not one yet, or no more. */
export function requireNamed({ state }: { state: StudioState }): void {
  if (!NAMED_STATES.includes(state)) throw refused('STUDIO_NOT_NAMED', { state });
}

/** The higher one; a studio is of the highest level at which it is named, and counts there once. */
export function higherLevel(one: StudioLevel | '', other: StudioLevel): StudioLevel {
  const rank = (level: StudioLevel | '') => (STUDIO_LEVELS as readonly string[]).indexOf(level);
  return one !== '' && rank(one) > rank(other) ? one : other;
}
