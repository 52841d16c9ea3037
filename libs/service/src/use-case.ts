import type { FactType } from '@gonglian/contracts/fact.ts';
import type { Reach } from '@gonglian/kernel/duty.ts';
import type { Refusal } from '@gonglian/kernel/refusal.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { z } from 'zod';

/** Set-based statements inside the same transaction: a tagged template, values bound, arrays as arrays. */
export type Sql = <Row = Record<string, unknown>>(
  text: TemplateStringsArray,
  ...values: unknown[]
) => Promise<Row[]>;

/** What a use case may touch. `own` is what its service was started with besides (keys, clients of other services). */
export interface Tx<Own> {
  em: EntityManager;
  sql: Sql;
  /** Writes a fact to the outbox when the use case has run: same transaction. */
  emit<Data>(type: FactType<string, Data>, data: Data): void;
  actor: Actor;
  /** How far this transaction was opened to reach. */
  reach: Reach;
  /** From here on the whole node is seen and written: only after the use case's own checks. `why` is for the reader. */
  beyondScope(why: string): Promise<void>;
  /** UNION_UNKNOWN where one of the unions is outside the actor's reach; for unions that only the records name. */
  requireUnions(unionIds: readonly string[]): Promise<void>;
  now: Date;
  /** Region code of the node. */
  node: string;
  own: Own;
}

/** What a query may touch: it emits nothing, and may pass the caller's token on to other services. */
export type Reading<Own> = Omit<Tx<Own>, 'emit'> & { token: string };

/** What may be asked before the transaction is opened: other services, on the caller's behalf. */
export interface Asking<Own> {
  own: Own;
  actor: Actor;
  /** The caller's own token, to be passed on. */
  token: string;
  now: Date;
}

export interface Command<Own, Request, Answer> {
  kind: 'command';
  permission: string;
  unions(ask: never, actor: Actor): readonly string[];
  wholeNode: boolean;
  accepts: (request: Request) => void;
  parse(request: unknown): unknown;
  prepare?: (asking: Asking<Own>, ask: never) => Promise<unknown>;
  run(tx: Tx<Own>, ask: never, prepared: never): Promise<Answer>;
}

export interface Query<Own, Request, Answer> {
  kind: 'query';
  permission: string;
  unions(ask: never, actor: Actor): readonly string[];
  wholeNode: boolean;
  accepts: (request: Request) => void;
  parse(request: unknown): unknown;
  run(tx: Reading<Own>, ask: never): Promise<Answer>;
}

/**
 * A file that is sent as it is made. Each `read` is a transaction of its own, since a slow reader must not hold one
 * open for as long as he takes.
 */
export interface Download<Own, Request, Answer> {
  kind: 'download';
  permission: string;
  unions(ask: never, actor: Actor): readonly string[];
  wholeNode: boolean;
  accepts: (request: Request) => void;
  parse(request: unknown): unknown;
  run(read: Read<Own>, ask: never): AsyncIterable<Answer>;
}

export type Read<Own> = <T>(work: (tx: Reading<Own>) => Promise<T>) => Promise<T>;

export interface Gathered<Own, Request, Answer> {
  kind: 'gathered';
  permission: string;
  accepts: (request: Request) => void;
  parse(request: unknown): unknown;
  union(ask: never): string;
  anybody: boolean;
  run(
    tx: GatheredTx<Own>,
    unionId: string,
    asked: readonly GatheredAsk<never>[],
  ): Promise<Told<Answer>[]>;
}

/**
 * What a gathered use case may touch. It need not wait for what it writes: nobody is answered before all that was asked of
 * the database went well.
 */
export interface GatheredTx<Own> extends Pick<Tx<Own>, 'sql' | 'emit' | 'now' | 'node' | 'own'> {
  /**
   * These calls are tried for the first time: what the database checks as it is written need not be read before. Where it
   * then says no they are tried again, without hope.
   */
  hopes: boolean;
}

/**
 * What another node or service is waited for to answer. No transaction is open meanwhile: one that waits holds a
 * connection of the pool, and a neighbour that is slow would hold them all.
 */
export interface Inquiry<Own, Request, Answer> {
  kind: 'inquiry';
  permission: string;
  accepts: (request: Request) => void;
  parse(request: unknown): unknown;
  run(asking: Inquiring<Own>, ask: never): Promise<Answer>;
}

/** What an inquiry knows of its call. */
export interface Inquiring<Own> extends Asking<Own> {
  /** When the caller stops waiting. */
  deadline: Date | undefined;
  /** A transaction of its own, over before anybody is asked; the use case names the unions itself. */
  read: Read<Own>;
}

/** One of the calls that were gathered, and who made it. */
export interface GatheredAsk<Ask> {
  ask: Ask;
  actor: Actor;
}

/** One a call, in the order asked: its answer, or why not. */
export type Told<Answer> = { answer: Answer } | { refusal: Refusal };

export type UseCase<Own, Request, Answer> =
  | Command<Own, Request, Answer>
  | Query<Own, Request, Answer>
  | Inquiry<Own, Request, Answer>
  | Gathered<Own, Request, Answer>;

/** A fact as a reaction receives it; `name` tells which of the declared facts it is. */
export type Received<Fact extends FactType> =
  Fact extends FactType<infer Name, infer Data>
    ? { name: Name; data: Data; key: string; position: number; at: string; traceparent?: string }
    : never;

export interface Reaction<Own> {
  from: string;
  facts: readonly FactType[];
  apply(tx: Tx<Own>, batch: never): Promise<void>;
}

