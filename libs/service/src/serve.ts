import { connectBroker, type NatsConnection } from '@gonglian/messaging/connection.ts';
import type { Consumer } from '@gonglian/messaging/consumer.ts';
import { startRelay, type Relay } from '@gonglian/outbox/relay.ts';
import type {
  RequestOf,
  ResponseOf,
  ServiceDefinition,
  Streams,
} from '@gonglian/rpc/definition.ts';
import { startRpc } from '@gonglian/rpc/server.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import { startReactions } from './consumers.ts';
import { asService } from './access.ts';
import { openDatabase, sqlIn, transact } from './database.ts';
import { gatheredHandler } from './gather.ts';
import { handler, streamHandler, type MethodCodec, type Running } from './handler.ts';
import { observe } from './metrics.ts';
import { migrate, type Migration } from './migrate.ts';
import { factDestination } from './relays.ts';
import type { Permissions } from './policy.ts';
import { connectionString, type ServiceSettings } from './settings.ts';
import type { Download, Reaction, Sql, UseCase } from './use-case.ts';

/** Every rpc of the definition bound to its use case: a missing one, or a field that the proto lacks, fails to compile. */
export type Methods<Own, Def extends ServiceDefinition> = {
  [Name in keyof Def]: Streams<Def[Name]> extends true
    ? Download<Own, RequestOf<Def[Name]>, ResponseOf<Def[Name]>>
    : UseCase<Own, RequestOf<Def[Name]>, ResponseOf<Def[Name]>>;
};

/** A service's table of contents. */
export interface ServiceParts<Own, Def extends ServiceDefinition> {
  /** Also its database schema. */
  name: string;
  definition: Def;
  methods: Methods<Own, Def>;
  reactions: readonly Reaction<Own>[];
  entities: readonly EntitySchema[];
  migrations: readonly Migration[];
  /** Throws where what is in the database does not go with what the service was started with; then nothing is served. */
  check?: (sql: Sql, own: Own) => Promise<void>;
  /** Who holds its permissions, where it is not of the product. */
  permissions?: Permissions;
}

export interface Served<Own> {
  /** host:port it listens on. */
  address: string;
  running: Running<Own>;
  connection: NatsConnection;
  relay: Relay;
  consumers: Map<string, Consumer>;
  stop(): Promise<void>;
}

/**
 * Migrates, connects, starts relay, consumers and the gRPC server; `stop` drains them in the reverse order. `own` is
 * made after the database is there, since it may need it.
 */
export async function serve<Own, Def extends ServiceDefinition>(
  parts: ServiceParts<Own, Def>,
  settings: ServiceSettings,
  own: Own,
  log: Logger,
): Promise<Served<Own>> {
  const { owner, role } = settings.database;
  await migrate(connectionString(settings, owner), parts.name, role.user, parts.migrations);
  const orm = await openDatabase(settings, parts.name, parts.entities);
  if (parts.check) await checked(orm, parts.check, own);
  const connection = await connectBroker(settings.broker, {
    name: `${settings.node} ${parts.name}`,
  });
  const relay = startRelay({
    connectionString: connectionString(settings, role),
    table: `${parts.name}.outbox`,
    destination: factDestination(connection, settings.node, parts.name),
    log,
  });
  const running: Running<Own> = {
    service: parts.name,
    node: settings.node,
    orm,
    own,
    permissions: parts.permissions,
    wakeRelay: () => relay.wake(),
  };
  const consumers = startReactions(running, connection, parts.reactions, log);
  const rpc = await startRpc({
    address: settings.grpc,
    secret: settings.tokenSecret,
    services: [{ definition: parts.definition, handlers: handlers(running, parts) }],
    reflection: settings.development,
    log,
  });
  observeHealth(parts.name, relay, consumers);
  return {
    address: rpc.address,
    running,
    connection,
    relay,
    consumers,
    async stop() {
      await rpc.stop();
      await Promise.all([...consumers.values()].map((consumer) => consumer.stop()));
      await relay.stop();
      await connection.close();
      await orm.close();
    },
  };
}

async function checked<Own>(
  orm: MikroORM,
  check: (sql: Sql, own: Own) => Promise<void>,
  own: Own,
): Promise<void> {
  try {
    await transact(orm, asService, (em) => check(sqlIn(em), own));
  } catch (error) {
    await orm.close();
    throw error;
  }
}

function handlers<Own, Def extends ServiceDefinition>(
  running: Running<Own>,
  parts: ServiceParts<Own, Def>,
) {
  return Object.fromEntries(
    Object.entries(parts.definition).map(([name, codec]) => {
      const useCase = parts.methods[name] as
        | UseCase<Own, unknown, unknown>
        | Download<Own, unknown, unknown>;
      return [name, handlerOf(running, name, useCase, codec)];
    }),
  );
}

function handlerOf<Own>(
  running: Running<Own>,
  name: string,
  useCase: UseCase<Own, unknown, unknown> | Download<Own, unknown, unknown>,
  codec: MethodCodec<unknown, unknown>,
) {
  if (useCase.kind === 'download') return streamHandler(running, name, useCase);
  if (useCase.kind === 'gathered') return gatheredHandler(running, name, useCase, codec);
  return handler(running, name, useCase, codec);
}

function observeHealth(service: string, relay: Relay, consumers: Map<string, Consumer>): void {
  observe(
    'gonglian_outbox_unsent',
    'Facts with a position that the stream does not hold yet',
    () => {
      const { head, sent } = relay.state();
      return [{ value: Math.max(0, head - sent), labels: { service } }];
    },
  );
  observe(
    'gonglian_problem',
    '1 where a relay or a consumer cannot go on by itself or waits',
    () => {
      const parts = [['relay', relay] as const, ...consumers];
      return parts.map(([part, running]) => ({
        value: running.state().problem === '' ? 0 : 1,
        labels: { service, part },
      }));
    },
  );
}
