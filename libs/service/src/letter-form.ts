import { refused } from '@gonglian/kernel/refusal.ts';

/** LETTER_MALFORMED: another node may run another version, or be wrong. */
export function demandForm(holds: boolean): asserts holds {
  if (!holds) throw refused('LETTER_MALFORMED');
}

export const includes = (known: readonly string[], said: string): boolean => known.includes(said);
