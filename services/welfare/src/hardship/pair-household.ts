// A cadre answers for a household (结对帮扶, row 95 of the list): paired, gone to see it, ended.
import type {
  HouseholdPair,
  HouseholdPairPage,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import {
  date,
  expectedVersion,
  id,
  limit,
  optionalId,
  optionalText,
  text,
} from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, query, type Sql } from '../pipeline.ts';
import { readFile } from './hardship-file.ts';
import { requireFiled } from './steps.ts';

const EARLIEST = '2000-01-01';

/** Duplicate HOUSEHOLD_PAIRED where he answers for it already. */
export const pairHousehold = command({
  schema: z.strictObject({ fileId: id, cadreId: text(100), post: text(60), sinceOn: date }),
  permission: 'welfare.hardship.pair',
  async run({ sql, now }, ask): Promise<HouseholdPair> {
    const file = await readFile(sql, ask.fileId);
    requireFiled(file.state);
    if (file.memberId === ask.cadreId) throw refused('HARDSHIP_OWN_FILE');
    decideDay(ask.sinceOn, EARLIEST, chinaDate(now));
    const pairId = newId();
    const written = await sql`
      insert into household_pair (pair_id, file_id, union_id, cadre_id, post, since_on)
      values (${pairId}, ${ask.fileId}, ${file.unionId}, ${ask.cadreId}, ${ask.post}, ${ask.sinceOn})
      on conflict do nothing returning 1`;
    if (written.length === 0) throw duplicate('HOUSEHOLD_PAIRED');
    return readPair(sql, pairId);
  },
});

export const endHouseholdPair = command({
  schema: z.strictObject({ pairId: id, expectedVersion, endedOn: date }),
  permission: 'welfare.hardship.pair',
  async run({ sql, now }, ask): Promise<HouseholdPair> {
    const pair = await lockLiving(sql, ask.pairId);
    if (pair.version !== ask.expectedVersion)
      throw stale('VERSION_MOVED', { version: pair.version });
    decideDay(ask.endedOn, pair.sinceOn, chinaDate(now));
    await sql`
      update household_pair set ended_on = ${ask.endedOn}, version = version + 1
      where pair_id = ${ask.pairId}`;
    return readPair(sql, ask.pairId);
  },
});

export const recordPairVisit = command({
  schema: z.strictObject({ pairId: id, happenedOn: date, note: text(1_000) }),
  permission: 'welfare.hardship.write',
  async run({ sql, own, actor, now }, ask): Promise<HouseholdPair> {
    const pair = await lockLiving(sql, ask.pairId);
    decideDay(ask.happenedOn, pair.sinceOn, chinaDate(now));
    const { unionId } = await readFile(sql, pair.fileId);
    const visitId = newId();
    await sql`
      insert into household_pair_visit (visit_id, pair_id, union_id, visited_on, note_sealed, recorded_by)
      values (${visitId}, ${ask.pairId}, ${unionId}, ${ask.happenedOn},
        ${own.vault.seal(ask.note, `household.pair.visit.${visitId}`)}, ${actor.id})`;
    return readPair(sql, ask.pairId);
  },
});

export const listHouseholdPairs = query({
  schema: z.strictObject({
    fileId: optionalId,
    cadreId: optionalText(100),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.hardship-pair.read',
  async run({ sql }, ask): Promise<HouseholdPairPage> {
    const { cadreId, cursor, limit: most } = ask;
    const of = { fileId: ask.fileId || null, cadreId, before: cursor || null, limit: most };
    const items = await findPairs(sql, of);
    const nextCursor = items.length === most ? (items.at(-1)?.pairId ?? '') : '';
    return { items, nextCursor };
  },
});

interface Find {
  id?: string;
  fileId?: string | null;
  cadreId?: string;
  before?: string | null;
  limit: number;
}

/** The newest first. */
function findPairs(sql: Sql, of: Find): Promise<HouseholdPair[]> {
  const { id: one = null, fileId = null, cadreId = '', before = null, limit: most } = of;
  return sql<HouseholdPair>`
    select p.pair_id as "pairId", p.file_id as "fileId", p.cadre_id as "cadreId", p.post,
      p.since_on::text as "sinceOn", coalesce(p.ended_on::text, '') as "endedOn", v.visits,
      coalesce(v.visited_on::text, '') as "visitedOn", p.version
    from household_pair as p
    cross join lateral (
      select count(*)::int as visits, max(visited_on) as visited_on
      from household_pair_visit as v where v.pair_id = p.pair_id) as v
    where (${one}::uuid is null or p.pair_id = ${one}::uuid)
      and (${fileId}::uuid is null or p.file_id = ${fileId}::uuid)
      and (${cadreId}::text = '' or p.cadre_id = ${cadreId}::text)
      and (${before}::uuid is null or p.pair_id < ${before}::uuid)
    order by p.pair_id desc limit ${most}`;
}

async function readPair(sql: Sql, pairId: string): Promise<HouseholdPair> {
  const [pair] = await findPairs(sql, { id: pairId, limit: 1 });
  if (!pair) throw notFound('HOUSEHOLD_PAIR_UNKNOWN', { pairId });
  return pair;
}

/** Refused HOUSEHOLD_PAIR_ENDED for one that is over. */
async function lockLiving(sql: Sql, pairId: string): Promise<HouseholdPair> {
  await sql`select from household_pair where pair_id = ${pairId} for update`;
  const pair = await readPair(sql, pairId);
  if (pair.endedOn !== '') throw refused('HOUSEHOLD_PAIR_ENDED');
  return pair;
}
