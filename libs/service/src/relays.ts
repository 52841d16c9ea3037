import { subjectOf } from '@gonglian/contracts/envelope.ts';
import type { NatsConnection } from '@gonglian/messaging/connection.ts';
import { publishWindow } from '@gonglian/messaging/publish.ts';
import { ensureStream, factStream } from '@gonglian/messaging/streams.ts';
import { envelopeText, type NumberedFact } from '@gonglian/outbox/outbox.ts';
import type { Destination } from '@gonglian/outbox/relay.ts';

/** The stream of one service's facts on this node's own broker. */
export function factDestination(
  connection: NatsConnection,
  node: string,
  service: string,
): Destination {
  return {
    open: () => ensureStream(connection, factStream(node, service)),
    publish: (rows) =>
      publishWindow(
        connection,
        rows.map((row) => outgoing(row, node, service, subjectOf(node, service, row.fact))),
      ),
  };
}

export function outgoing(row: NumberedFact, node: string, service: string, subject: string) {
  return { subject, sequence: Number(row.position), text: envelopeText(node, service, row) };
}
