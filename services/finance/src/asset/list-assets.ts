import type { AssetList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { assetView, findAssets, STATES } from './asset.ts';
import { readBalances } from './asset-checks.ts';
import { readLastMonth } from './last-month.ts';

/** The register, with what its cards sum to beside what the book says. */
export const listAssets = query({
  schema: z.strictObject({
    unionId: id,
    state: z.string().pipe(z.enum(['', ...STATES], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'finance.asset.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, { unionId, ...ask }): Promise<AssetList> {
    const rows = await findAssets(sql, {
      unionId,
      ...(ask.state === '' ? {} : { states: [ask.state] }),
      after: ask.cursor || null,
      limit: ask.limit,
    });
    return {
      items: rows.map((row) => assetView(own.vault, row)),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.id ?? '') : '',
      balances: (await readBalances(sql, unionId)).map(({ accountCode, cardsFen, bookFen }) => ({
        accountCode,
        cardsFen: BigInt(cardsFen),
        bookFen: BigInt(bookFen),
      })),
      depreciatedMonth: await readLastMonth(sql, unionId),
    };
  },
});
