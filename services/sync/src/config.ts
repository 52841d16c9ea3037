import { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { OrganisationServiceService } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { rpcClient } from '@gonglian/rpc/client.ts';
import { readEnvironment } from '@gonglian/service/environment.ts';
import { z } from 'zod';
import type { SyncNode } from './pipeline.ts';

const deadlineMs = 30_000;

/** The service's own variables when it runs alone; services/node has its own file. */
const own = {
  GL_NODE_NAME: z.string().min(1),
  GL_NODE_LEVEL: z.enum(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']),
  /** host:port of the services whose records are recounted. */
  GL_ORGANISATION: z.string().min(1),
  GL_MEMBERSHIP: z.string().min(1),
  /** Region code and broker of the superior; empty for the nation. */
  GL_SUPERIOR: z.string().default(''),
  GL_SUPERIOR_NATS_URL: z.string().default(''),
  GL_SUPERIOR_NATS_USER: z.string().optional(),
  GL_SUPERIOR_NATS_PASSWORD: z.string().optional(),
  /** Region codes of the direct subordinates, joined by commas. */
  GL_SUBORDINATES: z.string().default(''),
  GL_STALE_AFTER_SECONDS: z.coerce.number().int().positive().default(120),
};

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const read = readEnvironment(environment, own);
  const { node } = read.settings;
  const mine = read.own;
  const superior = {
    region: mine.GL_SUPERIOR,
    broker: {
      url: mine.GL_SUPERIOR_NATS_URL,
      user: mine.GL_SUPERIOR_NATS_USER,
      password: mine.GL_SUPERIOR_NATS_PASSWORD,
    },
  };
  const federation: SyncNode = {
    rootUnionId: nodeRootUnionId(node),
    regionCode: node,
    level: mine.GL_NODE_LEVEL,
    name: mine.GL_NODE_NAME,
    superior: mine.GL_SUPERIOR === '' ? null : superior,
    subordinates: mine.GL_SUBORDINATES.split(',').filter((code) => code !== ''),
    organisation: rpcClient(OrganisationServiceService, mine.GL_ORGANISATION, { deadlineMs }),
    membership: rpcClient(MembershipServiceService, mine.GL_MEMBERSHIP, { deadlineMs }),
    staleAfterSeconds: mine.GL_STALE_AFTER_SECONDS,
  };
  return { ...read, own: federation };
}
