import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { openClient, type NodeClient } from '../node-api.ts';
import { PRICES } from './care-plan.ts';
import { scaled, yearPlans, type YearPlan } from './plan.ts';

interface Published {
  region: string;
  period: string;
  source: string;
  figures: { indicator: string; dims: string; value: number; approx: boolean }[];
}

interface Indicators {
  items: { code: string; unit: string }[];
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
/** What is published in yuan is counted in fen. */
const FEN_OF: Readonly<Record<string, number>> = { fen: 100 };

/** Beside each figure that the federation published, the one that its records add up to. */
export async function compareFigures(originOf: (region: string) => string): Promise<FigureRow[]> {
  const rows: FigureRow[] = [];
  for (const file of files) {
    const text = readFileSync(path.join(import.meta.dirname, 'published', file), 'utf8');
    const { region, period, figures } = JSON.parse(text) as Published;
    const client = await openClient(region, originOf(region), 'auditor');
    const computed = await readSubtree(client, region, period);
    const { items } = await client.get<Indicators>('/indicators');
    const units = new Map(items.map((one) => [one.code, one.unit]));
    for (const { indicator, dims, value } of figures) {
      const counted =
        (computed.get(`${indicator} ${dims}`) ?? 0) / (FEN_OF[units.get(indicator) ?? ''] ?? 1);
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

/** Of each stream of facts what comes last, by a cell that it moves and that is shown however few it is of. */
const LAST_TO_COME: Readonly<Record<string, (plan: YearPlan) => number>> = {
  'members_recruited ': ({ recruited }) => recruited,
  'dues_refund_enterprises ': ({ fund }) => fund.refunds,
  'hazard_reports_collected ': ({ records }) => records.hazards,
  'nursing_rooms_established ': ({ care }) => care.nursingRooms,
  'publicity_materials_distributed ': ({ care }) =>
    care.leaflets.reduce((sum, { copies }) => sum + copies, 0),
  'warmth_funds_yuan ': ({ care: { spring, epidemic } }) =>
    spring.persons * PRICES.springPackage +
    epidemic.families * PRICES.womensDayPackage +
    spring.grantYuan * 100,
};
export type Arrived = Readonly<Record<string, number>>;

/** What the top must show once all has arrived: the plans of the whole federation, added up. */
export function expectedAtTop(regions: readonly string[], scale: number): Arrived {
  const plans = yearPlans
    .filter((plan) => regions.includes(plan.region))
    .map((plan) => scaled(plan, scale));
  return Object.fromEntries(
    Object.entries(LAST_TO_COME).map(([cell, count]) => [
      cell,
      plans.reduce((sum, plan) => sum + count(plan), 0),
    ]),
  );
}

/** Waits until the nation's totals of the year are what the records of all nodes add up to; bounded. */
export async function waitForTop(
  top: NodeClient,
  expected: Arrived,
  timeoutMs: number,
): Promise<Arrived> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const computed = await readSubtree(top, top.region, '2020');
    const arrived = Object.fromEntries(
      Object.keys(expected).map((cell) => [cell, computed.get(cell) ?? 0]),
    );
    if (isAll(arrived, expected) || Date.now() > deadline) return arrived;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export const isAll = (arrived: Arrived, expected: Arrived): boolean =>
  Object.entries(expected).every(([cell, count]) => arrived[cell] === count);
