// Talks to a running node as the launcher's user would.
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { webAddress } from './health.ts';
import type { NodePlan } from './topology.ts';

const TIMEOUT_MS = 120_000;

/** A token of the development administrator of this node. */
export async function devToken(node: NodePlan): Promise<string> {
  throw new Trouble(`${node.region}: development tokens are not built yet`);
}

export async function post(node: NodePlan, path: string, body: unknown): Promise<unknown> {
  const address = `${webAddress(node.ports.gateway)}${path}`;
  const headers = {
    authorization: `Bearer ${await devToken(node)}`,
    'content-type': 'application/json',
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let answer: Response;
  try {
    answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal });
  } catch (error) {
    const why =
      error instanceof Error && error.name === 'TimeoutError' ? 'too slow' : 'not running';
    throw new Trouble(`${node.region} ${node.name}: ${why} (${address})`, { cause: error });
  }
  if (answer.ok) return answer.json();
  const said = (await answer.text()).slice(0, 300);
  throw new Trouble(`${node.region} ${node.name}: ${answer.status} from ${path}: ${said}`);
}
