// Orders the rows of a roll-up for reading: an indicator's total, its "of which" rows below it.
import type { Indicator, Part, Rollup, RollupRow } from '../shapes.ts';
import { readDims } from '../ui/labels.ts';

export interface Line {
  row: RollupRow;
  /** 0 for the total, 1 for an "of which", 2 for an "of which" of that. */
  depth: number;
}

export interface Group {
  code: string;
  indicator: Indicator | undefined;
  total: RollupRow | undefined;
  lines: Line[];
}

/** Sets and rates do not: the whole is no sum of its parts. */
export function addsUp(indicator: Indicator | undefined): boolean {
  return indicator?.type !== 'set' && indicator?.type !== 'rate';
}

/** Whether something of it may not be shown, so that it is no sum to check. */
export function hides({ ownHidden, subtreeHidden, partHidden }: RollupRow): boolean {
  return [ownHidden, subtreeHidden, ...partHidden].some((by) => by !== '');
}

/** One number of the roll-up that somebody asks about. */
export interface Traced {
  row: RollupRow;
  scope: 'own' | 'subtree' | 'part';
  part?: Part;
}

export function groupRows(rollup: Rollup, indicators: readonly Indicator[]): Group[] {
  const order = new Map(indicators.map((indicator, at) => [indicator.code, at]));
  const codes = [...new Set(rollup.rows.map((row) => row.indicator))];
  codes.sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity));
  return codes.map((code) => {
    const rows = rollup.rows.filter((row) => row.indicator === code);
    return {
      code,
      indicator: indicators.find((indicator) => indicator.code === code),
      total: rows.find((row) => row.dims === ''),
      lines: orderLines(rows),
    };
  });
}

function orderLines(rows: readonly RollupRow[]): Line[] {
  const total = rows.filter((row) => row.dims === '');
  const direct = rows.filter((row) => row.dims !== '' && partOf(row) === undefined);
  const nested = rows.filter((row) => partOf(row) !== undefined);
  direct.sort(byFamilyThenSize);
  nested.sort(byFamilyThenSize);

  const lines: Line[] = total.map((row) => ({ row, depth: 0 }));
  const placed = new Set<RollupRow>();
  for (const row of direct) {
    lines.push({ row, depth: 1 });
    for (const below of nested.filter((one) => !placed.has(one) && isOf(one, row))) {
      placed.add(below);
      lines.push({ row: below, depth: 2 });
    }
  }
  for (const row of nested.filter((one) => !placed.has(one))) lines.push({ row, depth: 1 });
  return lines;
}

function byFamilyThenSize(a: RollupRow, b: RollupRow): number {
  const family = keysOf(a).localeCompare(keysOf(b));
  if (family !== 0) return family;
  // Ages stand in their own order, everything else by size.
  if (keysOf(a) === 'age_band') return ageOf(a) - ageOf(b);
  return Number(BigInt(b.subtree) - BigInt(a.subtree)) || a.dims.localeCompare(b.dims);
}

/** `under_25` comes before `25_34`. */
function ageOf(row: RollupRow): number {
  const band = row.dims.replace('age_band=', '');
  return band.startsWith('under') ? 0 : Number.parseInt(band, 10);
}

function keysOf(row: RollupRow): string {
  return readDims(row.dims)
    .map(([key]) => key)
    .join(';');
}

function partOf(row: RollupRow): string | undefined {
  return readDims(row.dims).find(([key]) => key === 'part_of')?.[1];
}

function isOf(row: RollupRow, parent: RollupRow): boolean {
  const pairs = readDims(parent.dims);
  return pairs.length === 1 && pairs[0]?.[1] === partOf(row);
}
