// What the tests of this service stand on: nodes in a chain with real brokers and databases, and the records behind them.
import { randomBytes, randomUUID } from 'node:crypto';
import type { FactType } from '@gonglian/contracts/fact.ts';
import {
  MembershipServiceService,
  type MemberRecount,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import {
  OrganisationServiceService,
  type UnionRecount,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import {
  MemberApproved,
  MemberLeft,
  MemberTransferred,
  type MemberCodes,
} from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import {
  ElectionHeld,
  UnionDissolved,
  UnionEstablished,
  UnionReparented,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { memberApproved, memberLeft, memberTransferred } from '@gonglian/contracts/membership.ts';
import {
  electionHeld,
  unionDissolved,
  unionEstablished,
  unionReparented,
} from '@gonglian/contracts/organisation.ts';
import type { SyncServiceService } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { rpcClient, type RpcClient } from '@gonglian/rpc/client.ts';
import type { ServiceDefinition } from '@gonglian/rpc/definition.ts';
import { startRpc } from '@gonglian/rpc/server.ts';
import { ensureStream, factStream } from '@gonglian/messaging/streams.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService, testSecret, type TestService } from '@gonglian/testing/service.ts';
import { startLinks, type Links } from './link/start-links.ts';
import type { Own, SyncNode } from './pipeline.ts';
import { parts } from './service.ts';

/** The facts of a node's other services, and what their records would answer when counted again. */
export interface Records {
  facts: { type: FactType; data: object }[];
}

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

export type Told = { type: FactType; data: object };

export const newRegion = (): string => `t${randomBytes(4).toString('hex')}`;

export interface NodeOptions {
  region?: string;
  level?: string;
  superior?: string;
  /** Where the superior's broker is reached; the shared one where it is not given. */
  superiorUrl?: string;
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
  const node: SyncNode = {
    rootUnionId: nodeRootUnionId(region),
    regionCode: region,
    level: options.level ?? 'COUNTY',
    name: `${region}总工会`,
    superior: options.superior
      ? { region: options.superior, broker: { url: options.superiorUrl ?? options.natsUrl } }
      : null,
    subordinates: options.subordinates ?? [],
    organisation,
    membership,
    staleAfterSeconds: options.staleAfterSeconds ?? 60,
    heartbeatMs: options.heartbeatMs ?? 60_000,
  };
  const service = await startTestService(
    parts,
    { ...node, board: {} },
    { node: region, ...(options.backends ? { backends: options.backends } : {}) },
  );
  // As the node's other services would have made them.
  for (const other of ['organisation', 'membership']) {
    await ensureStream(service.served.connection, factStream(region, other));
  }
  const lines: string[] = [];
  const log = createLog({ node: region }, 'warn', {
    write: (line) =>
      void (process.env['SCENE_LOG'] ? process.stderr.write(line) : lines.push(line)),
  });
  const links = await startLinks(service.served, service.settings, log);
  return sceneNode(region, service, links, records, [organisation, membership], rpc);
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

// Facts, by the words of the field.

let unionCount = 0;
export function establish(
  parentId: string,
  more: Partial<UnionEstablished> = {},
): Told & { id: string } {
  const unionId = more.unionId ?? randomUUID();
  unionCount += 1;
  const data = UnionEstablished.fromPartial({
    unionId,
    name: `工会${unionCount}`,
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    parentId,
    unitType: '170',
    industry: 'C1711',
    establishedOn: '2026-03-05',
    cause: 'founded',
    version: 1,
    ...more,
  });
  return { type: unionEstablished as FactType, data, id: unionId };
}

export const township = (parentId: string, more: Partial<UnionEstablished> = {}) =>
  establish(parentId, {
    level: 'TOWNSHIP',
    kind: 'TOWNSHIP',
    establishedOn: '2010-01-01',
    ...more,
  });

export function reparent(
  unionId: string,
  fromParentId: string,
  toParentId: string,
  effectiveOn: string,
): Told {
  const data = UnionReparented.fromPartial({
    unionId,
    fromParentId,
    toParentId,
    effectiveOn,
    version: 2,
  });
  return { type: unionReparented as FactType, data };
}

export function dissolve(unionId: string, effectiveOn: string): Told {
  const data = UnionDissolved.fromPartial({ unionId, effectiveOn, cause: 'dissolved', version: 3 });
  return { type: unionDissolved as FactType, data };
}

export function elect(unionId: string, heldOn: string): Told {
  const data = ElectionHeld.fromPartial({ unionId, electionId: randomUUID(), heldOn });
  return { type: electionHeld as FactType, data };
}

const someone: Partial<MemberCodes> = { sex: 'female', ageBand: '25_34' };

export function join(
  unionId: string,
  joinedOn: string,
  codes: Partial<MemberCodes> = someone,
): Told {
  const data = MemberApproved.fromPartial({ memberId: randomUUID(), unionId, joinedOn, codes });
  return { type: memberApproved as FactType, data };
}

export function leave(
  unionId: string,
  effectiveOn: string,
  codes: Partial<MemberCodes> = someone,
): Told {
  const data = MemberLeft.fromPartial({
    memberId: randomUUID(),
    unionId,
    effectiveOn,
    codes,
    how: 'left',
  });
  return { type: memberLeft as FactType, data };
}

export function transfer(fromUnionId: string, toUnionId: string, effectiveOn: string): Told {
  const data = MemberTransferred.fromPartial({
    memberId: randomUUID(),
    fromUnionId,
    toUnionId,
    effectiveOn,
    codes: someone,
  });
  return { type: memberTransferred as FactType, data };
}

// The records behind the facts, served as organisation and membership serve theirs.

async function serveRecords(records: Records) {
  return startRpc({
    address: '127.0.0.1:0',
    secret: testSecret,
    reflection: false,
    services: [
      {
        definition: OrganisationServiceService,
        handlers: {
          ...unserved(OrganisationServiceService),
          recountUnions: async () => recountUnions(records),
        },
      },
      {
        definition: MembershipServiceService,
        handlers: {
          ...unserved(MembershipServiceService),
          recountMembers: async () => recountMembers(records),
        },
      },
    ],
  });
}

function unserved(definition: ServiceDefinition) {
  const refuse = (): Promise<never> => Promise.reject(refused('NOT_SERVED'));
  return Object.fromEntries(Object.keys(definition).map((name) => [name, refuse]));
}

function recountUnions({ facts }: Records): UnionRecount {
  const of = <Data>(name: string): Data[] =>
    facts.filter(({ type }) => type.name === name).map(({ data }) => data as Data);
  const rows = of<UnionEstablished>('union.established').map((union) => ({
    unionId: union.unionId,
    level: union.level,
    kind: union.kind,
    unitType: union.unitType,
    industry: union.industry,
    establishedOn: union.establishedOn,
    dissolvedOn:
      of<UnionDissolved>('union.dissolved').find(({ unionId }) => unionId === union.unionId)
        ?.effectiveOn ?? '',
    electionsHeldOn: of<ElectionHeld>('election.held')
      .filter(({ unionId }) => unionId === union.unionId)
      .map(({ heldOn }) => heldOn),
  }));
  return { rows, nextCursor: '' };
}

function recountMembers({ facts }: Records): MemberRecount {
  const row = (unionId: string, on: string, movement: string, codes: MemberCodes | undefined) => ({
    unionId,
    month: on.slice(0, 7),
    movement,
    codes,
    count: 1n,
  });
  const rows = facts.flatMap(({ type, data }) => {
    if (type.name === 'member.approved') {
      const { unionId, joinedOn, codes } = data as MemberApproved;
      return [row(unionId, joinedOn, 'recruited', codes)];
    }
    if (type.name === 'member.left') {
      const { unionId, effectiveOn, codes } = data as MemberLeft;
      return [row(unionId, effectiveOn, 'left', codes)];
    }
    if (type.name === 'member.transferred') {
      const { fromUnionId, toUnionId, effectiveOn, codes } = data as MemberTransferred;
      return [
        row(fromUnionId, effectiveOn, 'moved_out', codes),
        row(toUnionId, effectiveOn, 'moved_in', codes),
      ];
    }
    return [];
  });
  return { rows, nextCursor: '' };
}