interface CommandSpec<Own, Schema extends z.ZodType, Answer, Prepared> {
  schema: Schema;
  permission: string;
  /** The unions a request names: one outside the actor's reach is answered like one that does not exist. */
  unions?: (ask: z.output<Schema>, actor: Actor) => readonly string[];
  /** Why it sees and writes the whole node once those unions are found in reach: what the rule asks of all unions. */
  wholeNode?: string;
  /** Asks other services before the transaction; a refusal here changes nothing. */
  prepare?: (asking: Asking<Own>, ask: z.output<Schema>) => Promise<Prepared>;
  run(tx: Tx<Own>, ask: z.output<Schema>, prepared: Prepared): Promise<Answer>;
}

interface QuerySpec<Own, Schema extends z.ZodType, Answer> {
  schema: Schema;
  permission: string;
  unions?: (ask: z.output<Schema>, actor: Actor) => readonly string[];
  wholeNode?: string;
  run(tx: Reading<Own>, ask: z.output<Schema>): Promise<Answer>;
}

interface InquirySpec<Own, Schema extends z.ZodType, Answer> {
  schema: Schema;
  permission: string;
  run(asking: Inquiring<Own>, ask: z.output<Schema>): Promise<Answer>;
}

/**
 * A command whose calls on one union would wait for one another: those that are waiting go together, in one transaction
 * with their facts and their actions, as soon as the one before is done. Nobody waits for others to come. A command of
 * its own kind, since only so the action row of each call can commit with what it has done.
 */
interface GatheredSpec<Own, Schema extends z.ZodType, Answer> {
  schema: Schema;
  permission: string;
  /** The one union each call is about; one outside the actor's reach is answered like one that does not exist. */
  union: (ask: z.output<Schema>) => string;
  /** Why whoever holds the permission may ask of any union: the use case itself looks who he is. */
  anybody?: string;
  /** Reaches that union and what is below it. What it throws fails the calls together; a refusal told fails one. */
  run(
    tx: GatheredTx<Own>,
    unionId: string,
    asked: readonly GatheredAsk<z.output<Schema>>[],
  ): Promise<Told<Answer>[]>;
}

interface DownloadSpec<Own, Schema extends z.ZodType, Answer> {
  schema: Schema;
  permission: string;
  unions?: (ask: z.output<Schema>, actor: Actor) => readonly string[];
  run(read: Read<Own>, ask: z.output<Schema>): AsyncIterable<Answer>;
}

interface ReactionSpec<Own, Facts extends readonly FactType[]> {
  /** Facts of one service, in its order. */
  facts: Facts;
  /** Applies a batch in one transaction, with the position. Called again with the same facts after a failure. */
  apply(tx: Tx<Own>, batch: Received<Facts[number]>[]): Promise<void>;
}

/** The kinds of use case of a service whose own context is `Own`. */
export function pipeline<Own>() {
  return {
    command<Schema extends z.ZodType, Answer, Prepared = undefined>(
      spec: CommandSpec<Own, Schema, Answer, Prepared>,
    ): Command<Own, z.input<Schema>, Answer> {
      return {
        kind: 'command',
        permission: spec.permission,
        unions: (ask, actor) => spec.unions?.(ask, actor) ?? [],
        wholeNode: spec.wholeNode !== undefined,
        accepts: () => undefined,
        parse: (request) => spec.schema.parse(request),
        run: (tx, ask, prepared) => spec.run(tx, ask, prepared),
        ...(spec.prepare
          ? { prepare: spec.prepare as Command<Own, never, Answer>['prepare'] & {} }
          : {}),
      };
    },
    query<Schema extends z.ZodType, Answer>(
      spec: QuerySpec<Own, Schema, Answer>,
    ): Query<Own, z.input<Schema>, Answer> {
      return {
        kind: 'query',
        permission: spec.permission,
        unions: (ask, actor) => spec.unions?.(ask, actor) ?? [],
        wholeNode: spec.wholeNode !== undefined,
        accepts: () => undefined,
        parse: (request) => spec.schema.parse(request),
        run: (tx, ask) => spec.run(tx, ask),
      };
    },
    inquiry<Schema extends z.ZodType, Answer>(
      spec: InquirySpec<Own, Schema, Answer>,
    ): Inquiry<Own, z.input<Schema>, Answer> {
      return {
        kind: 'inquiry',
        permission: spec.permission,
        accepts: () => undefined,
        parse: (request) => spec.schema.parse(request),
        run: (asking, ask) => spec.run(asking, ask),
      };
    },
    gathered<Schema extends z.ZodType, Answer>(
      spec: GatheredSpec<Own, Schema, Answer>,
    ): Gathered<Own, z.input<Schema>, Answer> {
      return {
        kind: 'gathered',
        permission: spec.permission,
        accepts: () => undefined,
        parse: (request) => spec.schema.parse(request),
        union: (ask) => spec.union(ask),
        anybody: spec.anybody !== undefined,
        run: (tx, unionId, asked) => spec.run(tx, unionId, asked),
      };
    },
    download<Schema extends z.ZodType, Answer>(
      spec: DownloadSpec<Own, Schema, Answer>,
    ): Download<Own, z.input<Schema>, Answer> {
      return {
        kind: 'download',
        permission: spec.permission,
        unions: (ask, actor) => spec.unions?.(ask, actor) ?? [],
        wholeNode: false,
        accepts: () => undefined,
        parse: (request) => spec.schema.parse(request),
        run: (read, ask) => spec.run(read, ask),
      };
    },
    reaction<const Facts extends readonly FactType[]>(
      spec: ReactionSpec<Own, Facts>,
    ): Reaction<Own> {
      const from = new Set(spec.facts.map((type) => type.service));
      const [only] = [...from];
      if (only === undefined || from.size !== 1)
        throw new Error('a reaction takes facts of one service');
      return {
        from: only,
        facts: spec.facts,
        apply: (tx, batch) => spec.apply(tx, batch),
      };
    },
  };
}
