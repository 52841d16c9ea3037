// Indicators are shown with those of their area, and those without a number behind those that have one.
import type { RollupRow } from '../shapes.ts';
import { hides } from './rows.ts';
import type { Group } from './rows.ts';

export interface Area {
  /** Empty for indicators that the catalogue does not know. */
  name: string;
  counted: Group[];
  idle: Group[];
}

/** In the order in which the catalogue names them first. */
export function areasOf(groups: readonly Group[]): Area[] {
  const names = [...new Set(groups.map(areaOf))];
  return names.map((name) => {
    const of = groups.filter((group) => areaOf(group) === name);
    return { name, counted: of.filter((group) => !isIdle(group)), idle: of.filter(isIdle) };
  });
}

function areaOf({ indicator }: Group): string {
  return indicator?.area ?? '';
}

/** Nothing in it, nothing of it, and nothing that came late. */
function isIdle({ lines }: Group): boolean {
  return lines.every(({ row }) => isNothing(row));
}

function isNothing(row: RollupRow): boolean {
  const { own, subtree, partValues, pending, declared } = row;
  const all = [own, subtree, pending, ...partValues];
  return !declared && !hides(row) && all.every((value) => value === '0');
}
