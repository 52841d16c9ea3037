// The superior's side of a link: makes ready its streams, takes what the subordinate says, and says down what is due.
import { sourceOf } from '@gonglian/contracts/envelope.ts';
import {
  DownwardMessage,
  type LetterWindow,
} from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import type { NatsConnection } from '@gonglian/messaging/connection.ts';
import type { Consumer } from '@gonglian/messaging/consumer.ts';
import { inboundStream } from '@gonglian/messaging/streams.ts';
import { ensureSubordinate, lastSequence, sayDown } from '@gonglian/messaging/subordinates.ts';
import { readPosition } from '@gonglian/outbox/inbox.ts';
import { consume } from '@gonglian/service/consumers.ts';
import { asService } from '@gonglian/service/access.ts';
import { runIn, sqlIn, transact } from '@gonglian/service/database.ts';
import type { Running } from '@gonglian/service/handler.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Own } from '../pipeline.ts';
import { readUntaken } from '../letter/take-letters.ts';
import type { SourceState } from './board.ts';
import { onUpward, type DownwardBody } from './on-upward.ts';
import { UPLINK } from './say.ts';

export interface RunningDownlink {
  /** There may be letters for the subordinate. */
  wake(): void;
  source(): Promise<SourceState>;
  stop(): Promise<void>;
}

const mendMs = 500;
const againMs = 5_000;

export async function startDownlink(
  running: Running<Own>,
  connection: NatsConnection,
  subordinate: string,
  log: Logger,
): Promise<RunningDownlink> {
  const { name: stream } = inboundStream(subordinate);
  const source = sourceOf(subordinate, UPLINK);
  let question: DownwardBody | undefined;
  let receipted = -1;
  let isMending = false;
  let saying = Promise.resolve();
  let waiting = false;
  let saidFrom = { no: 0n, at: 0 };

  const readApplied = (em: EntityManager): Promise<number> =>
    readPosition(runIn(em), running.service, running.service, source);
  const applied = (): Promise<number> => transact(running.orm, asService, readApplied);
  const ensure = async (): Promise<void> =>
    ensureSubordinate(connection, subordinate, await applied());

  await ensure().catch(notReady);
  const consumer: Consumer = consume(
    // A commit of this consumer is also what the subordinate waits to be told of.
    { ...running, wakeRelay: () => afterCommit() },
    connection,
    { service: UPLINK, stream, source },
    [onUpward(subordinate, (asked) => (question = asked))],
    log,
  );
  // A wiped or broken stream shows as the consumer's problem; making it ready again is all that helps.
  const timers = [setInterval(() => void mend(), mendMs), setInterval(() => say(), againMs)];
  for (const timer of timers) timer.unref();

  function afterCommit(): void {
    running.wakeRelay();
    const asked = question;
    question = undefined;
    say(asked);
  }

  function say(asked?: DownwardBody): void {
    // One after the other; what is said is read when its turn comes, so one that waits speaks for those after it.
    if (waiting && !asked) return;
    waiting = true;
    saying = saying
      .then(() => speak(asked))
      .catch((error: unknown) => {
        log.warn(
          { err: error, subordinate },
          'a message down was not sent; it is said again later',
        );
      });
  }

  async function speak(asked: DownwardBody | undefined): Promise<void> {
    waiting = false;
    if (asked) await send(asked);
    const { position, letters } = await transact(running.orm, asService, async (em) => ({
      position: await readApplied(em),
      letters: await readUntaken(sqlIn(em), subordinate),
    }));
    if (letters) await sendLetters(letters);
    if (position === receipted) return;
    await send({ receipt: { position: BigInt(position), root: Buffer.alloc(0) } });
    receipted = position;
  }

  /** Again after a while, if they were not taken; never more than one window at a time. */
  async function sendLetters(letters: LetterWindow): Promise<void> {
    const isNew = letters.firstNo !== saidFrom.no;
    if (!isNew && Date.now() - saidFrom.at < againMs) return;
    saidFrom = { no: letters.firstNo, at: Date.now() };
    await send({ letters });
  }

  async function send(body: DownwardBody): Promise<void> {
    const message = DownwardMessage.fromPartial({ ...body, sentAt: new Date().toISOString() });
    await sayDown(connection, subordinate, JSON.stringify(DownwardMessage.toJSON(message)));
  }

  async function mend(): Promise<void> {
    if (isMending || consumer.state().problem === '') return;
    isMending = true;
    await ensure().catch(notReady);
    isMending = false;
  }

  function notReady(error: unknown): void {
    log.warn({ err: error, subordinate }, 'the streams of a subordinate are not ready');
  }

  return {
    wake: () => say(),
    async source() {
      const { problem } = consumer.state();
      const end = await lastSequence(connection, stream).catch(() => undefined);
      return { from: subordinate, applied: await applied(), end, problem };
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await consumer.stop();
      await saying;
    },
  };
}
