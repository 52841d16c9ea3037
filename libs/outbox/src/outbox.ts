import { eventType, type FactType } from '@gonglian/contracts/fact.ts';
import { sourceOf, type Envelope } from '@gonglian/contracts/envelope.ts';
import { newId } from '@gonglian/kernel/id.ts';

/** A fact that a transaction has decided on and not yet written. */
export interface PendingFact {
  id: string;
  fact: string;
  key: string;
  data: string;
  traceparent: string | null;
}

export function pendingFact<Data>(
  type: FactType<string, Data>,
  data: Data,
  traceparent: string | undefined,
): PendingFact {
  return {
    id: newId(),
    fact: type.name,
    key: type.key(data),
    data: JSON.stringify(type.toJson(data)),
    traceparent: traceparent ?? null,
  };
}

/** Runs a statement inside the caller's transaction. */
export type Run = <Row>(text: string, values: unknown[]) => Promise<Row[]>;

/**
 * Writes facts in the order given, in one statement, inside the caller's transaction. Their data go as lines of one text:
 * JSON has no line break, and no mark of it needs to be quoted and unquoted as an element of an array would.
 */
export async function writeFacts(
  run: Run,
  schema: string,
  facts: readonly PendingFact[],
  occurredAt: Date,
): Promise<void> {
  if (facts.length === 0) return;
  await run(
    `insert into ${schema}.outbox (id, fact, key, data, traceparent, occurred_at)
     select id, fact, key, data::json, traceparent, $6::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], string_to_array($4, E'\\n'), $5::text[])
       with ordinality as f(id, fact, key, data, traceparent, n)
     order by n`,
    [
      facts.map((f) => f.id),
      facts.map((f) => f.fact),
      facts.map((f) => f.key),
      facts.map((f) => f.data).join('\n'),
      facts.map((f) => f.traceparent),
      occurredAt.toISOString(),
    ],
  );
}

/** A row of the outbox that has its position. */
export interface NumberedFact {
  id: string;
  position: string;
  fact: string;
  key: string;
  /** The JSON text as it was written: it is put into the envelope without being parsed. */
  data: string;
  traceparent: string | null;
  time: string;
}

/** The CloudEvent as it goes on the wire. The data is spliced in as text, since it is JSON already. */
export function envelopeText(node: string, service: string, row: NumberedFact): string {
  const head: Omit<Envelope, 'data'> = {
    specversion: '1.0',
    id: row.id,
    type: eventType({ service, name: row.fact }),
    source: sourceOf(node, service),
    subject: row.key,
    time: row.time,
    datacontenttype: 'application/json',
    glseq: Number(row.position),
    ...(row.traceparent ? { traceparent: row.traceparent } : {}),
  };
  return `${JSON.stringify(head).slice(0, -1)},"data":${row.data}}`;
}
