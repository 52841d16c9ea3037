import { setImmediate as nextTurn } from 'node:timers/promises';
import { busy, isRefusal, isTransient, late } from '@gonglian/kernel/refusal.ts';
import type { CallContext } from '@gonglian/rpc/server.ts';
import type { Access } from './access.ts';
import { openChannel, type Channel } from './channel.ts';
import { ATTEMPTS_MAX, isToRetry } from './database.ts';
import { asRefusal } from './errors.ts';
import { runBatch, type Gathering, type Waiting } from './gathered-batch.ts';
import { admit, isActionKeyTaken, keyOf, type MethodCodec, type Running } from './handler.ts';
import type { Gathered, Told } from './use-case.ts';

/** Calls that go together in one transaction. */
const BATCH_MAX = 1_000;
/** Calls on one union that may wait; a caller beyond them is told at once. */
const QUEUE_MAX = 10_000;
/** While the database is busy with one batch the next is worked out and sent after it. */
const UNDER_WAY_MAX = 2;
/** So many go in halves, of which one is worked out while the other is written. */
const HALVED_FROM = 32;
/** Then the connection is given back, behind whoever else waits for one. */
const BATCHES_A_CONNECTION = 64;

/** The calls on one union. */
interface Line<Answer> {
  unionId: string;
  waiting: Waiting<Answer>[];
  /** What the database said no to, to be tried once more before anybody else. */
  again: Batch<Answer>[];
  /** Batches, and their calls. */
  underWay: number;
  callsUnderWay: number;
  channel: Channel | undefined;
  /** Batches on this channel. */
  sent: number;
  /** Wakes whoever serves the line. */
  changed(): void;
}

interface Batch<Answer> {
  calls: readonly Waiting<Answer>[];
  /** Counted from one. */
  attempt: number;
}

/** One line a union: what is waiting there when a batch returns is the next batch, so that an idle line waits for nobody. */
export function gatheredHandler<Own, Request, Answer>(
  running: Running<Own>,
  command: string,
  useCase: Gathered<Own, Request, Answer>,
  codec: MethodCodec<Request, Answer>,
): (request: Request, call: CallContext) => Promise<Answer> {
  const lines = new Map<string, Line<Answer>>();
  const gathering = { running, useCase, codec };
  return (request, call) =>
    admit(running, command, useCase, request, call, (ask, access) => {
      const { key, inputHash } = keyOf(call, codec.requestSerialize(request));
      const asked = { key, inputHash, command, actor: call.actor.id, ask, access, call };
      return new Promise((resolve, reject) =>
        lineUp(gathering, lines, useCase.union(ask), { ...asked, resolve, reject }),
      );
    });
}

function lineUp<Own, Request, Answer>(
  gathering: Gathering<Own, Request, Answer>,
  lines: Map<string, Line<Answer>>,
  unionId: string,
  one: Waiting<Answer>,
): void {
  const line = lines.get(unionId);
  if (line === undefined) {
    const opened = {
      unionId,
      waiting: [one],
      again: [],
      underWay: 0,
      callsUnderWay: 0,
      channel: undefined,
      sent: 0,
      changed: () => undefined,
    };
    lines.set(unionId, opened);
    void serveLine(gathering, lines, opened);
  } else if (line.waiting.length < QUEUE_MAX) {
    line.waiting.push(one);
    line.changed();
  } else {
    one.reject(busy('QUEUE_FULL', { waiting: line.waiting.length }));
  }
}

async function serveLine<Own, Request, Answer>(
  gathering: Gathering<Own, Request, Answer>,
  lines: Map<string, Line<Answer>>,
  line: Line<Answer>,
): Promise<void> {
  // One turn of the loop before each batch: whoever is on his way comes along, and nobody waits for a timer. Without it the
  // first of a thousand that come back together would go alone, and every second batch be of one.
  for (await nextTurn(); isAsked(line) || line.underWay > 0; await nextTurn()) {
    const isDue = line.sent >= BATCHES_A_CONNECTION;
    if (isDue && line.underWay === 0) giveBack(line);
    else if (isAsked(line) && line.underWay < UNDER_WAY_MAX && !isDue)
      await start(gathering, line, nextOf(line));
    else await new Promise<void>((resolve) => (line.changed = resolve));
  }
  // In the same turn as the look at its length: whoever comes now opens the next line.
  lines.delete(line.unionId);
  giveBack(line);
}

