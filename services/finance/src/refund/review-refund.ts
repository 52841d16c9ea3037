// Somebody has looked through the list; what he takes off it carries the reason.
import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideStep, lockStep, viewNow } from './refund.ts';

const REMOVALS_MAX = 1_000;
const ReviewRefund = z.strictObject({
  refundId: id,
  removals: z
    .array(z.strictObject({ unionId: id, reason: text(200) }))
    .max(REMOVALS_MAX, 'too_many'),
  expectedVersion,
});

/** Refused REFUND_STATE_WRONG, REFUND_SAME_PERSON, REFUND_LINE_UNKNOWN. */
export const reviewRefund = command({
  schema: ReviewRefund,
  permission: 'finance.refund.write',
  async run({ sql, actor }, ask): Promise<Refund> {
    const { state, madeBy } = await lockStep(sql, ask);
    const next = decideStep(state, 'review');
    if (actor.id === madeBy) throw refused('REFUND_SAME_PERSON', { step: 'review' });
    const removed = await sql`
      update refund_line as l set removed_reason = r.reason
      from unnest(${ask.removals.map(({ unionId }) => unionId)}::uuid[],
        ${ask.removals.map(({ reason }) => reason)}::text[]) as r(union_id, reason)
      where l.refund_id = ${ask.refundId} and l.union_id = r.union_id and l.removed_reason = ''
      returning l.union_id`;
    if (removed.length !== ask.removals.length) {
      throw refused('REFUND_LINE_UNKNOWN', { found: removed.length, asked: ask.removals.length });
    }
    await sql`
      update refund_run set state = ${next}, reviewed_by = ${actor.id}, version = version + 1
      where id = ${ask.refundId}`;
    return viewNow(sql, ask.refundId);
  },
});
