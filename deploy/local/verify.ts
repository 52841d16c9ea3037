import { parseArgs } from 'node:util';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { z } from 'zod';
import { post } from './node-api.ts';
import { basePort, chooseNodes, type NodePlan, planNodes } from './topology.ts';

const SHOWN = 20;

const Verification = z.object({
  cells: z.int(),
  differences: z.array(
    z.object({
      indicator: z.string(),
      union: z.string(),
      period: z.string(),
      published: z.string(),
      recounted: z.string(),
    }),
  ),
});

/** Asks each node to recount its numbers from the records, and every sum from its parts. */
export async function verify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { nodes: { type: 'string' } } });
  const nodes = chooseNodes(planNodes(basePort(process.env)), values.nodes);
  let differing = 0;
  for (const node of nodes) differing += await verifyNode(node);
  return differing === 0 ? 0 : 1;
}

async function verifyNode(node: NodePlan): Promise<number> {
  const parsed = Verification.safeParse(await post(node, '/api/v1/verifications', {}));
  if (!parsed.success) throw new Trouble(`${node.region}: ${z.prettifyError(parsed.error)}`);
  const { cells, differences } = parsed.data;
  console.log(
    `${node.region} ${node.name}: ${cells} numbers recounted, ${differences.length} differ`,
  );
  for (const one of differences.slice(0, SHOWN)) {
    const { indicator, union, period, published, recounted } = one;
    console.log(
      `  ${indicator} ${union} ${period}: published ${published}, recounted ${recounted}`,
    );
  }
  if (differences.length > SHOWN) console.log(`  … and ${differences.length - SHOWN} more`);
  return differences.length;
}
