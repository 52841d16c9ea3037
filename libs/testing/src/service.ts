import { randomBytes, randomUUID } from 'node:crypto';
import { sourceOf, subjectOf } from '@gonglian/contracts/envelope.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Duty } from '@gonglian/kernel/duty.ts';
import type { FactType } from '@gonglian/contracts/fact.ts';
import { publishWindow } from '@gonglian/messaging/publish.ts';
import { ensureStream, factStream } from '@gonglian/messaging/streams.ts';
import { envelopeText, pendingFact } from '@gonglian/outbox/outbox.ts';
import { signActor } from '@gonglian/rpc/actor.ts';
import { rpcClient, type ClientOptions, type RpcClient } from '@gonglian/rpc/client.ts';
import type { RequestOf, ResponseOf, ServiceDefinition } from '@gonglian/rpc/definition.ts';
import { serve, type Served, type ServiceParts } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { Pool } from 'pg';
import { inject } from 'vitest';
import { createDatabase } from './database.ts';
import { eventually } from './eventually.ts';

export interface OutboxRow {
  position: number | null;
  fact: string;
  key: string;
  data: Record<string, unknown>;
}

export interface Caller {
  duty?: Duty | 'applicant' | 'gateway' | 'service';
  /** The union it is over; the node's root, and so the whole node, where it is not given. */
  scope?: string;
  /** Whose own record, in the duty of a member. */
  member?: string;
  /** The account. */
  id?: string;
  /** The idempotency key; a fresh one where it is not given. */
  key?: string;
}

export interface TestService<Own, Def extends ServiceDefinition> {
  node: string;
  served: Served<Own>;
  settings: ServiceSettings;
  call<Name extends keyof Def & string>(
    method: Name,
    request: RequestOf<Def[Name]>,
    caller?: Caller,
  ): Promise<ResponseOf<Def[Name]>>;
  token(caller?: Caller): Promise<string>;
  /** A client with settings of its own; closed at the end. */
  client(options: ClientOptions): RpcClient<Def>;
  sql<Row = Record<string, unknown>>(
    text: TemplateStringsArray,
    ...values: unknown[]
  ): Promise<Row[]>;
  outbox(): Promise<OutboxRow[]>;
  /** What the service has logged, a JSON line each, from warnings up. */
  logged: readonly string[];
  publishFacts(service: string, facts: readonly { type: FactType; data: object }[]): Promise<void>;
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export const testSecret = Buffer.alloc(32, 7);

export interface TestOptions {
  /** The node's code; a fresh one where it is not given. Subjects and streams carry it. */
  node?: string;
  backends?: { postgresUrl: string; natsUrl: string };
  /** The ways by which the service alone reaches them, where those will be broken. */
  reach?: { postgresPort?: number; natsUrl?: string };
}

/** Runs one service as a node would: own database, own subject prefix, real broker, real gRPC. */
export async function startTestService<Own, Def extends ServiceDefinition>(
  parts: ServiceParts<Own, Def>,
  own: Own,
  options: TestOptions = {},
): Promise<TestService<Own, Def>> {
  const node = options.node ?? `t${randomBytes(4).toString('hex')}`;
  const backends = options.backends ?? {
    postgresUrl: inject('postgresUrl'),
    natsUrl: inject('natsUrl'),
  };
  const database = await createDatabase(backends.postgresUrl, parts.name, parts.migrations);
  const settings: ServiceSettings = {
    node,
    database: { ...database, port: options.reach?.postgresPort ?? database.port },
    broker: { url: options.reach?.natsUrl ?? backends.natsUrl },
    grpc: '127.0.0.1:0',
    tokenSecret: testSecret,
    peers: {},
    poolSize: 6,
    development: true,
  };
  const logged: string[] = [];
  const log = createLog({ node }, 'warn', { write: (line) => void logged.push(line) });
  const served = await serve(parts, settings, own, log);
  const client = rpcClient(parts.definition, served.address, { deadlineMs: 60_000 });
  const others: RpcClient<Def>[] = [];
  const pool = new Pool({
    connectionString: database.url,
    max: 2,
    options: `-c search_path=${parts.name},public`,
  });
  pool.on('error', () => undefined); // a connection that was cut while idle; the next query opens another
  const sql = async <Row>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> => {
    const { rows } = await pool.query(
      text.reduce((all, part, n) => `${all}$${n}${part}`),
      values,
    );
    return rows as Row[];
  };
  const token = ({ duty = 'clerk', scope = nodeRootUnionId(node), ...who }: Caller = {}) => {
    const { id = `test-${duty}`, member = '' } = who;
    return signActor(testSecret, { id, duty, scope, node, member }, 3600);
  };

  return {
    node,
    served,
    settings,
    logged,
    sql,
    token,
    client(clientOptions) {
      const other = rpcClient(parts.definition, served.address, clientOptions);
      others.push(other);
      return other;
    },
    async call(method, request, caller = {}) {
      const send = client[method] as (request: unknown, call: object) => Promise<never>;
      const idempotencyKey = caller.key ?? randomUUID();
      return send(request, { token: await token(caller), idempotencyKey });
    },
    async outbox() {
      const rows = await sql<OutboxRow & { position: string | null }>`
        select position, fact, key, data from outbox order by seq`;
      return rows.map((row) => ({
        ...row,
        position: row.position === null ? null : Number(row.position),
      }));
    },
    async publishFacts(service, facts) {
      const last = await ensureStream(served.connection, factStream(node, service));
      const window = facts.map(({ type, data }, n) => {
        const pending = pendingFact(type, data, undefined);
        const position = String(last + n + 1);
        const row = { ...pending, position, time: new Date().toISOString() };
        return {
          subject: subjectOf(node, service, type.name),
          sequence: last + n + 1,
          text: envelopeText(node, service, row),
        };
      });
      const standsAt = await publishWindow(served.connection, window);
      if (standsAt !== undefined) throw new Error(`the stream stands at ${standsAt}`);
    },
    settled: () => eventually(() => checkSettled(served, sql), { timeoutMs: 20_000 }),
    async stop() {
      for (const one of [client, ...others]) one.close();
      await pool.end();
      await served.stop();
    },
  };
}

type Select = <Row>(text: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

async function checkSettled<Own>(served: Served<Own>, sql: Select): Promise<void> {
  const { service, node } = served.running;
  const [left] = await sql<{ left: string }>`
    select (select count(*) from outbox where position is null) as left`;
  const { head, sent } = served.relay.state();
  const [written] = await sql<{ position: string }>`select position from outbox_head`;
  if (Number(left?.left) > 0 || head !== sent || head !== Number(written?.position)) {
    served.relay.wake();
    throw new Error(`${service}: the outbox is not sent yet`);
  }
  for (const from of served.consumers.keys()) {
    const last = await ensureStream(served.connection, factStream(node, from));
    const [inbox] = await sql<{ position: string }>`
      select position from inbox where source = ${sourceOf(node, from)}`;
    if (Number(inbox?.position ?? 0) !== last)
      throw new Error(`${service}: ${from} is not applied yet`);
  }
}
