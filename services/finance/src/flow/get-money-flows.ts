import type { MoneyFlows, MoneyPurse } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findBook, PURSES, readFlows, readOpenings, type FlowRow } from './flow.ts';
import { fiscalYear } from './flow-fields.ts';

/** Accounts and neighbours are few; more than this would be no picture. */
const FLOWS_MAX = 1_000;

/** What comes in and goes out is added up from the flows themselves, so a picture of them loses nothing. */
export function decidePurses(
  flows: readonly Pick<FlowRow, 'fromKind' | 'toKind' | 'amountFen'>[],
  openings: ReadonlyMap<string, number>,
): MoneyPurse[] {
  const sum = (of: (flow: (typeof flows)[number]) => boolean) =>
    flows.filter(of).reduce((fen, flow) => fen + flow.amountFen, 0);
  return PURSES.map((kind) => {
    const openingFen = openings.get(kind) ?? 0;
    const inFen = sum((flow) => flow.toKind === kind);
    const outFen = sum((flow) => flow.fromKind === kind);
    return { kind, openingFen, inFen, outFen, closingFen: openingFen + inFen - outFen };
  })
    .filter(({ openingFen, inFen, outFen }) => openingFen !== 0 || inFen !== 0 || outFen !== 0)
    .map((purse) => ({
      potKind: purse.kind,
      openingFen: BigInt(purse.openingFen),
      inFen: BigInt(purse.inFen),
      outFen: BigInt(purse.outFen),
      closingFen: BigInt(purse.closingFen),
    }));
}

export const getMoneyFlows = query({
  schema: z.strictObject({ unionId: id, fiscalYear }),
  permission: 'finance.ledger.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, fiscalYear: year }): Promise<MoneyFlows> {
    const bookId = await findBook(sql, unionId);
    if (bookId === undefined) return { purses: [], flows: [] };
    const flows = await readFlows(sql, { bookId, year, limit: FLOWS_MAX + 1 });
    // A sum that leaves something out would be wrong without looking so.
    if (flows.length > FLOWS_MAX) throw refused('FLOWS_TOO_MANY', { max: FLOWS_MAX });
    return {
      purses: decidePurses(flows, await readOpenings(sql, bookId, year)),
      flows: flows.map(({ no: _, amountFen, moveCount, ...ends }) => ({
        ...ends,
        amountFen: BigInt(amountFen),
        moveCount: BigInt(moveCount),
      })),
    };
  },
});
