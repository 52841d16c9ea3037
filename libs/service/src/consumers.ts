import { sourceOf, type Envelope } from '@gonglian/contracts/envelope.ts';
import { eventType, type FactType } from '@gonglian/contracts/fact.ts';
import type { NatsConnection } from '@gonglian/messaging/connection.ts';
import { startConsumer, type Consumer } from '@gonglian/messaging/consumer.ts';
import { movePosition, readPosition } from '@gonglian/outbox/inbox.ts';
import { writeFacts } from '@gonglian/outbox/outbox.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { inSpan } from '@gonglian/telemetry/trace.ts';
import { SpanKind } from '@opentelemetry/api';
import type { EntityManager } from '@mikro-orm/postgresql';
import { asService } from './access.ts';
import { runIn, sqlIn, transact } from './database.ts';
import { asRefusal } from './errors.ts';
import { openTx, type Running } from './handler.ts';
import { countApplied } from './metrics.ts';
import type { Reaction } from './use-case.ts';

/** Where facts come from: a stream on this node's broker, and the source its positions belong to. */
export interface FactSource {
  service: string;
  stream: string;
  source: string;
}

/** One consumer for each service that the reactions listen to; its facts are applied in order, once. */
export function startReactions<Own>(
  running: Running<Own>,
  connection: NatsConnection,
  reactions: readonly Reaction<Own>[],
  log: Logger,
): Map<string, Consumer> {
  const byService = Map.groupBy(reactions, (reaction) => reaction.from);
  const consumers = new Map<string, Consumer>();
  for (const [service, wanted] of byService) {
    const source: FactSource = {
      service,
      stream: `gl_${running.node}_${service}`,
      source: sourceOf(running.node, service),
    };
    consumers.set(service, consume(running, connection, source, wanted, log));
  }
  return consumers;
}

/** Applies one source's facts to some reactions, each batch in one transaction with the position. */
export function consume<Own>(
  running: Running<Own>,
  connection: NatsConnection,
  { stream, source }: FactSource,
  reactions: readonly Reaction<Own>[],
  log: Logger,
): Consumer {
  const consumer = running.service;
  return startConsumer({
    connection,
    stream,
    durable: consumer,
    log,
    position: () =>
      transact(running.orm, asService, (em) => readPosition(runIn(em), consumer, consumer, source)),
    async apply(facts, from) {
      await inSpan(
        `${consumer} applies ${stream}`,
        {
          kind: SpanKind.CONSUMER,
          traceparent: facts[0]?.traceparent,
          alsoFrom: facts.slice(1).map((fact) => fact.traceparent),
          attributes: { 'gonglian.facts': facts.length },
        },
        () =>
          transact(running.orm, asService, (em) =>
            applyBatch(running, em, reactions, source, facts, from),
          ).catch((error: unknown) => {
            // By its kind a consumer tells a fact that is wrong from a database that is away.
            throw asRefusal(error);
          }),
      );
      running.wakeRelay();
      countApplied(consumer, stream, facts.length);
    },
    park: (fact, from, reason) =>
      transact(running.orm, asService, async (em) => {
        await move(running, em, source, from, from + 1);
        await sqlIn(em)`
          insert into parked (consumer, source, position, envelope, reason)
          values (${consumer}, ${source}, ${from + 1}, ${JSON.stringify(fact)}::json, ${reason})
          on conflict do nothing`;
      }),
  });
}

async function applyBatch<Own>(
  running: Running<Own>,
  em: EntityManager,
  reactions: readonly Reaction<Own>[],
  source: string,
  envelopes: readonly Envelope[],
  from: number,
): Promise<void> {
  await move(running, em, source, from, from + envelopes.length);
  const actor = {
    id: `reaction:${running.service}`,
    duty: 'service',
    scope: '',
    node: running.node,
    member: '',
  };
  const { tx, facts } = openTx(running, em, actor, new Date(), asService);
  for (const reaction of reactions) {
    const batch = receivedBy(reaction.facts, envelopes);
    if (batch.length > 0) await reaction.apply(tx, batch as never);
  }
  await em.flush();
  await writeFacts(runIn(em), running.service, facts, tx.now);
}

function receivedBy(types: readonly FactType[], envelopes: readonly Envelope[]): unknown[] {
  const known = new Map(types.map((type) => [eventType(type), type]));
  return envelopes.flatMap((envelope) => {
    const type = known.get(envelope.type);
    if (!type) return [];
    const { subject: key, glseq: position, time: at, traceparent } = envelope;
    const base = { name: type.name, data: type.fromJson(envelope.data), key, position, at };
    return [traceparent ? { ...base, traceparent } : base];
  });
}

async function move<Own>(
  running: Running<Own>,
  em: EntityManager,
  source: string,
  from: number,
  to: number,
): Promise<void> {
  const moved = await movePosition(runIn(em), running.service, running.service, source, from, to);
  if (!moved) throw new Error('another replica has moved the position');
}
