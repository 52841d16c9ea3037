// One batch of gathered calls: all that it asks of the database, in one transaction.
import { notFound, refused, type Refusal } from '@gonglian/kernel/refusal.ts';
import { pendingFact, writeFacts, type PendingFact, type Run } from '@gonglian/outbox/outbox.ts';
import type { CallContext } from '@gonglian/rpc/server.ts';
import { currentTraceparent } from '@gonglian/telemetry/trace.ts';
import type { Access } from './access.ts';
import { byteas, texts } from './binary-arrays.ts';
import { sqlOf } from './database.ts';
import type { Asked, MethodCodec, Running } from './handler.ts';
import type { Gathered, Sql, Told } from './use-case.ts';

export interface Waiting<Answer> extends Asked {
  ask: never;
  access: Access;
  call: CallContext;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

export interface Gathering<Own, Request, Answer> {
  running: Running<Own>;
  useCase: Gathered<Own, Request, Answer>;
  codec: MethodCodec<Request, Answer>;
}

/**
 * Asks for everything and waits for as little as can be: on the first attempt it is hoped that no call was answered
 * before. Where one was, its key is taken and all are tried again; one that is refused may have been, so it is looked up.
 */
export async function runBatch<Own, Request, Answer>(
  gathering: Gathering<Own, Request, Answer>,
  run: Run,
  unionId: string,
  calls: readonly Waiting<Answer>[],
  hopes: boolean,
): Promise<{ told: () => Promise<Told<Answer>[]> }> {
  const sql = sqlOf(run);
  const told = new Map<Waiting<Answer>, Told<Answer>>();
  const beyond = gathering.useCase.anybody ? [] : await outOfReach(sql, unionId, calls);
  for (const [one, refusal] of beyond) told.set(one, { refusal });
  const within = calls.filter((one) => !told.has(one));
  const replayed = hopes ? [] : replaysOf(within, await findDone(sql, within), gathering.codec);
  for (const [one, answer] of replayed) told.set(one, answer);
  const fresh = within.filter((one) => !told.has(one));
  if (fresh.length > 0) await runFresh(gathering, run, unionId, fresh, hopes, told);
  const doubtful = hopes ? fresh.filter((one) => 'refusal' in (told.get(one) ?? {})) : [];
  const found = doubtful.length === 0 ? undefined : findDone(sql, doubtful);
  found?.catch(() => undefined);
  return {
    async told() {
      for (const [one, answer] of replaysOf(doubtful, await found, gathering.codec))
        told.set(one, answer);
      return calls.map((one) => told.get(one) as Told<Answer>);
    },
  };
}

async function runFresh<Own, Request, Answer>(
  { running, useCase, codec }: Gathering<Own, Request, Answer>,
  run: Run,
  unionId: string,
  fresh: readonly Waiting<Answer>[],
  hopes: boolean,
  told: Map<Waiting<Answer>, Told<Answer>>,
): Promise<void> {
  const { node, own, service } = running;
  const now = new Date();
  const traceparent = currentTraceparent();
  const facts: PendingFact[] = [];
  const sql = sqlOf(run);
  const answers = await useCase.run(
    {
      sql,
      now,
      node,
      own,
      hopes,
      emit: (type, data) => facts.push(pendingFact(type, data, traceparent)),
    },
    unionId,
    fresh.map(({ ask, call }) => ({ ask, actor: call.actor })),
  );
  for (const [n, one] of fresh.entries()) told.set(one, answers[n] as Told<Answer>);
  // Their failure is that of the transaction.
  writeFacts(run, service, facts, now).catch(() => undefined);
  appendActions(sql, fresh, told, codec, facts.length).catch(() => undefined);
}

/** Asked once for all: which unions the line's own union is below. */
async function outOfReach<Answer>(
  sql: Sql,
  unionId: string,
  batch: readonly Waiting<Answer>[],
): Promise<[Waiting<Answer>, Refusal][]> {
  if (batch.every(({ access }) => access.reach === 'all')) return [];
  const [row] = await sql<{ above: string[] }>`select scope_above()::text[] as above`;
  const above = new Set(row?.above);
  return batch
    .filter(
      ({ access: { reach, scope } }) => reach !== 'all' && !(reach === 'scope' && above.has(scope)),
    )
    .map((one) => [one, notFound('UNION_UNKNOWN', { unionId })]);
}

type Done = Omit<Asked, 'key'> & { answer: Buffer };

async function findDone<Answer>(
  sql: Sql,
  batch: readonly Waiting<Answer>[],
): Promise<Map<string, Done>> {
  const rows = await sql<Done & { key: string }>`
    select key, command, input_hash as "inputHash", actor, answer from action
    where key = any(${texts(batch, ({ key }) => key)}::text[])`;
  return new Map(rows.map((row) => [row.key, row]));
}

function replaysOf<Request, Answer>(
  calls: readonly Waiting<Answer>[],
  done: ReadonlyMap<string, Done> | undefined,
  codec: MethodCodec<Request, Answer>,
): [Waiting<Answer>, Told<Answer>][] {
  return calls.flatMap((one) => {
    const answered = done?.get(one.key);
    return answered ? [[one, replayOf(one, answered, codec)]] : [];
  });
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
  sql: Sql,
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
  await sql`
    insert into action (key, command, input_hash, answer, actor, duty, facts, trace_id)
    select key, command, hash, answer, actor, duty, ${facts}::int, ${trace}
    from unnest(${texts(done, ({ one }) => one.key)}::text[], ${texts(done, ({ one }) => one.command)}::text[],
      ${texts(done, ({ one }) => one.inputHash)}::text[],
      ${byteas(done, ({ bytes }) => bytes.toString('hex'))}::bytea[],
      ${texts(done, ({ one }) => one.actor)}::text[], ${texts(done, ({ one }) => one.call.actor.duty)}::text[])
      as a (key, command, hash, answer, actor, duty)`;
}
