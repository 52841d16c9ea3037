import { parseArgs } from 'node:util';
import { webAddress } from './health.ts';
import { openClient } from './node-api.ts';
import { basePort, chooseNodes, type NodePlan, planNodes } from './topology.ts';

const SHOWN = 20;
const WAIT_SECONDS = 60;
/** Whoever verifies wants to know now that a node does not run. */
const brief = { attempts: 5, timeoutMs: 180_000 };

interface Difference {
  unionId: string;
  scope: string;
  indicator: string;
  period: string;
  dims: string;
  stored: string;
  recounted: string;
  check: string;
}

interface Verification {
  node: string;
  settled: boolean;
  cellsChecked: string;
  recordsChecked: string;
  differences: Difference[];
  problems: string[];
  upwardRoot: string;
  upwardPosition: string;
  subordinateRoots: Record<string, string>;
  subordinatePositions: Record<string, string>;
}

/** Asks each node to recount its numbers from the records and every sum from its parts, then compares neighbours. */
export async function verify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { nodes: { type: 'string' } } });
  const nodes = chooseNodes(planNodes(basePort(process.env)), values.nodes);
  // From the bottom up, so that what a node says upward has been said before its superior is asked.
  const answers = new Map<string, Verification>();
  for (const node of nodes.toReversed()) answers.set(node.region, await ask(node));
  let faults = 0;
  for (const node of nodes) faults += report(node, answers);
  console.log(faults === 0 ? 'everything adds up' : `${faults} faults`);
  return faults === 0 ? 0 : 1;
}

async function ask(node: NodePlan): Promise<Verification> {
  const origin = webAddress(node.ports.gateway);
  const client = await openClient(node.region, origin, 'auditor', brief);
  const key = `verify ${crypto.randomUUID()}`;
  return client.post<Verification>('/verifications', key, { waitSeconds: WAIT_SECONDS });
}

function report(node: NodePlan, answers: Map<string, Verification>): number {
  const answer = answers.get(node.region);
  if (!answer) return 0;
  const faults = [
    ...(answer.settled ? [] : ['its consumers did not catch up in time']),
    ...answer.problems,
    ...linkFaults(node, answer, answers),
  ];
  const count = answer.differences.length + faults.length;
  console.log(
    `${node.region} ${node.name}: ${answer.recordsChecked} records and ${answer.cellsChecked} cells recounted, ` +
      (count === 0 ? 'no difference' : `${count} faults`),
  );
  for (const fault of faults) console.log(`  ${fault}`);
  for (const one of answer.differences.slice(0, SHOWN)) {
    const cell = [one.indicator, one.dims, one.period, one.scope, one.unionId].join(' ');
    console.log(`  ${one.check}: ${cell}: stored ${one.stored}, recounted ${one.recounted}`);
  }
  if (answer.differences.length > SHOWN) {
    console.log(`  … and ${answer.differences.length - SHOWN} more`);
  }
  return count;
}

/** What a subordinate says it has said must be what its superior says it has heard. */
function linkFaults(
  node: NodePlan,
  answer: Verification,
  answers: Map<string, Verification>,
): string[] {
  return node.subordinates.flatMap((region) => {
    const below = answers.get(region);
    if (!below) return [];
    const heard = answer.subordinateRoots[region];
    return heard === below.upwardRoot ? [] : [`${region} has said other cells than stand here`];
  });
}
