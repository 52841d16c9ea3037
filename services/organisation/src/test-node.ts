// What the integration tests of this service start from: a county node with its root union, and a
// membership service that answers from figures a test has set, over real gRPC.
import { randomUUID } from 'node:crypto';
import {
  MembershipServiceService,
  MemberCount,
  type CountMembersRequest,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import {
  UnionRow,
  type OrganisationServiceService,
  type Union,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { rpcClient } from '@gonglian/rpc/client.ts';
import { startRpc, type Handler } from '@gonglian/rpc/server.ts';
import { startTestService, testSecret, type TestService } from '@gonglian/testing/service.ts';
import type { AccessSettings, Own } from './pipeline.ts';
import { parts } from './service.ts';
import { ensureRootUnion } from './union/ensure-root-union.ts';

/** Gaoyou, a county-level city; no member of it is anybody. */
export const COUNTY = '321084';
export const ROOT = nodeRootUnionId(COUNTY);

export interface TestNode extends TestService<Own, typeof OrganisationServiceService> {
  /** What membership answers, by union; a union that is not here is unknown to it. */
  members: Map<string, MemberCount>;
  /** Enrols one union and answers its id. */
  enrol(row?: Partial<UnionRow>): Promise<string>;
  union(unionId: string, asOf?: string): Promise<Union>;
  version(unionId: string): Promise<number>;
}

export async function startNode(access: AccessSettings = {}): Promise<TestNode> {
  const members = new Map<string, MemberCount>();
  const membership = await startMembership(members);
  const own = {
    rootUnionId: ROOT,
    regionCode: COUNTY,
    level: 'COUNTY',
    name: '高邮市总工会',
  } as const;
  const service = await startTestService(parts, { ...own, access, membership: membership.client });
  await ensureRootUnion(service.served.running);
  const union = (unionId: string, asOf = '') => service.call('getUnion', { unionId, asOf });
  return {
    ...service,
    members,
    union,
    async version(unionId) {
      const { version } = await union(unionId);
      return version;
    },
    async enrol(row = {}) {
      const whole = unionRow(row);
      const { refused } = await service.call('enrolUnions', { rows: [whole] });
      if (refused[0]) throw new Error(`not enrolled: ${refused[0].code} ${refused[0].field}`);
      return whole.unionId;
    },
    async stop() {
      await service.stop();
      await membership.stop();
    },
  };
}

/** A grassroots union below the county that breaks no rule. */
export function unionRow(row: Partial<UnionRow> = {}): UnionRow {
  return UnionRow.fromPartial({
    unionId: randomUUID(),
    name: '高邮市测试工会',
    level: 'GRASSROOTS',
    kind: 'JOINT_GRASSROOTS',
    parentId: ROOT,
    regionCode: COUNTY,
    establishedOn: '2020-03-01',
    ...row,
  });
}

/** Every rpc of membership is there, as it must be; all but the count are unknown. */
async function startMembership(members: ReadonlyMap<string, MemberCount>) {
  const absent: Handler<never, unknown> = () => Promise.reject(notFound('NOT_FOUND'));
  const countMembers: Handler<CountMembersRequest, MemberCount> = ({ unionId }) => {
    const count = members.get(unionId);
    return count ? Promise.resolve(count) : Promise.reject(notFound('NOT_FOUND', { unionId }));
  };
  const handlers = Object.fromEntries(
    Object.keys(MembershipServiceService).map((name) => [name, absent]),
  );
  const server = await startRpc({
    address: '127.0.0.1:0',
    secret: testSecret,
    services: [{ definition: MembershipServiceService, handlers: { ...handlers, countMembers } }],
    reflection: false,
  });
  const client = rpcClient(MembershipServiceService, server.address, { deadlineMs: 5_000 });
  return {
    client,
    async stop() {
      client.close();
      await server.stop();
    },
  };
}
