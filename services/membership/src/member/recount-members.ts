// Counts every movement again from the spells themselves, for whoever does not trust the cells made
// of facts.
import type {
  MemberRecount,
  MemberRecountRow,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { cursor, limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readCodes } from './codes.ts';

const RecountMembers = z.strictObject({ cursor, limit: limit(5_000, 1_000) });

interface Group {
  unionId: string;
  month: string;
  movement: string;
  codesId: number;
  count: string;
}

const START = {
  unionId: '00000000-0000-0000-0000-000000000000',
  month: '',
  movement: '',
  codesId: 0,
};

/**
 * A spell's start is recruited, moved_in or reactivated in the month of `started_on`; its end is
 * moved_out, retained or left in the month of `ended_on`: the same movements as its facts say.
 */
export const recountMembers = query({
  schema: RecountMembers,
  permission: 'membership.recount.read',
  async run({ sql }, ask): Promise<MemberRecount> {
    const after = ask.cursor === '' ? START : parseCursor(ask.cursor);
    const groups = await sql<Group>`
      with movement as (
        select union_id, to_char(started_on, 'YYYY-MM') as month, start_kind as kind, codes_id
        from spell where union_id >= ${after.unionId}::uuid
        union all
        select union_id, to_char(ended_on, 'YYYY-MM'), end_kind, codes_id
        from spell where ended_on is not null and union_id >= ${after.unionId}::uuid)
      select union_id as "unionId", month, kind as movement, codes_id as "codesId",
        count(*) as count
      from movement
      where (union_id, month, kind, codes_id) >
        (${after.unionId}::uuid, ${after.month}::text, ${after.movement}::text,
          ${after.codesId}::int)
      group by union_id, month, kind, codes_id
      order by union_id, month, kind, codes_id
      limit ${ask.limit}`;
    const codes = await readCodes(
      sql,
      groups.map((group) => group.codesId),
    );
    const rows = groups.map(({ unionId, month, movement, codesId, count }): MemberRecountRow => ({
      unionId,
      month,
      movement,
      codes: codes.get(codesId),
      count: BigInt(count),
    }));
    const last = groups.at(-1);
    const more = last !== undefined && groups.length === ask.limit;
    return { rows, nextCursor: more ? cursorOf(last) : '' };
  },
});

function cursorOf({ unionId, month, movement, codesId }: Omit<Group, 'count'>): string {
  return [unionId, month, movement, codesId].join('~');
}

function parseCursor(text: string): Omit<Group, 'count'> {
  const [unionId = '', month = '', movement = '', codesId = ''] = text.split('~');
  if (!isId(unionId) || !/^\d{1,9}$/.test(codesId)) throw invalid('CURSOR_INVALID');
  return { unionId, month, movement, codesId: Number(codesId) };
}
