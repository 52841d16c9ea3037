import type { WorkOrderDeskOpened } from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { demandForm } from '@gonglian/service/letter-form.ts';
import type { Tx } from '../../pipeline.ts';
import { enterDesk } from '../enter-desk.ts';

const KEY_BYTES = 32;

/** WORK_ORDER_NOT_YOURS for who is no subordinate. */
export async function takeDesk(
  { sql, own, node }: Tx,
  from: string,
  said: WorkOrderDeskOpened,
): Promise<void> {
  const { deskKey, openedOn, seats, lawyers, handlers } = said;
  demandForm(deskKey.length === KEY_BYTES && isCalendarDate(openedOn));
  demandForm(seats >= 0 && lawyers >= 0 && handlers >= 0);
  const theirs = own.subordinates.includes(from) && said.fromNode === from && said.toNode === node;
  if (!theirs) throw refused('WORK_ORDER_NOT_YOURS', { from, subject: said.fromNode });
  // Whoever works here may read it: the desk of a node below is seen from the root of this one.
  const unionId = nodeRootUnionId(node);
  const staff = { seats, lawyers, handlers };
  await enterDesk(sql, { node: from, unionId, deskKey: Buffer.from(deskKey), openedOn, ...staff });
}
