/** One measured figure beside the limit it is compared with, from the same run. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  /** What the figure is compared with, measured in the same run; empty where the goal is absolute. */
  limitName: string;
  limitValue: number | undefined;
  /** The figure as a share or a multiple of the limit. */
  ratio: number | undefined;
  /** Empty for a figure that is only told. */
  goal: string;
  met: boolean;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that so many percent do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('no values were measured');
  return value;
}

export function printRows(rows: readonly BenchRow[]): void {
  for (const row of rows) {
    const limit =
      row.limitName === '' ? '' : `; ${row.limitName}: ${show(row.limitValue)} ${row.unit}`;
    const ratio = row.ratio === undefined ? '' : `; ratio ${row.ratio.toFixed(2)}`;
    const verdict = row.goal === '' ? '' : `; goal ${row.goal}: ${row.met ? 'met' : 'NOT MET'}`;
    console.log(`${row.name}: ${show(row.value)} ${row.unit}${limit}${ratio}${verdict}`);
  }
}

function show(value: number | undefined): string {
  if (value === undefined) return '-';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
