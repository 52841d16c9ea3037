import { hash } from 'node:crypto';
import { invalid, isRefusal, late, refused } from '@gonglian/kernel/refusal.ts';
import { pendingFact, writeFacts, type PendingFact } from '@gonglian/outbox/outbox.ts';
import type { CallContext } from '@gonglian/rpc/server.ts';
import { inSpan, currentTraceparent } from '@gonglian/telemetry/trace.ts';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { accessOf, declareAccess, requireReach, type Access } from './access.ts';
import { runIn, sqlIn, transact } from './database.ts';
import { asRefusal } from './errors.ts';
import { measure } from './metrics.ts';
import { authorise, type Permissions } from './policy.ts';
import type {
  Asking,
  Command,
  Download,
  Inquiring,
  Inquiry,
  Query,
  Reading,
  Tx,
  UseCase,
} from './use-case.ts';

/** What every use case of one running service shares. */
export interface Running<Own> {
  service: string;
  node: string;
  orm: MikroORM;
  own: Own;
  permissions?: Permissions | undefined;
  /** Called after a commit that wrote facts. */
  wakeRelay(): void;
}

/** The codec of one rpc, as ts-proto generates it. */
export interface MethodCodec<Request, Answer> {
  path: string;
  requestSerialize(value: Request): Buffer;
  responseSerialize(value: Answer): Buffer;
  responseDeserialize(value: Buffer): Answer;
}

/** parse → authorise → one transaction → map errors: how every use case runs (architecture §4). */
export function handler<Own, Request, Answer>(
  running: Running<Own>,
  name: string,
  useCase:
    | Command<Own, Request, Answer>
    | Query<Own, Request, Answer>
    | Inquiry<Own, Request, Answer>,
  codec: MethodCodec<Request, Answer>,
): (request: Request, call: CallContext) => Promise<Answer> {
  return (request, call) =>
    admit(running, name, useCase, request, call, (ask, access) => {
      switch (useCase.kind) {
        case 'command':
          return runCommand(running, { name, useCase, codec, request, ask, access }, call);
        case 'query':
          return runQuery(running, { useCase, ask, access }, call);
        case 'inquiry':
          return useCase.run(inquiringOf(running, call, access), ask);
      }
    });
}

function askingOf<Own>({ own }: Running<Own>, { actor, token }: CallContext): Asking<Own> {
  return { own, actor, token, now: new Date() };
}

function inquiringOf<Own>(
  running: Running<Own>,
  call: CallContext,
  access: Access,
): Inquiring<Own> {
  return {
    ...askingOf(running, call),
    deadline: call.deadline,
    read: (work) =>
      transact(running.orm, access, async (em) => {
        const { tx } = openTx(running, em, call.actor, new Date(), access);
        return work({ ...tx, token: call.token });
      }),
  };
}

/** What comes before the transaction of any use case, and what an error becomes. */
export function admit<Own, Request, Answer>(
  running: Running<Own>,
  name: string,
  useCase: Pick<UseCase<Own, Request, Answer>, 'permission' | 'parse'>,
  request: Request,
  call: CallContext,
  work: (ask: never, access: Access) => Promise<Answer>,
): Promise<Answer> {
  return measure(running.service, name, () =>
    inSpan(`${running.service}.${name}`, {}, async () => {
      try {
        const access = accessOf(call.actor);
        authorise(call.actor, access.reach, useCase.permission, running.permissions);
        return await work(useCase.parse(request) as never, access);
      } catch (error) {
        throw asRefusal(error);
      }
    }),
  );
}

/** The same for a file that is sent as it is made; a refusal comes before the first part or breaks it off. */
export function streamHandler<Own, Request, Answer>(
  running: Running<Own>,
  name: string,
  download: Download<Own, Request, Answer>,
): (request: Request, call: CallContext) => AsyncIterable<Answer> {
  return async function* send(request, call) {
    try {
      const access = accessOf(call.actor);
      authorise(call.actor, access.reach, download.permission, running.permissions);
      const ask = download.parse(request) as never;
      const read = <T>(work: (tx: Reading<Own>) => Promise<T>): Promise<T> =>
        measure(running.service, name, () =>
          inSpan(`${running.service}.${name}`, {}, () =>
            transact(running.orm, access, async (em) => {
              await enter(em, download, ask, access, call.actor);
              const { tx } = openTx(running, em, call.actor, new Date(), access);
              return work({ ...tx, token: call.token });
            }),
          ),
        );
      for await (const part of download.run(read, ask)) {
        if (call.signal.aborted) return;
        yield part;
      }
    } catch (error) {
      throw asRefusal(error);
    }
  };
}

interface Invocation<Own, Request, Answer> {
  name: string;
  useCase: Command<Own, Request, Answer>;
  codec: MethodCodec<Request, Answer>;
  request: Request;
  ask: never;
  access: Access;
}

