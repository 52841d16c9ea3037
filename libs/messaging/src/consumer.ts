import type { Envelope } from '@gonglian/contracts/envelope.ts';
import { invalid, isRefusal, isTransient, type RefusalKind } from '@gonglian/kernel/refusal.ts';
import { jetstream, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from './connection.ts';
import { onBreak, whileLinked } from './link.ts';
import { isPulled, isStreamMissing, placeConsumer, streamAdmin } from './streams.ts';

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
const standByMs = 1000;
/** A stream that is not there is about to be made by its owner, who starts at the same time. */
const missingMs = 500;

function retryAfter(error: unknown, attempt: number): number {
  const ms = retryMs[Math.min(attempt, retryMs.length - 1)] ?? 0;
  return isStreamMissing(error) ? Math.min(ms, missingMs) : ms;
}

/** Nothing the fact could help: what it needs is away. Such a fact waits, however long; it is never parked. */
const waiting: ReadonlySet<RefusalKind> = new Set(['busy', 'unavailable', 'late']);

/** The stream no longer holds, or never held, what comes next: only a rebuilt stream helps. */
class Gap extends Error {
  override name = 'Gap';
}

/** By the broker, or because the connection broke. */
class ConsumerClosed extends Error {
  override name = 'ConsumerClosed';
}

/**
 * Applies a stream in order, in batches as large as what has arrived. The position in PostgreSQL decides what is new:
 * a message at or below it is skipped, a gap makes the consumer start again behind the position, never skip. Of several
 * replicas one consumes; the others stand by until it stops asking.
 */
export function startConsumer(options: ConsumerOptions): Consumer {
  const { log, connection, stream, durable, maxBatch = 1000 } = options;
  const state = { position: 0, problem: '' };
  let gapAfter = -1;
  const end = new AbortController();
  let messages: ConsumerMessages | undefined;
  let queue: JsMsg[] = [];
  let wake: () => void = () => undefined;
  const forget = onBreak(connection, () => messages?.stop());
  const done = run();

  return {
    state: () => ({ ...state }),
    async stop() {
      end.abort();
      messages?.stop();
      wake();
      await done;
      forget();
    },
  };

  async function run(): Promise<void> {
    for (let attempt = 0; !end.signal.aborted; attempt += 1) {
      try {
        if (await open()) await drain(() => (attempt = 0));
        else await pause(standByMs);
      } catch (error) {
        notice(error);
        await pause(retryAfter(error, attempt));
      } finally {
        messages?.stop();
        messages = undefined;
      }
    }
  }

  /** Places the consumer behind the position; false where another replica consumes. */
  async function open(): Promise<boolean> {
    state.position = await options.position();
    if (state.position !== gapAfter) state.problem = '';
    queue = [];
    const manager = await streamAdmin(connection);
    return whileLinked(connection, async () => {
      if (await isPulled(manager, stream, durable)) return false;
      const { state: held } = await manager.streams.info(stream);
      if (held.first_seq > state.position + 1) throw gap(held.first_seq);
      await placeConsumer(manager, stream, durable, state.position, maxBatch * 4);
      const consumer = await jetstream(connection).consumers.get(stream, durable);
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
      void stopWhereNobodyAnswers(messages);
      return true;
    });
  }

  async function drain(well: () => void): Promise<void> {
    let closed = false;
    void messages?.closed().then(() => (closed = true));
    while (!end.signal.aborted) {
      if (queue.length === 0) {
        if (closed) throw new ConsumerClosed();
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const batch = queue.splice(0, maxBatch);
      const { next, skipped } = inOrder(batch, state.position);
      if (next.length > 0) {
        await applyBatch(next);
        state.problem = '';
        well();
      }
      if (skipped !== undefined) throw gap(skipped);
      batch.at(-1)?.ack();
    }
  }

  async function applyBatch(batch: JsMsg[]): Promise<void> {
    const facts = batch.map(envelopeOf);
    try {
      if (!facts.every(isWhole)) throw invalid('MALFORMED');
      await options.apply(facts, state.position);
      state.position += facts.length;
    } catch (error) {
      if (isRefusal(error) && waiting.has(error.kind)) throw error;
      // Something in the batch, or the database, failed: go one by one, so that a bad fact stands alone.
      log.warn(
        { err: error, consumer: durable, count: facts.length },
        'a batch failed; applying one by one',
      );
      for (const fact of facts) await applyOne(fact);
    }
  }

  async function applyOne(fact: Envelope): Promise<void> {
    for (let attempt = 0; !end.signal.aborted; attempt += 1) {
      try {
        if (!isWhole(fact)) throw invalid('MALFORMED');
        await options.apply([fact], state.position);
        break;
      } catch (error) {
        // What is away, or moved on by another replica, is not the fact's fault: let the loop above start again.
        if (isRefusal(error) && waiting.has(error.kind)) throw error;
        if ((await options.position()) !== state.position) throw error;
        const terminal = isRefusal(error) && !isTransient(error.kind);
        if (terminal || attempt + 1 >= maxAttempts) {
          await park(fact, error);
          break;
        }
        await pause(retryMs[attempt] ?? 0);
      }
    }
    if (!end.signal.aborted) state.position += 1;
  }

  async function park(fact: Envelope, error: unknown): Promise<void> {
    const reason = isRefusal(error) ? error.code : 'UNEXPECTED';
    const { type: event, glseq: position } = fact;
    log.error({ err: error, consumer: durable, event, position, reason }, 'a fact was parked');
    await options.park(fact, state.position, reason);
  }

  function gap(next: number): Gap {
    return new Gap(`gap: the stream goes on at ${next}, ${state.position + 1} is missing`);
  }

  function notice(error: unknown): void {
    if (end.signal.aborted) return;
    const fields = { err: error, stream, consumer: durable, position: state.position };
    if (error instanceof Gap) {
      if (gapAfter !== state.position)
        log.error(fields, 'the stream has a gap; it must be rebuilt');
      gapAfter = state.position;
      state.problem = error.message;
      return;
    }
    state.problem = isRefusal(error) ? error.code : error instanceof Error ? error.name : 'unknown';
    log.warn(fields, 'the consumer starts again');
  }

  /** Ends early only to stop: what arrives meanwhile must not shorten a back-off. */
  async function pause(ms: number): Promise<void> {
    if (end.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!end.signal.aborted) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Deleted between its placing and the first request: the client would find out by missed heartbeats, after 10 s. */
async function stopWhereNobodyAnswers(messages: ConsumerMessages): Promise<void> {
  for await (const { type } of messages.status()) if (type === 'no_responders') messages.stop();
}

/**
 * The messages that come next, without holes and repetitions: the broker may deliver again what was not acknowledged
 * in time. `skipped` is the sequence found behind a hole.
 */
function inOrder(
  batch: readonly JsMsg[],
  position: number,
): { next: JsMsg[]; skipped: number | undefined } {
  const next: JsMsg[] = [];
  for (const message of batch) {
    const wanted = position + next.length + 1;
    if (message.seq === wanted) next.push(message);
    else if (message.seq > wanted) return { next, skipped: message.seq };
  }
  return { next, skipped: undefined };
}

/** What cannot be read is kept as text under `data`, so that it can be parked and looked at. */
function envelopeOf(message: JsMsg): Envelope {
  try {
    const read = message.json<Envelope>();
    if (typeof read === 'object' && read !== null && typeof read.type === 'string') return read;
  } catch {
    // Not JSON: below.
  }
  return { ...unread, glseq: message.seq, subject: message.subject, data: message.string() };
}

const unread: Envelope = {
  specversion: '1.0',
  id: '',
  type: '',
  source: '',
  subject: '',
  time: '',
  datacontenttype: 'application/json',
  glseq: 0,
  data: '',
};

function isWhole(fact: Envelope): boolean {
  return fact.type !== '';
}
