import type { EarmarkedFundList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { earmarkView, findEarmarks } from './earmark.ts';
import { findFunds } from './fund.ts';

export const listEarmarkedFunds = query({
  schema: z.strictObject({ unionId: id }),
  permission: 'finance.budget.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId }): Promise<EarmarkedFundList> {
    const earmarks = await findEarmarks(sql, unionId);
    const items = (await findFunds(sql, unionId)).map((fund) => ({
      bank: fund.bank,
      projectCode: fund.key,
      heldFen: BigInt(fund.heldFen),
      promisedFen: BigInt(fund.promisedFen),
      availableFen: BigInt(fund.heldFen - fund.promisedFen),
      transfers: earmarks.filter(({ project }) => project === fund.key).map(earmarkView),
    }));
    return { items };
  },
});
