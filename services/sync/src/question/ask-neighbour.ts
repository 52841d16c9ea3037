// Asks the node above or one directly below, for a program of this node that waits.
import type { NeighbourAnswer } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { refused, unavailable } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { inquiry, type SyncNode } from '../pipeline.ts';
import { BODY_BYTES_MAX, decideTimes, KIND } from './question.ts';

const AskNeighbour = z.strictObject({
  node: z.string().regex(/^\w{6,12}$/, 'not_a_region'),
  kind: z.string().regex(KIND, 'not_a_kind'),
  body: z.custom<Buffer>(
    (bytes) => Buffer.isBuffer(bytes) && bytes.length <= BODY_BYTES_MAX,
    'at_most_1_mb',
  ),
});

/** Refused NODE_NOT_NEIGHBOUR, DEADLINE_EXCEEDED, NEIGHBOUR_BUSY, NEIGHBOUR_AWAY, and as the neighbour refuses. */
export const askNeighbour = inquiry({
  schema: AskNeighbour,
  permission: 'sync.neighbour.ask',
  async run({ own, now, deadline }, { node, kind, body }): Promise<NeighbourAnswer> {
    decideNeighbour(own, node);
    const times = decideTimes(deadline, now);
    const { running } = own.board;
    if (!running) throw unavailable('NEIGHBOUR_AWAY', { node });
    return { body: await running.ask(node, { kind, body, ...times }) };
  },
});

export function decideNeighbour(
  { superior, subordinates }: Pick<SyncNode, 'superior' | 'subordinates'>,
  node: string,
): void {
  if (node === superior?.region || subordinates.includes(node)) return;
  throw refused('NODE_NOT_NEIGHBOUR', { node });
}
