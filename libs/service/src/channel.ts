// Transactions that follow one another on one connection without waiting for each other's answers: what a batch asks goes
// to the database in one message, and while that is busy with it the next batch is worked out and sent after it.
import type { Socket } from 'node:net';
import type { Run } from '@gonglian/outbox/outbox.ts';
import type { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { declarationOf, type Access } from './access.ts';
import { poolOf } from './database.ts';

export interface Channel {
  /**
   * Sends one transaction. Resolves when its end is sent, before which nobody may send another; `committed` resolves with
   * what `work` answered when the database has committed, or rejects with the first error. `work` need not wait for what
   * it asks: the transaction holds only if all of it was answered well.
   */
  send<T>(access: Access, work: (run: Run) => Promise<T>): Promise<{ committed: Promise<T> }>;
  /** False when the connection is gone or was given back. */
  isOpen(): boolean;
  /** Gives the connection back; nothing may be under way. */
  close(): void;
}

/** Takes a connection of the pool until it is closed. */
export async function openChannel(orm: MikroORM): Promise<Channel> {
  const client = await poolOf(orm).connect();
  let open = true;
  // What is under way fails by itself; an error that nobody listens for would end the process.
  const ignore = () => undefined;
  const release = (gone: boolean) => {
    if (!open) return;
    open = false;
    client.off('error', ignore).off('end', lost);
    client.release(gone);
  };
  const lost = () => release(true);
  client.on('error', ignore).once('end', lost);
  return {
    async send(access, work) {
      const asked: Promise<unknown>[] = [];
      const ask = (query: string | pg.QueryConfig) => {
        together(client);
        const answer = awaited(client.query(query));
        asked.push(answer);
        return answer;
      };
      void ask(`begin; ${declarationOf(access)}`);
      try {
        const done = await work(async <Row>(text: string, values: unknown[]) => {
          const { rows } = await ask({ name: nameOf(text), text, values });
          return rows as Row[];
        });
        void ask('commit');
        // Where something failed the commit is answered by a rollback, without an error: the first one is told.
        return { committed: awaited(Promise.all(asked).then(() => done)) };
      } catch (error) {
        const thrown = (): Promise<never> => Promise.reject(error);
        return { committed: awaited(ask('rollback').then(thrown, thrown)) };
      }
    },
    isOpen: () => open,
    close: () => release(false),
  };
}

/** What is asked in one turn goes in one packet, and not in one each. */
function together(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const names = new Map<string, string>();
const NAMES_MAX = 200;

/** A statement is prepared once a connection. Beyond some hundred texts, which no channel has, it is not. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size === NAMES_MAX) return known;
  const name = `channel ${names.size}`;
  names.set(text, name);
  return name;
}

/** Whoever asks for it hears of its failure; that nobody asks yet is no failure of the process. */
function awaited<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
