// The work list: lines that wait for somebody to decide, and how many of each cause there are.
import type { CollectionExceptionList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { cursor, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { exceptionView, EXCEPTION_STATES, findExceptions } from './exception.ts';

const ListCollectionExceptions = z.strictObject({
  collectionId: optionalId,
  code: optionalText(60),
  state: z.string().pipe(z.enum(['', ...EXCEPTION_STATES], 'unknown_code')),
  cursor: cursor.pipe(optionalId),
  limit: limit(200),
});

interface Group {
  code: string;
  count: number;
  totalFen: string;
}

export const listCollectionExceptions = query({
  schema: ListCollectionExceptions,
  permission: 'finance.collection.read',
  async run({ sql }, ask): Promise<CollectionExceptionList> {
    const collectionId = ask.collectionId || null;
    const state = ask.state || 'WAITING';
    const page = { collectionId, code: ask.code || null, state, after: ask.cursor || null };
    const rows = await findExceptions(sql, { ...page, limit: ask.limit });
    const groups = await sql<Group>`
      select code, count(*)::int as count, sum(amount_fen + late_fee_fen)::text as "totalFen"
      from collection_line
      where state = ${state} and code <> ''
        and (${collectionId}::uuid is null or collection_id = ${collectionId}::uuid)
      group by code order by count(*) desc, code`;
    return {
      items: rows.map(exceptionView),
      groups: groups.map((group) => ({ ...group, totalFen: BigInt(group.totalFen) })),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.id ?? '') : '',
    };
  },
});
