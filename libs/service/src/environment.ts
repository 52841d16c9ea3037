import { z } from 'zod';
import type { ServiceSettings } from './settings.ts';

/** 32 random bytes in base64. */
export const key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, '32 bytes in base64');

/** The variables that every service takes when it has a process of its own. Secrets have no defaults. */
const shared = {
  /** Region code of the node, six digits (GB/T 2260). */
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
  /** host:port to listen on. */
  GL_GRPC: z.string().min(1),
  GL_TOKEN_SECRET: key,
  GL_METRICS_PORT: z.coerce.number().int().optional(),
  GL_OTLP_URL: z.url().optional(),
  GL_LOG_LEVEL: z.string().default('info'),
  GL_DEVELOPMENT: z.stringbool().default(false),
};
type Shared = z.output<z.ZodObject<typeof shared>>;

export interface ProcessSettings {
  settings: ServiceSettings;
  logLevel: string;
  metricsPort: number | undefined;
  otlpUrl: string | undefined;
}

/** Reads and checks the environment once, with a service's own variables; throws naming the first wrong one. */
export function readEnvironment<Own extends z.ZodRawShape>(
  environment: NodeJS.ProcessEnv,
  own: Own,
): ProcessSettings & { own: z.output<z.ZodObject<Own>> } {
  const issueOf = (error: z.ZodError) => {
    const [issue] = error.issues;
    return new Error(`${issue?.path.join('.')}: ${issue?.message}`);
  };
  const common = z.object(shared).safeParse(environment);
  if (!common.success) throw issueOf(common.error);
  const mine = z.object(own).safeParse(environment);
  if (!mine.success) throw issueOf(mine.error);
  return {
    settings: toSettings(common.data),
    logLevel: common.data.GL_LOG_LEVEL,
    metricsPort: common.data.GL_METRICS_PORT,
    otlpUrl: common.data.GL_OTLP_URL,
    own: mine.data,
  };
}

function toSettings(data: Shared): ServiceSettings {
  return {
    node: data.GL_NODE,
    database: {
      host: data.GL_DATABASE_HOST,
      port: data.GL_DATABASE_PORT,
      name: data.GL_DATABASE_NAME,
      owner: { user: data.GL_DATABASE_OWNER, password: data.GL_DATABASE_OWNER_PASSWORD },
      role: { user: data.GL_DATABASE_ROLE, password: data.GL_DATABASE_ROLE_PASSWORD },
    },
    broker: { url: data.GL_NATS_URL, user: data.GL_NATS_USER, password: data.GL_NATS_PASSWORD },
    grpc: data.GL_GRPC,
    tokenSecret: data.GL_TOKEN_SECRET,
    peers: {},
    poolSize: data.GL_POOL_SIZE,
    development: data.GL_DEVELOPMENT,
  };
}
