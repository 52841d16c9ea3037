import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { openClient, type NodeClient } from '../node-api.ts';
import { scaled, yearPlans } from './plan.ts';

interface Published {
  region: string;
  period: string;
  source: string;
  figures: { indicator: string; dims: string; value: number; approx: boolean }[];
}

interface Rollup {
  rows: { indicator: string; dims: string; own: string; subtree: string }[];
}

export interface FigureRow {
  indicator: string;
  dims: string;
  published: number;
  computed: number;
  difference: number;
}

const files = ['gaoyou-2020.json'];

/** Beside each figure that the federation published, the one that its records add up to. */
export async function compareFigures(originOf: (region: string) => string): Promise<FigureRow[]> {
  const rows: FigureRow[] = [];
  for (const file of files) {
    const text = readFileSync(path.join(import.meta.dirname, 'published', file), 'utf8');
    const { region, period, figures } = JSON.parse(text) as Published;
    const client = await openClient(region, originOf(region), 'auditor');
    const computed = await readSubtree(client, region, period);
    for (const { indicator, dims, value } of figures) {
      const counted = computed.get(`${indicator} ${dims}`) ?? 0;
      rows.push({
        indicator,
        dims,
        published: value,
        computed: counted,
        difference: counted - value,
      });
    }
  }
  return rows;
}

async function readSubtree(
  client: NodeClient,
  region: string,
  period: string,
): Promise<Map<string, number>> {
  const union = nodeRootUnionId(region);
  const { rows } = await client.get<Rollup>(`/rollup?union_id=${union}&period=${period}`);
  return new Map(rows.map((row) => [`${row.indicator} ${row.dims}`, Number(row.subtree)]));
}

export function printFigures(rows: readonly FigureRow[], print: (line: string) => void): void {
  const width = Math.max(...rows.map((row) => `${row.indicator} ${row.dims}`.length));
  print(`${'figure'.padEnd(width)}  published   computed  difference`);
  for (const row of rows) {
    const name = `${row.indicator} ${row.dims}`.padEnd(width);
    const numbers = [row.published, row.computed, row.difference].map((n) =>
      String(n).padStart(10),
    );
    print(`${name} ${numbers.join(' ')}`);
  }
}

/** How many members the whole federation recruits in the plans: what the top must show once all has arrived. */
export function expectedAtTop(regions: readonly string[], scale: number): number {
  return yearPlans
    .filter((plan) => regions.includes(plan.region))
    .reduce((sum, plan) => sum + scaled(plan, scale).recruited, 0);
}

/** Waits until the nation's total of the year is what the records of all nodes add up to; bounded. */
export async function waitForTop(
  top: NodeClient,
  expected: number,
  timeoutMs: number,
): Promise<number> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const computed = await readSubtree(top, top.region, '2020');
    const arrived = computed.get('members_recruited ') ?? 0;
    if (arrived === expected || Date.now() > deadline) return arrived;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