const isAsked = ({ waiting, again }: Line<never>): boolean => waiting.length + again.length > 0;

function giveBack(line: Line<never>): void {
  line.channel?.close();
  line.channel = undefined;
  line.sent = 0;
}

function nextOf<Answer>(line: Line<Answer>): Batch<Answer> {
  const again = line.again.shift();
  if (again) return again;
  const { waiting, callsUnderWay } = line;
  const all = callsUnderWay + waiting.length;
  const most = all < HALVED_FROM ? all : Math.ceil(all / 2);
  return { calls: take(waiting, Math.min(most, BATCH_MAX)), attempt: 1 };
}

/** Off the front of the line; the second call with a key waits for what the first one does. */
function take<Answer>(line: Waiting<Answer>[], most: number): Waiting<Answer>[] {
  const keys = new Set<string>();
  const batch: Waiting<Answer>[] = [];
  const left: Waiting<Answer>[] = [];
  for (const one of line.splice(0, most)) {
    // Who has given up while this waited for its turn asks again, with the same key.
    if (one.call.signal.aborted) one.reject(late('CALLER_GONE'));
    else if (keys.has(one.key)) left.push(one);
    else {
      keys.add(one.key);
      batch.push(one);
    }
  }
  line.unshift(...left);
  return batch;
}

/** Resolves when all of a batch is sent; each caller gets his own answer when it is committed. */
async function start<Own, Request, Answer>(
  gathering: Gathering<Own, Request, Answer>,
  line: Line<Answer>,
  batch: Batch<Answer>,
): Promise<void> {
  const { calls, attempt } = batch;
  if (calls.length === 0) return;
  const { orm, wakeRelay } = gathering.running;
  try {
    if (!line.channel?.isOpen()) giveBack(line);
    line.channel ??= await openChannel(orm);
  } catch (error) {
    for (const one of calls) one.reject(error);
    return;
  }
  line.underWay += 1;
  line.callsUnderWay += calls.length;
  line.sent += 1;
  const { unionId } = line;
  const access: Access = { account: 'service', reach: 'scope', scope: unionId, member: '' };
  const { committed } = await line.channel.send(access, (run) =>
    runBatch(gathering, run, unionId, calls, attempt === 1),
  );
  void committed
    .then(async ({ told }) => {
      wakeRelay();
      // All in one turn: who asks again at once then lines up whole, and the halves stay halves.
      const answers = await told();
      for (const [n, one] of calls.entries()) tell(one, answers[n]);
    })
    .catch((error: unknown) => line.again.push(...afterwards(batch, error)))
    .then(() => {
      line.underWay -= 1;
      line.callsUnderWay -= calls.length;
      line.changed();
    });
}

/**
 * What is tried again. Where the database itself says no to a batch, it is halved until the call that it says no to is
 * alone: at most twice as many batches as calls.
 */
function afterwards<Answer>({ calls, attempt }: Batch<Answer>, error: unknown): Batch<Answer>[] {
  const again = attempt + 1;
  if ((isToRetry(error) || isActionKeyTaken(error)) && again <= ATTEMPTS_MAX)
    return [{ calls, attempt: again }];
  if (calls.length > 1 && isOfOneCall(error)) {
    const half = Math.ceil(calls.length / 2);
    return [calls.slice(0, half), calls.slice(half)].map((some) => ({ calls: some, attempt: 2 }));
  }
  for (const one of calls) one.reject(error);
  return [];
}

/** Whether the database said no to something in the batch, and not the use case to all of it or nobody to anything. */
function isOfOneCall(error: unknown): boolean {
  if (isRefusal(error)) return false;
  const refusal = asRefusal(error);
  return !isRefusal(refusal) || !isTransient(refusal.kind);
}

function tell<Answer>(one: Waiting<Answer>, told: Told<Answer> | undefined): void {
  if (told === undefined) one.reject(new Error('a gathered call was not answered'));
  else if ('answer' in told) one.resolve(told.answer);
  else one.reject(told.refusal);
}
