import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { EntityManager, MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { guardPool } from './pool-guard.ts';
import { connectionString, type ServiceSettings } from './settings.ts';
import { declareAccess, type Access } from './access.ts';
import type { Run } from '@gonglian/outbox/outbox.ts';
import type { Sql } from './use-case.ts';

/** A statement may take this long; a page or a command that needs more is wrong. */
const limits =
  '-c statement_timeout=60s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s';

/** For a place in the pool, or for the server to answer. */
const waitForConnectionMs = 10_000;

export function openDatabase(
  settings: ServiceSettings,
  schema: string,
  entities: readonly EntitySchema[],
): Promise<MikroORM> {
  return MikroORM.init({
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
      onPoolCreated: (pool: pg.Pool) => guardPool(pool),
    },
  });
}

/** Runs text with $1… inside the manager's transaction. */
export function runIn(em: EntityManager): Run {
  return async <Row>(text: string, values: unknown[]) => {
    const result = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, values));
    return result.rows;
  };
}

export function sqlIn(em: EntityManager): Sql {
  const run = runIn(em);
  return (text, ...values) =>
    run(
      text.reduce((joined, part, n) => `${joined}$${n}${part}`),
      values,
    );
}

const maxAttempts = 4;
const retryable = new Set(['40001', '40P01', '55P03']);

/**
 * One transaction that reaches as far as `access` says, tried again a few times where the database itself asks for that
 * (deadlock, serialisation, lock).
 */
export async function transact<T>(
  orm: MikroORM,
  access: Access,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await orm.em.fork().transactional(async (em) => {
        await declareAccess(sqlIn(em as EntityManager), access);
        return work(em as EntityManager);
      });
    } catch (error) {
      if (attempt >= maxAttempts || isRefusal(error) || !retryable.has(sqlState(error)))
        throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

export function sqlState(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
