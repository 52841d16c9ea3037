import type { WarmthList } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockWarmthList, readWholeWarmthList, warmthStep } from './warmth-list.ts';

/** Only a draft: what was approved is finance's. Its persons have their year back. */
export const cancelWarmthList = command({
  schema: z.strictObject(warmthStep),
  permission: 'welfare.warmth.draft',
  async run({ sql, own }, ask): Promise<WarmthList> {
    const { listId, givenOn } = await lockWarmthList(sql, ask, 'DRAFT');
    await sql`select from warmth_year where year = ${Number(givenOn.slice(0, 4))}
      and person_id in (select person_id from warmth_line where list_id = ${listId}) order by person_id for update`;
    await sql`
      update warmth_year as y set total_fen = y.total_fen - l.amount_fen
      from warmth_line as l
      where l.list_id = ${listId} and y.person_id = l.person_id and y.year = ${Number(givenOn.slice(0, 4))}`;
    await sql`
      update warmth_list set state = 'CANCELLED', version = version + 1 where list_id = ${listId}`;
    return readWholeWarmthList(sql, own.vault, listId);
  },
});
