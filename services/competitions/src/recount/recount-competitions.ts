// Counts what facts have told again from the records themselves, for whoever does not trust the cells made of facts.
import type {
  CompetitionsRecount,
  CompetitionsRecountRow,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { cursor, limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

interface Group extends Omit<CompetitionsRecountRow, 'count' | 'amountFen'> {
  /** Of the kind, which may be a long name. */
  kindHash: string;
  count: string;
  amountFen: string;
}
type Place = Omit<Group, 'kind' | 'count' | 'amountFen'>;

const START: Place = {
  unionId: '00000000-0000-0000-0000-000000000000',
  month: '',
  movement: '',
  kindHash: '',
  organiserLevel: '',
  prize: '',
  frontline: false,
};

/** Everything counts in the month in which it happened: as its facts say. */
export const recountCompetitions = query({
  schema: z.strictObject({ cursor, limit: limit(5_000, 1_000) }),
  permission: 'competitions.recount.read',
  async run({ sql }, ask): Promise<CompetitionsRecount> {
    const after = ask.cursor === '' ? START : parseCursor(ask.cursor);
    const groups = await sql<Group>`
      with happened as (
        select union_id, to_char(happened_on, 'YYYY-MM') as month, movement, md5(kind) as kind_hash, kind, organiser,
          prize, frontline, heads, fen
        from counted)
      select union_id as "unionId", month, movement, kind_hash as "kindHash", min(kind) as kind,
        organiser as "organiserLevel", prize, frontline, sum(heads)::text as count, sum(fen)::text as "amountFen"
      from happened
      where (union_id, month, movement, kind_hash, organiser, prize, frontline) > (${after.unionId}::uuid,
        ${after.month}::text, ${after.movement}::text, ${after.kindHash}::text, ${after.organiserLevel}::text,
        ${after.prize}::text, ${after.frontline}::boolean)
      group by 1, 2, 3, 4, 6, 7, 8 order by 1, 2, 3, 4, 6, 7, 8 limit ${ask.limit}`;
    const last = groups.at(-1);
    return {
      rows: groups.map(toRow),
      nextCursor: last !== undefined && groups.length === ask.limit ? cursorOf(last) : '',
    };
  },
});

function toRow({ count, amountFen, ...group }: Group): CompetitionsRecountRow {
  const { unionId, month, movement, kind, organiserLevel, prize, frontline } = group;
  const place = { unionId, month, movement, kind, organiserLevel, prize, frontline };
  return { ...place, count: BigInt(count), amountFen: BigInt(amountFen) };
}

function cursorOf(place: Place): string {
  const { unionId, month, movement, kindHash, organiserLevel, prize, frontline } = place;
  const who = frontline ? 'frontline' : '';
  return [unionId, month, movement, kindHash, organiserLevel, prize, who].join('~');
}

function parseCursor(text: string): Place {
  const parts = text.split('~');
  const [unionId = '', month = '', movement = '', kindHash = '', organiserLevel = ''] = parts;
  const [prize = '', who = ''] = parts.slice(5);
  if (!isId(unionId)) throw invalid('CURSOR_INVALID');
  const frontline = who === 'frontline';
  return { unionId, month, movement, kindHash, organiserLevel, prize, frontline };
}
