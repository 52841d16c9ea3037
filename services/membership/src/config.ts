import { openVault } from '@gonglian/kernel/vault.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import { z } from 'zod';
import type { Own } from './pipeline.ts';

/** 32 random bytes in base64. */
const key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, '32 bytes in base64');

/** The environment of the service when it runs alone; services/node has its own file. Secrets have no defaults. */
const Environment = z.object({
  GL_NODE: z.string().regex(/^\d{6}$/, 'six digits (GB/T 2260)'),
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
  GL_GRPC: z.string().default('0.0.0.0:7002'),
  GL_TOKEN_SECRET: key,
  /** Seals what names a person. */
  GL_DATA_KEY: key,
  /** Makes the keyed index of ID numbers: changing it means rebuilding the index. */
  GL_INDEX_KEY: key,
  /** Signs join links. */
  GL_LINK_SECRET: key,
  GL_DEVELOPMENT: z.stringbool().default(false),
});

export interface Config {
  settings: ServiceSettings;
  own: Own;
}

/** Reads and checks the environment once; throws an error that names the first wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const { success, data, error } = Environment.safeParse(environment);
  if (!success) {
    const issue = error.issues[0];
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const dataKeys = { 1: data.GL_DATA_KEY };
  const { GL_NODE: node, GL_INDEX_KEY: indexKey, GL_LINK_SECRET: linkSecret } = data;
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
      tokenSecret: data.GL_TOKEN_SECRET,
      peers: {},
      poolSize: data.GL_POOL_SIZE,
      development: data.GL_DEVELOPMENT,
    },
    own: {
      vault: openVault({ suite: 'std', dataKeys, currentKid: 1, indexKey }),
      linkSecret,
      regionCode: node,
    },
  };
}
