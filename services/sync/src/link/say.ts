// The one way into the uplink: messages to the superior, written in the transaction of what they tell.
import { UpwardMessage } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { fact } from '@gonglian/contracts/fact.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { currentTraceparent } from '@gonglian/telemetry/trace.ts';
import type { Writing } from '../cell/cell.ts';

/** What positions of the uplink belong to: they are apart from those of the node's facts. */
export const UPLINK = 'sync-uplink';
export const upward = fact(UPLINK, 'upward', UpwardMessage, () => '');

export type UpwardBody = Omit<Partial<UpwardMessage>, 'sentAt'>;

/**
 * Under the lock of the cells, so that the order of the rows is the order in which they became true. Positions are
 * given later, by the relay.
 */
export async function sayUpward(
  { sql, tx }: Pick<Writing, 'sql' | 'tx'>,
  bodies: readonly UpwardBody[],
): Promise<void> {
  if (bodies.length === 0) return;
  const sentAt = tx.now.toISOString();
  const texts = bodies.map((body) =>
    JSON.stringify(UpwardMessage.toJSON(UpwardMessage.fromPartial({ ...body, sentAt }))),
  );
  await sql`
    insert into uplink (id, fact, key, data, traceparent, occurred_at)
    select id, ${upward.name}, ${tx.node}, data::json, ${currentTraceparent() ?? null}, ${sentAt}
    from unnest(${texts.map(() => newId())}::uuid[], ${texts}::text[]) with ordinality as m(id, data, n)
    order by n`;
}
