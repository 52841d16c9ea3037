import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  busy,
  isRefusal,
  isTransient,
  late,
  notFound,
  refused,
  type Refusal,
} from '@gonglian/kernel/refusal.ts';
import { writeFacts } from '@gonglian/outbox/outbox.ts';
import type { CallContext } from '@gonglian/rpc/server.ts';
import { currentTraceparent } from '@gonglian/telemetry/trace.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Access } from './access.ts';
import { texts } from './array-literal.ts';
import { runIn, sqlIn, transact } from './database.ts';
import { asRefusal } from './errors.ts';
import {
  admit,
  isActionKeyTaken,
  keyOf,
  openTx,
  type Asked,
  type MethodCodec,
  type Running,
} from './handler.ts';
import type { Gathered, Told } from './use-case.ts';

/** Calls that go together in one transaction. */
const BATCH_MAX = 1_000;
/** Calls on one union that may wait; a caller beyond them is told at once. */
const QUEUE_MAX = 10_000;
/** Answers given before the loop turns. */
const TOLD_A_TURN = 16;

interface Waiting<Answer> extends Asked {
  ask: never;
  access: Access;
  call: CallContext;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface Gathering<Own, Request, Answer> {
  running: Running<Own>;
  useCase: Gathered<Own, Request, Answer>;
  codec: MethodCodec<Request, Answer>;
}

/** One line a union: what is waiting there when a batch returns is the next batch, so that an idle line waits for nobody. */
export function gatheredHandler<Own, Request, Answer>(
  running: Running<Own>,
  command: string,
  useCase: Gathered<Own, Request, Answer>,
  codec: MethodCodec<Request, Answer>,
): (request: Request, call: CallContext) => Promise<Answer> {
  const lines = new Map<string, Waiting<Answer>[]>();
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
  lines: Map<string, Waiting<Answer>[]>,
  unionId: string,
  waiting: Waiting<Answer>,
): void {
  const line = lines.get(unionId);
  if (line === undefined) {
    const opened = [waiting];
    lines.set(unionId, opened);
    void serveLine(gathering, lines, unionId, opened);
  } else if (line.length < QUEUE_MAX) {
    line.push(waiting);
  } else {
    waiting.reject(busy('QUEUE_FULL', { waiting: line.length }));
  }
}

async function serveLine<Own, Request, Answer>(
  gathering: Gathering<Own, Request, Answer>,
  lines: Map<string, Waiting<Answer>[]>,
  unionId: string,
  line: Waiting<Answer>[],
): Promise<void> {
  // One turn of the loop before each batch: whoever is on his way comes along, and nobody waits for a timer. Without it the
  // first of a thousand that come back together would go alone, and every second batch be of one.
  for (await nextTurn(); line.length > 0; await nextTurn())
    await settle(gathering, unionId, take(line));
  // In the same turn as the look at its length: whoever comes now opens the next line.
  lines.delete(unionId);
}

/** Off the front of the line; the second call with a key waits for what the first one does. */
function take<Answer>(line: Waiting<Answer>[]): Waiting<Answer>[] {
  const keys = new Set<string>();
  const batch: Waiting<Answer>[] = [];
  const left: Waiting<Answer>[] = [];
  for (const one of line.splice(0, BATCH_MAX)) {
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

/**
 * Each caller gets his own answer. Where the database itself says no to a batch, it is halved until the call that it says
 * no to is alone: at most twice as many transactions as calls.
 */
async function settle<Own, Request, Answer>(
  gathering: Gathering<Own, Request, Answer>,
  unionId: string,
  batch: Waiting<Answer>[],
): Promise<void> {
  if (batch.length === 0) return;
  const { orm } = gathering.running;
  const access: Access = { account: 'service', reach: 'scope', scope: unionId, member: '' };
  const work = (em: EntityManager) => runBatch(gathering, em, unionId, batch, access);
  try {
    const told = await transact(orm, access, work).catch((error: unknown) =>
      isActionKeyTaken(error) ? transact(orm, access, work) : Promise.reject(error),
    );
    gathering.running.wakeRelay();
    void tellAll(batch, told);
  } catch (error) {
    if (batch.length === 1 || !isOfOneCall(error)) {
      for (const one of batch) one.reject(error);
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await settle(gathering, unionId, batch.slice(0, half));
    await settle(gathering, unionId, batch.slice(half));
  }
}

/** Whether the database said no to something in the batch, and not the use case to all of it or nobody to anything. */
function isOfOneCall(error: unknown): boolean {
  if (isRefusal(error)) return false;
  const refusal = asRefusal(error);
  return !isRefusal(refusal) || !isTransient(refusal.kind);
}

/**
 * A few a turn of the loop, so that the next batch is under way meanwhile: what a thousand callers do with their answers
 * would else stand before its statements.
 */
async function tellAll<Answer>(
  batch: readonly Waiting<Answer>[],
  told: readonly Told<Answer>[],
): Promise<void> {
  for (const [n, one] of batch.entries()) {
    tell(one, told[n]);
    if (n % TOLD_A_TURN === TOLD_A_TURN - 1) await nextTurn();
  }
}

function tell<Answer>(one: Waiting<Answer>, told: Told<Answer> | undefined): void {
  if (told === undefined) one.reject(new Error('a gathered call was not answered'));
  else if ('answer' in told) one.resolve(told.answer);
  else one.reject(told.refusal);
}

async function runBatch<Own, Request, Answer>(
  { running, useCase, codec }: Gathering<Own, Request, Answer>,
  em: EntityManager,
  unionId: string,
  batch: readonly Waiting<Answer>[],
  access: Access,
): Promise<Told<Answer>[]> {
  const told = new Map<Waiting<Answer>, Told<Answer>>();
  for (const [one, refusal] of await outOfReach(em, unionId, batch)) told.set(one, { refusal });
  const done = await findDone(em, batch);
  for (const one of batch) {
    const answered = told.has(one) ? undefined : done.get(one.key);
    if (answered) told.set(one, replayOf(one, answered, codec));
  }
  const fresh = batch.filter((one) => !told.has(one));
  const [first] = fresh;
  if (first) {
    const now = new Date();
    const { tx, facts } = openTx(running, em, first.call.actor, now, access);
    const asked = fresh.map(({ ask, call }) => ({ ask, actor: call.actor }));
    const answers = await useCase.run(tx, unionId, asked);
    for (const [n, one] of fresh.entries()) told.set(one, answers[n] as Told<Answer>);
    await em.flush();
    await writeFacts(runIn(em), running.service, facts, now);
    await appendActions(em, fresh, told, codec, facts.length);
  }
  return batch.map((one) => told.get(one) as Told<Answer>);
}

/** Asked once for all: which unions the line's own union is below. */
async function outOfReach<Answer>(
  em: EntityManager,
  unionId: string,
  batch: readonly Waiting<Answer>[],
): Promise<[Waiting<Answer>, Refusal][]> {
  if (batch.every(({ access }) => access.reach === 'all')) return [];
  const [row] = await sqlIn(em)<{ above: string[] }>`select scope_above()::text[] as above`;
  const above = new Set(row?.above);
  return batch
    .filter(
      ({ access: { reach, scope } }) => reach !== 'all' && !(reach === 'scope' && above.has(scope)),
    )
    .map((one) => [one, notFound('UNION_UNKNOWN', { unionId })]);
}

type Done = Omit<Asked, 'key'> & { answer: Buffer };

async function findDone<Answer>(
  em: EntityManager,
  batch: readonly Waiting<Answer>[],
): Promise<Map<string, Done>> {
  const rows = await sqlIn(em)<Done & { key: string }>`
    select key, command, input_hash as "inputHash", actor, answer from action
    where key = any(${texts(batch.map(({ key }) => key))}::text[])`;
  return new Map(rows.map((row) => [row.key, row]));
}

function replayOf<Request, Answer>(
  asked: Asked,
  { command, inputHash, actor, answer }: Done,
  codec: MethodCodec<Request, Answer>,
): Told<Answer> {
  const same = command === asked.command && inputHash === asked.inputHash && actor === asked.actor;
  return same
    ? { answer: codec.responseDeserialize(answer) }
    : { refusal: refused('IDEMPOTENCY_KEY_REUSED', { command }) };
}

/** One row a call that was answered; the facts are those of the batch. */
async function appendActions<Request, Answer>(
  em: EntityManager,
  fresh: readonly Waiting<Answer>[],
  told: ReadonlyMap<Waiting<Answer>, Told<Answer>>,
  codec: MethodCodec<Request, Answer>,
  facts: number,
): Promise<void> {
  const done = fresh.flatMap((one) => {
    const answer = told.get(one);
    return answer && 'answer' in answer
      ? { one, bytes: codec.responseSerialize(answer.answer) }
      : [];
  });
  if (done.length === 0) return;
  const trace = currentTraceparent()?.split('-')[1] ?? null;
  await sqlIn(em)`
    insert into action (key, command, input_hash, answer, actor, duty, facts, trace_id)
    select key, command, hash, decode(answer, 'hex'), actor, duty, ${facts}::int, ${trace}
    from unnest(${texts(done.map(({ one }) => one.key))}::text[], ${texts(done.map(({ one }) => one.command))}::text[],
      ${texts(done.map(({ one }) => one.inputHash))}::text[],
      ${texts(done.map(({ bytes }) => bytes.toString('hex')))}::text[],
      ${texts(done.map(({ one }) => one.actor))}::text[],
      ${texts(done.map(({ one }) => one.call.actor.duty))}::text[])
      as a (key, command, hash, answer, actor, duty)`;
}