async function runCommand<Own, Request, Answer>(
  running: Running<Own>,
  invocation: Invocation<Own, Request, Answer>,
  call: CallContext,
): Promise<Answer> {
  const { name, useCase, codec, request, ask, access } = invocation;
  const { key, inputHash } = keyOf(call, codec.requestSerialize(request));
  const asking = askingOf(running, call);
  const asked = { key, command: name, inputHash, actor: call.actor.id };
  const prepared = (await prepareOnce(running, invocation, asked, asking)) as never;
  const work = async (em: EntityManager): Promise<Answer> => {
    // Who has given up while this waited for its turn asks again, with the same key.
    if (call.signal.aborted) throw late('CALLER_GONE');
    const answered = await findReplay(em, asked);
    if (answered) return codec.responseDeserialize(answered);
    await enter(em, useCase, ask, access, call.actor);
    const { tx, facts } = openTx(running, em, call.actor, asking.now, access);
    const answer = await useCase.run(tx, ask, prepared);
    await em.flush();
    await writeFacts(runIn(em), running.service, facts, asking.now);
    await appendAction(em, { ...asked, answer: codec.responseSerialize(answer), call, facts });
    return answer;
  };
  const answer = await transact(running.orm, access, work).catch((error: unknown) =>
    isActionKeyTaken(error) ? transact(running.orm, access, work) : Promise.reject(error),
  );
  running.wakeRelay();
  return answer;
}

/** The caller's key, and the hash of what he asks under it. */
export function keyOf(call: CallContext, request: Buffer): { key: string; inputHash: string } {
  const key = call.idempotencyKey;
  if (!key) throw invalid('IDEMPOTENCY_KEY_MISSING');
  return { key, inputHash: hash('sha256', Buffer.concat([Buffer.from(key), request]), 'hex') };
}

/** What a key stands for: one command of one actor with one input. */
export interface Asked {
  key: string;
  command: string;
  inputHash: string;
  actor: string;
}

/** What must be asked before the transaction; not asked again for a command that has an answer already. */
async function prepareOnce<Own, Request, Answer>(
  running: Running<Own>,
  { useCase, ask, access }: Invocation<Own, Request, Answer>,
  asked: Asked,
  asking: Asking<Own>,
): Promise<unknown> {
  if (!useCase.prepare) return undefined;
  const done = await transact(running.orm, access, (em) => findReplay(em, asked));
  return done ? undefined : useCase.prepare(asking, ask);
}

/** The answer that was given under this key; a key that stands for anything else is refused. */
async function findReplay(em: EntityManager, asked: Asked): Promise<Buffer | undefined> {
  const [done] = await sqlIn(em)<{
    command: string;
    inputHash: string;
    actor: string;
    answer: Buffer;
  }>`select command, input_hash as "inputHash", actor, answer from action where key = ${asked.key}`;
  if (!done) return undefined;
  const { command, inputHash, actor } = done;
  const same = command === asked.command && inputHash === asked.inputHash && actor === asked.actor;
  if (!same) throw refused('IDEMPOTENCY_KEY_REUSED', { command });
  return done.answer;
}

async function appendAction(
  em: EntityManager,
  done: Asked & { answer: Buffer; call: CallContext; facts: readonly PendingFact[] },
): Promise<void> {
  const trace = currentTraceparent()?.split('-')[1] ?? null;
  await sqlIn(em)`
    insert into action (key, command, input_hash, answer, actor, duty, facts, trace_id)
    values (${done.key}, ${done.command}, ${done.inputHash}, ${done.answer}, ${done.actor},
      ${done.call.actor.duty}, ${done.facts.length}, ${trace})`;
}

/** Two calls with one key at once: the later one finds the earlier one's row and answers from it. */
export function isActionKeyTaken(error: unknown): boolean {
  const refusal = asRefusal(error);
  return isRefusal(refusal) && refusal.details['constraint'] === 'action_pkey';
}

function runQuery<Own, Request, Answer>(
  running: Running<Own>,
  { useCase, ask, access }: { useCase: Query<Own, Request, Answer>; ask: never; access: Access },
  call: CallContext,
): Promise<Answer> {
  return transact(running.orm, access, async (em) => {
    await enter(em, useCase, ask, access, call.actor);
    const { tx } = openTx(running, em, call.actor, new Date(), access);
    return useCase.run({ ...tx, token: call.token }, ask);
  });
}

/** The unions a request names must be in reach before anything is done; then the rule may ask the whole node. */
async function enter<Own>(
  em: EntityManager,
  useCase: Pick<Command<Own, never, unknown>, 'unions' | 'wholeNode'>,
  ask: never,
  access: Access,
  actor: Tx<Own>['actor'],
): Promise<void> {
  await requireReach(sqlIn(em), access, useCase.unions(ask, actor));
  if (useCase.wholeNode) await declareAccess(sqlIn(em), { ...access, reach: 'all' });
}

/** A transaction as a use case sees it, and the facts it emits on the way. */
export function openTx<Own>(
  running: Running<Own>,
  em: EntityManager,
  actor: Tx<Own>['actor'],
  now: Date,
  access: Access,
): { tx: Tx<Own>; facts: PendingFact[] } {
  const facts: PendingFact[] = [];
  const traceparent = currentTraceparent();
  const tx: Tx<Own> = {
    em,
    sql: sqlIn(em),
    emit: (type, data) => facts.push(pendingFact(type, data, traceparent)),
    actor,
    reach: access.reach,
    beyondScope: () => declareAccess(sqlIn(em), { ...access, reach: 'all' }),
    requireUnions: (unionIds) => requireReach(sqlIn(em), access, unionIds),
    now,
    node: running.node,
    own: running.own,
  };
  return { tx, facts };
}
