// This node as the one that asks: over its link up, or through its own broker down.
import { Question } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { unavailable } from '@gonglian/kernel/refusal.ts';
import type { NatsConnection } from '@gonglian/messaging/connection.ts';
import { askOnce, NoAnswer } from '@gonglian/messaging/questions.ts';
import { currentTraceparent } from '@gonglian/telemetry/trace.ts';
import type { Asked } from '../link/board.ts';
import type { Places } from './places.ts';
import { decideAnswer } from './question.ts';

/** The way to one neighbour. */
export interface Way {
  node: string;
  subject: string;
  places: Places;
  /** Undefined while the link is known to be down. */
  connection(): Promise<NatsConnection> | undefined;
}

export async function askOver(
  { node, subject, places, connection }: Way,
  { kind, body, withinMs, timeoutMs }: Asked,
): Promise<Buffer> {
  const traceparent = currentTraceparent() ?? '';
  const question = Question.encode({ kind, body, withinMs, traceparent }).finish();
  return places.within(async () => {
    const linked = await connection();
    if (!linked) throw unavailable('NEIGHBOUR_AWAY', { node });
    try {
      return decideAnswer(node, await askOnce(linked, subject, question, timeoutMs));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      throw unavailable('NEIGHBOUR_AWAY', { node }, { cause: error });
    }
  });
}
