// Collective registration of up to 2,000 people in one call: each row is taken or refused by name.
import type {
  JoinBatchResult,
  Person,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { joinRows, requireJoinDate } from './join-rows.ts';

const ROWS_MAX = 2_000;

const JoinBatch = z.strictObject({
  unionId: id,
  joinedOn: date,
  // Rows are checked by hand, each on its own: a bad one is refused and the others join.
  rows: z.custom<Person[]>(
    (rows) => Array.isArray(rows) && rows.length > 0 && rows.length <= ROWS_MAX,
    'between_1_and_2000_rows',
  ),
});

export const joinBatch = command({
  schema: JoinBatch,
  permission: 'membership.member.join',
  unions: (ask) => [ask.unionId],
  wholeNode: 'a document is looked up in the whole node',
  async run(tx, ask): Promise<JoinBatchResult> {
    requireJoinDate(ask.joinedOn, tx.now);
    requireAdmitting(await findUnion(tx.sql, ask.unionId), ask.unionId);
    const { joined, again, unchanged, refused } = await joinRows(tx, ask, ask.rows);
    return { joined: joined.length + again.length, unchanged, refused };
  },
});
