// What makes up a model worker's income a month (domain §4.4): the difference to the line, and no more than the cap.
import type { SubsidyLine } from './care-policy.ts';

export interface Subsidy {
  /** Below zero where he earns more than the line. */
  differenceFen: number;
  subsidyFen: number;
}

export function subsidyOf(incomeFen: number, { lineFen, capFen }: SubsidyLine): Subsidy {
  const differenceFen = lineFen - incomeFen;
  return { differenceFen, subsidyFen: Math.min(capFen, Math.max(0, differenceFen)) };
}
