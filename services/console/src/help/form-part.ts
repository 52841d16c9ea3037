import type { Household } from './household.ts';

/** What a part of the form shows, and how it says what has changed. */
export interface FormPart {
  values: Household;
  change: (part: Partial<Household>) => void;
}
