// Counts what facts have told again from the records themselves, for whoever does not trust the cells made of facts.
import type {
  WelfareRecount,
  WelfareRecountRow,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/recount.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { cursor, limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

interface Group extends Omit<WelfareRecountRow, 'count' | 'amountFen'> {
  count: string;
  amountFen: string;
}
type Place = Omit<Group, 'count' | 'amountFen'>;

const START: Place = {
  unionId: '00000000-0000-0000-0000-000000000000',
  month: '',
  movement: '',
  kind: '',
  level: '',
  source: '',
};

/** Everything counts in the month in which it happened: as its facts say. */
export const recountWelfare = query({
  schema: z.strictObject({ cursor, limit: limit(5_000, 1_000) }),
  permission: 'welfare.recount.read',
  async run({ sql }, ask): Promise<WelfareRecount> {
    const after = ask.cursor === '' ? START : parseCursor(ask.cursor);
    const groups = await sql<Group>`
      with happened as (
        select union_id, to_char(happened_on, 'YYYY-MM') as month, movement, kind, level, source, heads, fen from counted)
      select union_id as "unionId", month, movement, kind, level, source, sum(heads)::text as count,
        sum(fen)::text as "amountFen"
      from happened
      where (union_id, month, movement, kind, level, source) > (${after.unionId}::uuid, ${after.month}::text,
        ${after.movement}::text, ${after.kind}::text, ${after.level}::text, ${after.source}::text)
      group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6 limit ${ask.limit}`;
    const last = groups.at(-1);
    return {
      rows: groups.map(toRow),
      nextCursor: last !== undefined && groups.length === ask.limit ? cursorOf(last) : '',
    };
  },
});

function toRow({ count, amountFen, ...place }: Group): WelfareRecountRow {
  return { ...place, count: BigInt(count), amountFen: BigInt(amountFen) };
}

function cursorOf({ unionId, month, movement, kind, level, source }: Place): string {
  return [unionId, month, movement, kind, level, source].join('~');
}

function parseCursor(text: string): Place {
  const [unionId = '', month = '', movement = '', kind = '', level = '', source = ''] =
    text.split('~');
  if (!isId(unionId)) throw invalid('CURSOR_INVALID');
  return { unionId, month, movement, kind, level, source };
}
