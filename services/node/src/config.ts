import { readFileSync } from 'node:fs';
import { DUTIES } from '@gonglian/kernel/duty.ts';
import { z } from 'zod';

const Login = z.strictObject({ user: z.string(), password: z.string() });
const Rpc = z.strictObject({ grpc: z.string() });
const region = z.string().regex(/^\d{6}$/, 'six digits (GB/T 2260)');

const Provider = z.strictObject({
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  audience: z.string().min(1),
  scopes: z.string().optional(),
  mfaDuties: z.array(z.enum(DUTIES)).max(DUTIES.length).optional(),
  mfaAcr: z.array(z.string().min(1).max(200)).max(10).optional(),
});
const DevelopmentUser = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().optional(),
  duty: z.enum(DUTIES),
  scope: z.string().optional(),
  memberId: z.string().optional(),
});

const NodeConfig = z.strictObject({
  region,
  name: z.string().min(1),
  level: z.enum(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']),
  superior: z
    .strictObject({ region, natsUrl: z.string(), user: z.string(), password: z.string() })
    .nullable(),
  subordinates: z.array(region).max(100),
  development: z.boolean(),
  /** Where browsers find this node, such as https://union.example; left out: http and the gateway's address. */
  publicUrl: z.url().optional(),
  /** Proxies in front of the gateway whose X-Forwarded-For is believed: addresses or networks. */
  trustedProxies: z.array(z.string()).max(20).optional(),
  /** The OpenID Connect provider (docs/connect-a-provider.md); left out, in development: one without passwords. */
  provider: Provider.optional(),
  developmentUsers: z.array(DevelopmentUser).max(100).optional(),
  /** Who becomes administrator at the first log-in, as long as there is none. */
  firstAdmins: z
    .array(z.strictObject({ issuer: z.string(), subject: z.string() }))
    .max(10)
    .default([]),
  database: z.strictObject({
    host: z.string(),
    port: z.int(),
    name: z.string(),
    owner: Login,
    roles: z.record(z.string(), Login),
  }),
  nats: z.strictObject({ url: z.string(), user: z.string(), password: z.string() }),
  /** The addresses of all services of the node; those named on the command line are started here. */
  services: z.strictObject({
    organisation: Rpc,
    membership: Rpc,
    competitions: Rpc,
    welfare: Rpc,
    finance: Rpc,
    sync: Rpc,
    gateway: z.strictObject({ http: z.string() }),
  }),
  keys: z.strictObject({
    /** The file of the wrapped data keys and index key; made at the first start. */
    ring: z.string(),
    /** What wraps them: a file with 32 random bytes in base64, or a program with its arguments that asks a KMS. */
    wrapping: z.union([z.string(), z.array(z.string()).min(1)]),
    /** A file with 32 random bytes in base64. */
    session: z.string(),
  }),
  /** Where papers lie, sealed; left out: a folder beside the ring. */
  store: z
    .union([
      z.strictObject({ folder: z.string().min(1) }),
      z.strictObject({
        endpoint: z.url(),
        region: z.string().min(1),
        bucket: z.string().min(1),
        accessKeyId: z.string().min(1),
        secretAccessKey: z.string().min(1),
      }),
    ])
    .optional(),
  metricsPort: z.int().optional(),
  otlpUrl: z.string().optional(),
  logDir: z.string().optional(),
});
export type NodeConfig = z.output<typeof NodeConfig>;

/** Reads and checks a node's configuration file; throws an error that names the first wrong setting. */
export function readConfig(path: string): NodeConfig {
  const parsed = NodeConfig.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${path}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Reads a key file; a key of another length than 32 bytes is refused. */
export function readKey(path: string): Buffer {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new Error(`${path} does not hold 32 bytes in base64`);
  return key;
}
