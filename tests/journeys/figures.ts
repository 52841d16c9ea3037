// What a page of numbers says, and what the demo year must make of them.
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { scaled, yearPlans } from '../../deploy/local/demo/plan.ts';
import { openApi } from '../api.ts';

export interface Rollup {
  union: { unionId: string; name: string };
  rows: RollupRow[];
  parts: Part[];
}
export interface RollupRow {
  indicator: string;
  dims: string;
  own: string;
  subtree: string;
  partValues: string[];
  /** SMALL or COVERED where the number may not be shown. */
  ownHidden: string;
  subtreeHidden: string;
  partHidden: string[];
}
export interface Part {
  union: { unionId: string };
  ageSeconds: string;
  stale: boolean;
  position: string;
}

/** The numbers of the year 2020 at the root of a node. */
export async function rollupOf(origin: string, region: string): Promise<Rollup> {
  const api = await openApi(origin, 'auditor');
  return api.get(`/rollup?union_id=${nodeRootUnionId(region)}&period=2020`);
}

export function totalOf(page: Rollup, indicator: string): RollupRow {
  const row = page.rows.find((one) => one.indicator === indicator && one.dims === '');
  if (!row) throw new Error(`no ${indicator} in ${page.union.name}`);
  return row;
}

/** The part of a page that one subordinate has said, and its share of an indicator. */
export function partOf(
  page: Rollup,
  region: string,
  indicator: string,
): { part: Part; value: string } {
  const at = page.parts.findIndex((one) => one.union.unionId === nodeRootUnionId(region));
  const part = page.parts[at];
  if (!part) throw new Error(`${page.union.name} has no part ${region}`);
  return { part, value: totalOf(page, indicator).partValues[at] ?? '' };
}

/** What the records of one node add up to when its demo year was loaded once, whole, and not twice. */
export function plannedFigures(region: string, scale: number): Record<string, number> {
  const whole = yearPlans.find((one) => one.region === region);
  if (!whole) throw new Error(`there is no plan for ${region}`);
  const plan = scaled(whole, scale);
  const { nonPublic, kindergarten, public: publicHosts } = plan.founded;
  const founded = nonPublic + kindergarten + publicHosts + plan.joint;
  return {
    unions_newly_established: founded,
    unions_total: plan.baseUnions + founded,
    union_reelections_completed: plan.reelections,
    union_groups_established: plan.groups,
    members_recruited: plan.recruited,
    dues_refund_enterprises: plan.fund.refunds,
    dues_refund_yuan: plan.fund.refundYuan * 100,
    members_total: plan.baseMembers + plan.recruited - plan.retained - plan.left,
  };
}

/** The same figures as a node shows them. */
export async function shownFigures(
  origin: string,
  region: string,
  scope: 'own' | 'subtree',
): Promise<Record<string, number>> {
  const page = await rollupOf(origin, region);
  const names = Object.keys(plannedFigures(region, 1));
  return Object.fromEntries(names.map((name) => [name, Number(totalOf(page, name)[scope])]));
}
