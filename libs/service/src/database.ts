import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { EntityManager, MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { guardPool } from './pool-guard.ts';
import { connectionString, type ServiceSettings } from './settings.ts';
import { declarationOf, type Access } from './access.ts';
import type { Run } from '@gonglian/outbox/outbox.ts';
import type { Sql } from './use-case.ts';

/** A statement may take this long; a page or a command that needs more is wrong. */
const limits =
  '-c statement_timeout=60s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s';

/** For a place in the pool, or for the server to answer. */
const waitForConnectionMs = 10_000;

export async function openDatabase(
  settings: ServiceSettings,
  schema: string,
  entities: readonly EntitySchema[],
): Promise<MikroORM> {
  let created: pg.Pool | undefined;
  const orm = await MikroORM.init({
    clientUrl: connectionString(settings, settings.database.role),
    schema,
    entities: [...entities],
    discovery: { warnWhenNoEntities: false },
    allowGlobalContext: false,
    // What fails is thrown and logged by us; the ORM's own lines would quote messages, and those quote values.
    logger: () => undefined,
    pool: { min: 0, max: settings.poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      options: `-c search_path=${schema} ${limits}`,
      application_name: `gonglian ${schema}`,
      keepAlive: true,
      connectionTimeoutMillis: waitForConnectionMs,
      // Who waits for each answer before he asks again notices nothing of it.
      pipeline: true,
      onPoolCreated(pool: pg.Pool) {
        created = pool;
        guardPool(pool);
      },
    },
  });
  // Otherwise its first statement would connect: inside a transaction, by a second place of the pool, for which the
  // others wait as well.
  await orm.connect();
  if (created) pools.set(orm, created);
  return orm;
}

const pools = new WeakMap<MikroORM, pg.Pool>();

/** Where the ORM has its connections from; whoever takes one gives it back. */
export function poolOf(orm: MikroORM): pg.Pool {
  const pool = pools.get(orm);
  if (!pool) throw new Error('the database is not open');
  return pool;
}

/** Runs text with $1… inside the manager's transaction. */
export function runIn(em: EntityManager): Run {
  return async <Row>(text: string, values: unknown[]) => {
    const result = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, values));
    return result.rows;
  };
}

export function sqlIn(em: EntityManager): Sql {
  return sqlOf(runIn(em));
}

export function sqlOf(run: Run): Sql {
  return (text, ...values) =>
    run(
      text.reduce((joined, part, n) => `${joined}$${n}${part}`),
      values,
    );
}

export const ATTEMPTS_MAX = 4;
// The last: a statement that the transaction before it on a channel was to prepare, and that had failed.
const retryable = new Set(['40001', '40P01', '55P03', '26000']);

/** Whether the database itself asks for another attempt (deadlock, serialisation, lock). */
export function isToRetry(error: unknown): boolean {
  return !isRefusal(error) && retryable.has(sqlState(error));
}

/**
 * One transaction that reaches as far as `access` says, tried again a few times where the database itself asks for it.
 */
export async function transact<T>(
  orm: MikroORM,
  access: Access,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(orm, access, work);
    } catch (error) {
      if (attempt >= ATTEMPTS_MAX || !isToRetry(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

/**
 * What opens the transaction says how far it reaches, in the same message: row-level security then costs no round trip.
 * Whatever fails, the transaction is ended before its connection is anybody else's.
 */
function once<T>(
  orm: MikroORM,
  access: Access,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  const em = orm.em.fork() as EntityManager;
  return em
    .getKysely()
    .connection()
    .execute(async (connection) => {
      const say = (text: string) => connection.executeQuery(CompiledQuery.raw(text));
      try {
        await say(`begin; ${declarationOf(access)}`);
        em.setTransactionContext(connection);
        const result = await work(em);
        await em.flush();
        await say('commit');
        return result;
      } catch (error) {
        // Where the connection is gone so is the transaction; the first error is the one to tell.
        await say('rollback').catch(() => undefined);
        throw error;
      }
    });
}

export function sqlState(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
