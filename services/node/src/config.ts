import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Login = z.strictObject({ user: z.string(), password: z.string() });
const Rpc = z.strictObject({ grpc: z.string() });
const region = z.string().regex(/^\d{6}$/, 'six digits (GB/T 2260)');

const NodeConfig = z.strictObject({
  region,
  name: z.string().min(1),
  level: z.enum(['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']),
  superior: z
    .strictObject({ region, natsUrl: z.string(), user: z.string(), password: z.string() })
    .nullable(),
  subordinates: z.array(region).max(100),
  development: z.boolean(),
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
    sync: Rpc,
    gateway: z.strictObject({ http: z.string() }),
  }),
  /** Files with 32 random bytes in base64. */
  keys: z.strictObject({ data: z.string(), index: z.string(), session: z.string() }),
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
