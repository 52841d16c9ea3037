// Targets as they are typed, a row each.
import { recordsOf, type MeasureCode } from './measures.ts';

export interface TypedTarget {
  measure: MeasureCode;
  layer: string;
  target: string;
}

export const emptyTarget: TypedTarget = { measure: 'SKILL_CONTESTS', layer: '', target: '' };

/** A row without a number asks for nothing; what has no layers is of none. */
export function targetsOf(
  typed: readonly TypedTarget[],
): { measure: string; layer: string; target: number }[] {
  return typed
    .filter(({ target }) => target.trim() !== '')
    .map(({ measure, layer, target }) => ({
      measure,
      layer: recordsOf(measure)?.flat ? '' : layer,
      target: Number(target),
    }));
}

/** One a line. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
