import type { MoneyFlows, MoneyPot } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findBook, HELD_KINDS, readFlows, readOpenings, type FlowRow } from './flow.ts';
import { fiscalYear } from './flow-fields.ts';

/** Accounts and neighbours are few; more than this would be no picture. */
const FLOWS_MAX = 1_000;

/** What comes in and goes out is added up from the flows themselves, so a picture of them loses nothing. */
export function decidePots(
  flows: readonly Pick<FlowRow, 'fromKind' | 'toKind' | 'amountFen'>[],
  openings: ReadonlyMap<string, number>,
): MoneyPot[] {
  const sum = (of: (flow: (typeof flows)[number]) => boolean) =>
    flows.filter(of).reduce((fen, flow) => fen + flow.amountFen, 0);
  return HELD_KINDS.map((kind) => {
    const openingFen = openings.get(kind) ?? 0;
    const inFen = sum((flow) => flow.toKind === kind);
    const outFen = sum((flow) => flow.fromKind === kind);
    return { kind, openingFen, inFen, outFen, closingFen: openingFen + inFen - outFen };
  })
    .filter(({ openingFen, inFen, outFen }) => openingFen !== 0 || inFen !== 0 || outFen !== 0)
    .map((pot) => ({
      potKind: pot.kind,
      openingFen: BigInt(pot.openingFen),
      inFen: BigInt(pot.inFen),
      outFen: BigInt(pot.outFen),
      closingFen: BigInt(pot.closingFen),
    }));
}

export const getMoneyFlows = query({
  schema: z.strictObject({ unionId: id, fiscalYear }),
  permission: 'finance.ledger.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, fiscalYear: year }): Promise<MoneyFlows> {
    const bookId = await findBook(sql, unionId);
    if (bookId === undefined) return { pots: [], flows: [] };
    const flows = await readFlows(sql, { bookId, year, limit: FLOWS_MAX + 1 });
    // A sum that leaves something out would be wrong without looking so.
    if (flows.length > FLOWS_MAX) throw refused('FLOWS_TOO_MANY', { max: FLOWS_MAX });
    return {
      pots: decidePots(flows, await readOpenings(sql, bookId, year)),
      flows: flows.map((flow) => ({
        fromKind: flow.fromKind,
        fromPart: flow.fromPart,
        toKind: flow.toKind,
        toPart: flow.toPart,
        amountFen: BigInt(flow.amountFen),
        moveCount: BigInt(flow.moveCount),
      })),
    };
  },
});
