// What the tests of this service stand on: nodes in a chain with real brokers and databases, and the records behind them.
import { randomBytes } from 'node:crypto';
import { CompetitionsServiceService } from '@gonglian/contracts/gen/gonglian/competitions/v1/api.ts';
import { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { OrganisationServiceService } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import type { SyncServiceService } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { WelfareServiceService } from '@gonglian/contracts/gen/gonglian/welfare/v1/api.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { rpcClient, type RpcClient } from '@gonglian/rpc/client.ts';
import type { BrokerAddress } from '@gonglian/messaging/connection.ts';
import { ensureStream, factStream } from '@gonglian/messaging/streams.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService, type TestService } from '@gonglian/testing/service.ts';
import { startLinks, type Links } from './link/start-links.ts';
import type { Own, SyncNode } from './pipeline.ts';
import { serveRecords, type Records } from './recounted.ts';
import { parts } from './service.ts';
import { establish, type Told } from './told.ts';

export interface SceneNode {
  region: string;
  root: string;
  service: TestService<Own, typeof SyncServiceService>;
  links: Links;
  records: Records;
  /** Publishes facts as the node's other services would, and keeps them as their records. */
  tell(...facts: Told[]): Promise<void>;
  /** The value of the root's subtree, or of another union's and scope. */
  read(indicator: string, period: string, dims?: string, unionId?: string): Promise<number>;
  stop(): Promise<void>;
}

export const newRegion = (): string => `t${randomBytes(4).toString('hex')}`;

export interface NodeOptions {
  region?: string;
  level?: string;
  superior?: string;
  /** Where and as whom the superior's broker is reached; the shared one, as anyone, where it is not given. */
  superiorBroker?: BrokerAddress;
  subordinates?: string[];
  staleAfterSeconds?: number;
  heartbeatMs?: number;
  backends?: { postgresUrl: string; natsUrl: string };
  natsUrl: string;
}

export async function startNode(options: NodeOptions): Promise<SceneNode> {
  const region = options.region ?? newRegion();
  const records: Records = { facts: [] };
  const rpc = await serveRecords(records);
  const organisation = rpcClient(OrganisationServiceService, rpc.address, { deadlineMs: 10_000 });
  const membership = rpcClient(MembershipServiceService, rpc.address, { deadlineMs: 10_000 });
  const finance = rpcClient(FinanceServiceService, rpc.address, { deadlineMs: 10_000 });
  const competitions = rpcClient(CompetitionsServiceService, rpc.address, { deadlineMs: 10_000 });
  const welfare = rpcClient(WelfareServiceService, rpc.address, { deadlineMs: 10_000 });
  const node: SyncNode = {
    rootUnionId: nodeRootUnionId(region),
    regionCode: region,
    level: options.level ?? 'COUNTY',
    name: `${region}总工会`,
    superior: options.superior
      ? { region: options.superior, broker: options.superiorBroker ?? { url: options.natsUrl } }
      : null,
    subordinates: options.subordinates ?? [],
    organisation,
    membership,
    competitions,
    welfare,
    finance,
    staleAfterSeconds: options.staleAfterSeconds ?? 60,
    heartbeatMs: options.heartbeatMs ?? 60_000,
  };
  const service = await startTestService(
    parts,
    { ...node, board: {} },
    { node: region, ...(options.backends ? { backends: options.backends } : {}) },
  );
  // As the node's other services would have made them.
  for (const other of ['organisation', 'membership', 'competitions', 'welfare', 'finance']) {
    await ensureStream(service.served.connection, factStream(region, other));
  }
  const log = createLog({ node: region }, 'fatal');
  const links = await startLinks(service.served, service.settings, log);
  return sceneNode(
    region,
    service,
    links,
    records,
    [organisation, membership, competitions, welfare, finance],
    rpc,
  );
}

function sceneNode(
  region: string,
  service: SceneNode['service'],
  links: Links,
  records: Records,
  clients: readonly RpcClient<unknown>[],
  rpc: { stop(): Promise<void> },
): SceneNode {
  const root = nodeRootUnionId(region);
  return {
    region,
    root,
    service,
    links,
    records,
    async tell(...facts) {
      records.facts.push(...facts);
      const byService = Map.groupBy(facts, ({ type }) => type.service);
      for (const [from, told] of byService) await service.publishFacts(from, told);
    },
    async read(indicator, period, dims = '', unionId = root) {
      const { rows } = await service.call('getRollup', { unionId, period });
      const row = rows.find((each) => each.indicator === indicator && each.dims === dims);
      return Number(row?.subtree ?? 0n);
    },
    async stop() {
      await links.stop();
      await service.stop();
      for (const client of clients) client.close();
      await rpc.stop();
    },
  };
}

/** A superior above, each next below it: three regions make nation, city and county. */
export async function startChain(
  natsUrl: string,
  levels: readonly string[],
  options: Partial<NodeOptions> = {},
): Promise<SceneNode[]> {
  const regions = levels.map(() => newRegion());
  const nodes = await Promise.all(
    levels.map((level, n) => {
      const superior = regions[n - 1];
      const subordinate = regions[n + 1];
      return startNode({
        natsUrl,
        ...options,
        level,
        region: regions[n] ?? '',
        ...(superior ? { superior } : {}),
        subordinates: subordinate ? [subordinate] : [],
      });
    }),
  );
  for (const [n, node] of nodes.entries()) await node.tell(rootUnion(node, levels[n] ?? ''));
  return nodes;
}

function rootUnion({ root, region }: SceneNode, level: string): Told {
  const name = `${region}总工会`;
  return establish('', { unionId: root, name, level, kind: 'FEDERATION', cause: 'root' });
}

/** Waits until the value is what it should be, everywhere it should be. */
export function expectValue(
  node: SceneNode,
  wanted: number,
  ...asked: Parameters<SceneNode['read']>
): Promise<void> {
  return eventually(async () => {
    const value = await node.read(...asked);
    if (value !== wanted) throw new Error(`${asked.join(' ')} is ${value}, not ${wanted}`);
  });
}
