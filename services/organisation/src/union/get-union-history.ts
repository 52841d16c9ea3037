import type { UnionChange } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { id, optionalDate } from '@gonglian/service/fields.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

/** The newest so many; older ones than these nobody scrolls to. */
const CHANGES_MAX = 1_000;

const GetUnionHistory = z.strictObject({ unionId: id, asOf: optionalDate });

/**
 * Everything that was decided about a union, by the day it takes effect; with as_of, what had by
 * then.
 */
export const getUnionHistory = query({
  schema: GetUnionHistory,
  permission: 'organisation.union.read',
  async run(tx, { unionId, asOf }) {
    const items = await tx.sql<UnionChange>`
      select effective_on::text as "effectiveOn", what, detail,
        to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
      from union_change
      where union_id = ${unionId} and (${asOf} = '' or effective_on <= nullif(${asOf}, '')::date)
      order by effective_on desc, id desc limit ${CHANGES_MAX}`;
    if (items.length === 0) throw notFound('NOT_FOUND', { unionId });
    return { items: items.toReversed() };
  },
});
