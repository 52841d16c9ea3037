// Fills the nodes with a year of work, through their public interface.
import { existsSync, writeFileSync } from 'node:fs';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { findRegion } from '@gonglian/kernel/region.ts';
import { holdAudits } from './demo/audits.ts';
import { keepCare } from './demo/care.ts';
import { compareFigures, expectedAtTop, isAll, printFigures, waitForTop } from './demo/figures.ts';
import { raiseFunds } from './demo/funds.ts';
import { loadYear } from './demo/load.ts';
import { giveOwnRecord } from './demo/own-record.ts';
import { scaled, yearPlans } from './demo/plan.ts';
import { keepRecords } from './demo/records.ts';
import type { Upward } from './demo/remittances.ts';
import { webAddress } from './health.ts';
import type { Home } from './home.ts';
import { openClient } from './node-api.ts';
import type { NodePlan } from './topology.ts';

const ARRIVAL_LIMIT_MS = 300_000;

/**
 * Loads the demo year into every node that does not have it, then waits until the totals have arrived at the top. A
 * load that was cut off is run again: its commands carry the same keys, so nothing is done twice.
 */
export async function loadDemo(
  home: Home,
  nodes: readonly NodePlan[],
  scale: number,
  say: (line: string) => void,
): Promise<void> {
  if (!(scale > 0 && scale <= 1)) throw new Trouble('--scale takes a number above 0, at most 1');
  const missing = nodes.filter((node) => !existsSync(marker(home, node)));
  const began = Date.now();
  await Promise.all(missing.map((node) => loadNode(home, node, { nodes, scale, say })));
  const top = nodes.find((node) => !nodes.some((other) => other.region === node.superior));
  const arrivedBefore = home.path('demo-arrived');
  if ((missing.length === 0 && existsSync(arrivedBefore)) || !top) return;
  const client = await openClient(top.region, webAddress(top.ports.gateway));
  const expected = expectedAtTop(regionsBelow(top, nodes), scale);
  const arrived = await waitForTop(client, expected, ARRIVAL_LIMIT_MS);
  if (!isAll(arrived, expected)) {
    const [shown, meant] = [arrived, expected].map((one) => JSON.stringify(one));
    throw new Trouble(`${top.name} shows ${shown}, ${meant} were expected`);
  }
  writeFileSync(arrivedBefore, `${new Date().toISOString()}\n`);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(
    `the demo year was loaded in ${seconds} s; ${top.name} shows ${arrived['members_recruited ']} members recruited`,
  );
}

interface Loading {
  nodes: readonly NodePlan[];
  scale: number;
  say: (line: string) => void;
}

async function loadNode(home: Home, node: NodePlan, { nodes, scale, say }: Loading): Promise<void> {
  const nodeNumber = yearPlans.findIndex((plan) => plan.region === node.region);
  const plan = yearPlans[nodeNumber];
  if (!plan) return;
  const origin = webAddress(node.ports.gateway);
  const client = await openClient(node.region, origin);
  await loadYear(client, scaled(plan, scale), nodeNumber, (line) => say(`${node.name}: ${line}`));
  const [audits, kept, care] = await Promise.all([
    holdAudits(node.region, origin, scaled(plan, scale)),
    keepRecords(origin, scaled(plan, scale), nodeNumber),
    keepCare(origin, scaled(plan, scale), nodeNumber),
  ]);
  say(`${node.name}: ${audits} audits held and closed`);
  const { contests, honours, lectures } = kept;
  if (contests > 0)
    say(`${node.name}: ${contests} contests, ${honours} honours, ${lectures} lectures recorded`);
  const above = nodesAbove(node, nodes);
  const { receipts, refunds } = await raiseFunds(node.region, origin, scaled(plan, scale), above);
  if (receipts > 0) say(`${node.name}: ${receipts} receipts of the fund, ${refunds} refunds paid`);
  const payments = await care.pay();
  if (payments > 0)
    say(
      `${node.name}: ${care.visits} visits, ${care.claims} claims of mutual aid, ${payments} payments`,
    );
  await giveOwnRecord(node.region, origin);
  writeFileSync(marker(home, node), `${new Date().toISOString()}\n`);
}

const LEVELS_ABOVE = 3;

/** The nodes above that run here, the nearest first. */
function nodesAbove(node: NodePlan, nodes: readonly NodePlan[]): Upward[] {
  const above: Upward[] = [];
  let next = nodes.find(({ region }) => region === node.superior);
  while (next && above.length < LEVELS_ABOVE) {
    const { region, superior, ports } = next;
    const level = findRegion(region)?.level ?? '';
    above.push({ region, origin: webAddress(ports.gateway), level });
    next = nodes.find((one) => one.region === superior);
  }
  return above;
}

function marker(home: Home, node: NodePlan): string {
  return home.path('nodes', node.region, 'demo-loaded');
}

/** The nodes whose numbers reach `top`: itself and those below it that run here. */
function regionsBelow(top: NodePlan, nodes: readonly NodePlan[]): string[] {
  const below = nodes.filter((node) => node.superior === top.region);
  return [top.region, ...below.flatMap((node) => regionsBelow(node, nodes))];
}

/** Prints what was published beside what the records add up to; true where nothing differs. */
export async function showFigures(
  nodes: readonly NodePlan[],
  say: (line: string) => void,
): Promise<boolean> {
  const origins = new Map(nodes.map((node) => [node.region, webAddress(node.ports.gateway)]));
  const rows = await compareFigures((region) => {
    const origin = origins.get(region);
    if (!origin)
      throw new Trouble(`the published figures are of ${region}, which does not run here`);
    return origin;
  });
  printFigures(rows, say);
  return rows.every((row) => row.difference === 0);
}
