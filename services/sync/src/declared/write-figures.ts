// Keeps what was declared, as it was typed, and works out what it adds to cells.
import { invalid } from '@gonglian/kernel/refusal.ts';
import type { Writing } from '../cell/cell.ts';
import { isStock } from '../indicator/catalogue.ts';
import { canonicalDims } from '../indicator/dims.ts';
import { spanOf } from '../rollup/period.ts';
import type { Contribution } from '../tree/contributions.ts';
import { netChanges } from './net-changes.ts';

export interface Declaration {
  unionId: string;
  source: string;
  figures: readonly { indicator: string; period: string; dims: string; value: bigint }[];
}

interface Kept {
  indicator: string;
  dims: string;
  period: string;
  figure: bigint;
  /** What the cell of the month has of it. */
  value: bigint;
}

/** A figure declared again replaces the one before it; levels after it keep standing as they were typed. */
export async function writeFigures(
  writing: Writing,
  { unionId, source, figures }: Declaration,
): Promise<Contribution[]> {
  const said = new Map<string, Kept>();
  for (const { indicator, period, dims, value } of figures) {
    const kept: Kept = {
      indicator,
      dims: canonicalDims(dims) ?? dims,
      period: spanOf(period).to,
      figure: value,
      value: 0n,
    };
    if (said.has(keyOf(kept))) throw invalid('FIGURE_TWICE', { indicator, period: kept.period });
    said.set(keyOf(kept), kept);
  }
  const before = await readKept(writing, unionId, [...said.values()]);
  const after = new Map([...before, ...said]);
  const rows = withNetChanges([...after.values()]);
  await keep(writing, { unionId, source }, rows);
  return rows.flatMap((row) => {
    const delta = row.value - (before.get(keyOf(row))?.value ?? 0n);
    const { indicator, period, dims } = row;
    return delta === 0n ? [] : [{ reportingUnionId: unionId, indicator, period, dims, delta }];
  });
}

function keyOf({ indicator, dims, period }: Kept): string {
  return `${indicator} ${dims} ${period}`;
}

function withNetChanges(rows: readonly Kept[]): Kept[] {
  return [...Map.groupBy(rows, ({ indicator, dims }) => `${indicator} ${dims}`).values()].flatMap(
    (series) => {
      const changes = netChanges(series, isStock(series[0]?.indicator ?? ''));
      return series.map((row) => ({ ...row, value: changes.get(row.period) ?? 0n }));
    },
  );
}

async function readKept(
  { sql }: Writing,
  unionId: string,
  said: readonly Kept[],
): Promise<Map<string, Kept>> {
  const rows = await sql<Omit<Kept, 'figure' | 'value'> & { figure: string; value: string }>`
    select d.indicator, d.dims, d.period, d.figure, d.value
    from declared as d
    join (select distinct * from unnest(${said.map((s) => s.indicator)}::text[],
      ${said.map((s) => s.dims)}::text[]) as s(indicator, dims)) as s using (indicator, dims)
    where d.union_id = ${unionId}`;
  const kept = rows.map((row) => ({
    ...row,
    figure: BigInt(row.figure),
    value: BigInt(row.value),
  }));
  return new Map(kept.map((row) => [keyOf(row), row]));
}

async function keep(
  { sql, tx }: Writing,
  { unionId, source }: { unionId: string; source: string },
  rows: readonly Kept[],
): Promise<void> {
  await sql`
    insert into declared as d
      (union_id, indicator, dims, period, figure, value, source, declared_at, declared_by)
    select ${unionId}::uuid, r.*, ${source}, ${tx.now.toISOString()}, ${tx.actor.id}
    from unnest(${rows.map((r) => r.indicator)}::text[], ${rows.map((r) => r.dims)}::text[],
      ${rows.map((r) => r.period)}::text[], ${rows.map((r) => r.figure)}::bigint[],
      ${rows.map((r) => r.value)}::bigint[]) as r(indicator, dims, period, figure, value)
    on conflict (union_id, indicator, dims, period) do update
      set figure = excluded.figure, value = excluded.value, source = excluded.source,
        declared_at = excluded.declared_at, declared_by = excluded.declared_by
      where (d.figure, d.value) is distinct from (excluded.figure, excluded.value)`;
}
