// How a field of an act is typed; what there is to choose from is said by a table of words and its codes.
import type { FormField } from '../ui/form-dialog.tsx';

export type Typed = Pick<
  FormField,
  'as' | 'maxLength' | 'optional' | 'accept' | 'first' | 'when'
> & {
  /** The table of words and its codes; without codes whoever asks says which there are. */
  words?: string;
  codes?: readonly string[];
};

export const choice = (words: string, codes: readonly string[]): Typed => ({
  as: 'choice',
  words,
  codes,
});
export const several = (words: string, codes: readonly string[]): Typed => ({
  ...choice(words, codes),
  as: 'several',
});
export const line = (maxLength: number): Typed => ({ as: 'text', maxLength });
export const long = (maxLength: number): Typed => ({ as: 'long', maxLength });
export const amount: Typed = { as: 'amount' };
export const count: Typed = { as: 'count' };
export const day: Typed = { as: 'past' };
export const date: Typed = { as: 'date' };
export const chosen: Typed = { as: 'choice' };
export const optional = (how: Typed): Typed => ({ ...how, optional: true });
