// The subordinate's side of a link: says the uplink's rows to the superior's inbound stream, and hears what comes down.
import { DownwardMessage } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { LinkClosed, openOutward, readDown, type Outward } from '@gonglian/messaging/outward.ts';
import { publishWindow } from '@gonglian/messaging/publish.ts';
import { envelopeText, type NumberedFact } from '@gonglian/outbox/outbox.ts';
import { startRelay, type Destination, type Relay } from '@gonglian/outbox/relay.ts';
import { asService } from '@gonglian/service/access.ts';
import { sqlIn, transact } from '@gonglian/service/database.ts';
import type { Running } from '@gonglian/service/handler.ts';
import { asOwnWork } from '@gonglian/service/own-work.ts';
import { connectionString, type ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { writeCells, type Writing } from '../cell/cell.ts';
import { firstOf } from '../cell/rows.ts';
import type { Own, Superior } from '../pipeline.ts';
import { takeLetters } from '../letter/take-letters.ts';
import type { UplinkState } from './board.ts';
import { sayDigest, sayEverythingOnce, sayLeaves, sayRanges } from './say-all.ts';
import { UPLINK } from './say.ts';

export interface Uplink {
  /** The connection to the superior's broker, for what else is said over it. */
  outward: Outward;
  wake(): void;
  state(): UplinkState;
  sayDigest(): Promise<void>;
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 30_000;
const FORK = 'fork';
/** The superior has no stream for this node, or does not let it in. */
const REFUSED = /^(JetStream|NoResponders|Permission|Authorization)/;
const retryMs = 1_000;
/** Rows that are sent before any is waited for; a full row is some 100 kB. */
const WINDOW = 100;

export async function startUplink(
  running: Running<Own>,
  settings: ServiceSettings,
  superior: Superior,
  log: Logger,
): Promise<Uplink> {
  const { node } = running;
  const outward = openOutward(superior.broker, node);
  await inCells(running, ({ tx }) => sayEverythingOnce(tx));
  const relay = startRelay({
    connectionString: connectionString(settings, settings.database.role),
    table: `${running.service}.uplink`,
    destination: destination(running, outward, log),
    log,
    windowSize: WINDOW,
  });
  const hearing = new AbortController();
  const heard = hear(running, outward, relay, hearing.signal, log);
  const beat = setInterval(() => void heartbeat(), running.own.heartbeatMs ?? HEARTBEAT_MS);
  beat.unref();

  /** Not into a cut link: a month away must not leave a month of digests to be sent. */
  async function heartbeat(): Promise<void> {
    const { sent, head } = relay.state();
    if (!outward.connected() || sent !== head) return;
    await sayDigestNow().catch((error: unknown) => {
      log.warn({ err: error, superior: superior.region }, 'a digest was not said');
    });
  }
  async function sayDigestNow(): Promise<void> {
    await inCells(running, sayDigest);
    relay.wake();
  }

  return {
    outward,
    wake: () => relay.wake(),
    sayDigest: sayDigestNow,
    state() {
      const { sent, problem } = relay.state();
      const connected = outward.connected();
      return { connected, sent, problem: alarmOf(problem, connected) };
    },
    async stop() {
      clearInterval(beat);
      hearing.abort();
      await outward.close();
      await heard;
      await relay.stop();
    },
  };
}

/** A link that is down is no alarm, it is a link that is down; what is wrong while it is up is. */
function alarmOf(problem: string, connected: boolean): string {
  if (problem.startsWith(FORK)) return FORK;
  if (!connected) return '';
  return REFUSED.test(problem) ? 'refused' : problem;
}

/** Runs `work` as a writer of cells, in a transaction of its own. */
export function inCells(
  running: Running<Own>,
  work: (writing: Writing) => Promise<void>,
): Promise<void> {
  return asOwnWork(running, 'link', async (tx) => work(await writeCells(tx)));
}

/** Beyond any position: the relay sees its stream ahead of all it has, and sends nothing. */
const NOWHERE = Number.MAX_SAFE_INTEGER;

/**
 * The superior's inbound stream, of which this side may only write: so it begins where the last receipt says, and the
 * error of a wrong sequence teaches the rest. The first row goes alone, so that nothing is written behind an end that
 * is not our own. A sequence that is taken already, though this history never tried it, was written by another one: a
 * database was set back, or runs twice. That is kept, and nothing is sent, until a person has looked.
 */
function destination(running: Running<Own>, outward: Outward, log: Logger): Destination {
  let knownEnd = 0;
  /** Sequences up to here may have been sent by this history: they were given, and made durable, before. */
  let tried: number | undefined;
  let asking = true;
  return {
    async open(head) {
      tried ??= head;
      asking = true;
      await outward.linked();
      const { receipted, forkedAt } = await readState(running);
      return forkedAt === null ? Math.max(Number(receipted), knownEnd) : NOWHERE;
    },
    async publish(rows: readonly NumberedFact[]) {
      const connection = await outward.linked();
      const window = (asking ? rows.slice(0, 1) : rows).map((row) => ({
        subject: `in.${running.node}.up`,
        sequence: Number(row.position),
        text: envelopeText(running.node, UPLINK, row),
      }));
      const [first, last] = [window[0]?.sequence ?? 0, window.at(-1)?.sequence ?? 0];
      const ours = tried ?? 0;
      tried = Math.max(ours, last);
      const standsAt = await publishWindow(connection, window);
      // Of a window only the farthest sequence is told, which may be one that this window itself has written.
      const foreign = asking ? (standsAt ?? 0) > ours : first > ours && (standsAt ?? 0) >= first;
      if (standsAt !== undefined && foreign) {
        log.error({ position: standsAt }, 'the superior holds another history of this node');
        await noteFork(running, standsAt);
        return NOWHERE;
      }
      asking = false;
      knownEnd = standsAt ?? last;
      return knownEnd;
    },
  };
}

async function readState(
  running: Running<Own>,
): Promise<{ receipted: string; forkedAt: string | null }> {
  const rows = await transact(
    running.orm,
    asService,
    (em) => sqlIn(em)<{ receipted: string; forkedAt: string | null }>`
      select receipted, forked_at as "forkedAt" from uplink_state`,
  );
  return firstOf(rows);
}

async function noteFork(running: Running<Own>, position: number): Promise<void> {
  await transact(
    running.orm,
    asService,
    (em) => sqlIn(em)`update uplink_state set forked_at = ${position} where forked_at is null`,
  );
}

async function hear(
  running: Running<Own>,
  outward: Outward,
  relay: Relay,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  while (!signal.aborted) {
    const startedAt = Date.now();
    try {
      const connection = await outward.linked();
      await readDown(connection, running.node, async (text) => {
        await takeDown(running, DownwardMessage.fromJSON(JSON.parse(text)));
        relay.wake();
      });
    } catch (error) {
      if (error instanceof LinkClosed || signal.aborted) return;
      log.warn({ err: error }, 'what the superior says down could not be read; trying again');
    }
    // A wait that ends at once found no consumer: the superior has not made it yet.
    if (Date.now() - startedAt < retryMs) {
      await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
    }
  }
}

async function takeDown(running: Running<Own>, message: DownwardMessage): Promise<void> {
  const { receipt, leavesWanted, rangesWanted, letters } = message;
  const { superior } = running.own;
  if (receipt) await takeReceipt(running, receipt.position);
  if (leavesWanted) await inCells(running, sayLeaves);
  if (rangesWanted) await inCells(running, (writing) => sayRanges(writing, rangesWanted));
  if (letters && superior) {
    await inCells(running, ({ tx }) => takeLetters(tx, superior.region, letters));
  }
}

/** A receipt for more than was ever given a position here was for another history. */
async function takeReceipt(running: Running<Own>, position: bigint): Promise<void> {
  const ours = await transact(
    running.orm,
    asService,
    (em) => sqlIn(em)`
      update uplink_state set receipted = ${position}, receipted_at = now()
      where ${position}::bigint <= (select position from uplink_head) returning 1`,
  );
  if (ours.length === 0) await noteFork(running, Number(position));
}
