import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { readEnvironment } from '@gonglian/service/environment.ts';
import { neighbourVariables } from '@gonglian/service/environment-groups.ts';
import { z } from 'zod';

/** The service's own variables when it runs alone; services/node has its own file. */
const own = {
  ...neighbourVariables,
  GL_NODE_NAME: z.string().min(1),
  /** Where there is a superior the next three are needed. */
  GL_SUPERIOR_NATS_URL: z.string().default(''),
  GL_SUPERIOR_NATS_USER: z.string().optional(),
  GL_SUPERIOR_NATS_PASSWORD: z.string().optional(),
  /** host:port of the services whose records are counted again by a verification. */
  GL_ORGANISATION: z.string().min(1),
  GL_MEMBERSHIP: z.string().min(1),
  /** host:port of the service that answers the questions of a neighbour's. */
  GL_COMPETITIONS: z.string().min(1),
  GL_WELFARE: z.string().min(1),
  GL_FINANCE: z.string().min(1),
  GL_STALE_AFTER_SECONDS: z.coerce.number().int().min(30).default(120),
};

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  const read = readEnvironment(environment, own);
  const { node } = read.settings;
  const { own: mine } = read;
  const url = mine.GL_SUPERIOR_NATS_URL;
  if (mine.GL_SUPERIOR !== '' && url === '') throw new Error('GL_SUPERIOR_NATS_URL: required');
  const broker = {
    url,
    user: mine.GL_SUPERIOR_NATS_USER,
    password: mine.GL_SUPERIOR_NATS_PASSWORD,
  };
  return {
    ...read,
    services: {
      organisation: mine.GL_ORGANISATION,
      membership: mine.GL_MEMBERSHIP,
      competitions: mine.GL_COMPETITIONS,
      welfare: mine.GL_WELFARE,
      finance: mine.GL_FINANCE,
    },
    node: {
      rootUnionId: nodeRootUnionId(node),
      regionCode: node,
      level: mine.GL_NODE_LEVEL,
      name: mine.GL_NODE_NAME,
      superior: mine.GL_SUPERIOR === '' ? null : { region: mine.GL_SUPERIOR, broker },
      subordinates: mine.GL_SUBORDINATES,
      staleAfterSeconds: mine.GL_STALE_AFTER_SECONDS,
    },
  };
}
