import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import { z } from 'zod';
import type { Own } from './pipeline.ts';

/**
 * The environment of the service when it runs alone; services/node has its own file. Secrets have
 * no defaults.
 */
const Environment = z.object({
  GL_NODE: z.string().regex(/^\d{6}$/, 'six digits (GB/T 2260)'),
  GL_NODE_NAME: z.string().min(1),
  GL_NODE_LEVEL: z.enum(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']),
  GL_DATABASE_HOST: z.string().min(1),
  GL_DATABASE_PORT: z.coerce.number().int().positive().default(5432),
  GL_DATABASE_NAME: z.string().min(1),
  GL_DATABASE_OWNER: z.string().min(1),
  GL_DATABASE_OWNER_PASSWORD: z.string().min(1),
  GL_DATABASE_ROLE: z.string().min(1),
  GL_DATABASE_ROLE_PASSWORD: z.string().min(1),
  GL_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  GL_NATS_URL: z.string().min(1),
  GL_NATS_USER: z.string().optional(),
  GL_NATS_PASSWORD: z.string().optional(),
  GL_GRPC: z.string().default('0.0.0.0:7001'),
  GL_MEMBERSHIP: z.string().min(1),
  /** 32 random bytes or more, base64. */
  GL_TOKEN_SECRET: z.base64().min(44),
  GL_DEVELOPMENT: z.stringbool().default(false),
});

export interface Config {
  settings: ServiceSettings;
  own: Omit<Own, 'membership'>;
}

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const { success, data, error } = Environment.safeParse(environment);
  if (!success) {
    const issue = error.issues[0];
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { GL_NODE: node, GL_NODE_NAME: name, GL_NODE_LEVEL: level } = data;
  return {
    settings: {
      node,
      database: {
        host: data.GL_DATABASE_HOST,
        port: data.GL_DATABASE_PORT,
        name: data.GL_DATABASE_NAME,
        owner: { user: data.GL_DATABASE_OWNER, password: data.GL_DATABASE_OWNER_PASSWORD },
        role: { user: data.GL_DATABASE_ROLE, password: data.GL_DATABASE_ROLE_PASSWORD },
      },
      broker: {
        url: data.GL_NATS_URL,
        ...(data.GL_NATS_USER ? { user: data.GL_NATS_USER } : {}),
        ...(data.GL_NATS_PASSWORD ? { password: data.GL_NATS_PASSWORD } : {}),
      },
      grpc: data.GL_GRPC,
      tokenSecret: Buffer.from(data.GL_TOKEN_SECRET, 'base64'),
      peers: { membership: data.GL_MEMBERSHIP },
      poolSize: data.GL_POOL_SIZE,
      development: data.GL_DEVELOPMENT,
    },
    own: { rootUnionId: nodeRootUnionId(node), regionCode: node, level, name },
  };
}
