import type { Envelope } from '@gonglian/contracts/envelope.ts';
import { isRefusal, isTransient } from '@gonglian/kernel/refusal.ts';
import { jetstream, jetstreamManager, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from './connection.ts';
import { placeConsumer } from './streams.ts';

export interface ConsumerOptions {
  connection: NatsConnection;
  stream: string;
  durable: string;
  /** The last position applied, from PostgreSQL. */
  position(): Promise<number>;
  /** Applies the facts and moves the position from `from` in one transaction. */
  apply(facts: Envelope[], from: number): Promise<void>;
  /** Keeps a fact that is refused for good and moves the position past it, in one transaction. */
  park(fact: Envelope, from: number, reason: string): Promise<void>;
  log: {
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  maxBatch?: number;
}

export interface Consumer {
  stop(): Promise<void>;
  state(): { position: number; problem: string };
}

const maxAttempts = 5;
const retryMs = [50, 200, 500, 1000, 2000, 5000];

/**
 * Applies a stream in order, in batches as large as what has arrived. The position in PostgreSQL decides what is new:
 * a message at or below it is skipped, a gap makes the consumer start again behind the position, never skip.
 */
export function startConsumer(options: ConsumerOptions): Consumer {
  const { log, maxBatch = 500 } = options;
  const state = { position: 0, problem: '' };
  let stopping = false;
  let messages: ConsumerMessages | undefined;
  let queue: JsMsg[] = [];
  let wake: () => void = () => undefined;
  const done = run();

  return {
    state: () => ({ ...state }),
    async stop() {
      stopping = true;
      messages?.stop();
      wake();
      await done;
    },
  };

  async function run(): Promise<void> {
    for (let attempt = 0; !stopping; attempt += 1) {
      try {
        await open();
        await drain(() => (attempt = 0));
      } catch (error) {
        state.problem = error instanceof Error ? error.name : 'unknown';
        log.warn(
          { err: error, stream: options.stream, consumer: options.durable },
          'the consumer starts again',
        );
        await pause(attempt);
      } finally {
        messages?.stop();
        messages = undefined;
      }
    }
  }

  async function open(): Promise<void> {
    state.position = await options.position();
    queue = [];
    const manager = await jetstreamManager(options.connection, { checkAPI: false });
    await placeConsumer(manager, options.stream, options.durable, state.position, maxBatch * 4);
    const consumer = await jetstream(options.connection).consumers.get(
      options.stream,
      options.durable,
    );
    messages = await consumer.consume({
      max_messages: maxBatch * 2,
      idle_heartbeat: 5_000,
      abort_on_missing_resource: true,
      callback: (message) => {
        queue.push(message);
        wake();
      },
    });
    void messages.closed().then(() => wake());
    state.problem = '';
  }

  async function drain(well: () => void): Promise<void> {
    const opened = messages;
    let closed = false;
    void opened?.closed().then(() => (closed = true));
    while (!stopping) {
      if (queue.length === 0) {
        if (closed) throw new Error('the broker closed the consumer');
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const batch = queue.splice(0, maxBatch);
      const fresh = batch.filter((message) => message.seq > state.position);
      if (fresh[0] && fresh[0].seq !== state.position + 1) {
        throw new Error(`a gap: ${fresh[0].seq} came after ${state.position}`);
      }
      if (fresh.length > 0) await applyBatch(fresh);
      batch.at(-1)?.ack();
      well();
    }
  }

  async function applyBatch(batch: JsMsg[]): Promise<void> {
    const facts = batch.map((message) => message.json<Envelope>());
    try {
      await options.apply(facts, state.position);
      state.position += facts.length;
    } catch (error) {
      // Something in the batch, or the database, failed: go one by one, so that a bad fact stands alone.
      log.warn(
        { err: error, consumer: options.durable, count: facts.length },
        'a batch failed; applying one by one',
      );
      for (const fact of facts) await applyOne(fact);
    }
  }

  async function applyOne(fact: Envelope): Promise<void> {
    for (let attempt = 0; !stopping; attempt += 1) {
      try {
        await options.apply([fact], state.position);
        break;
      } catch (error) {
        // The database away, or moved on by another replica, is not the fact's fault: let the loop above start again.
        if ((await options.position()) !== state.position) throw error;
        const terminal = isRefusal(error) && !isTransient(error.kind);
        if (terminal || attempt + 1 >= maxAttempts) {
          const reason = isRefusal(error) ? error.code : 'UNEXPECTED';
          log.error(
            {
              err: error,
              consumer: options.durable,
              event: fact.type,
              position: fact.glseq,
              reason,
            },
            'a fact was parked',
          );
          await options.park(fact, state.position, reason);
          break;
        }
        await pause(attempt);
      }
    }
    if (!stopping) state.position += 1;
  }

  async function pause(attempt: number): Promise<void> {
    const ms = retryMs[Math.min(attempt, retryMs.length - 1)];
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!stopping) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
