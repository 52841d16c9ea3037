import type { FlowVoucherList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { code, id, limit, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { numberCursor } from '../ledger/number-cursor.ts';
import { POT_KINDS } from '../ledger/voucher.ts';
import { query, type Sql } from '../pipeline.ts';
import { findBook, readFlows } from './flow.ts';
import { fiscalYear } from './flow-fields.ts';

export const listFlowVouchers = query({
  schema: z.strictObject({
    unionId: id,
    fiscalYear,
    fromKind: code(POT_KINDS),
    fromPart: optionalText(40),
    toKind: code(POT_KINDS),
    toPart: optionalText(40),
    cursor: numberCursor,
    limit: limit(200),
  }),
  permission: 'finance.ledger.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<FlowVoucherList> {
    const { unionId, fiscalYear: year, cursor: belowNo, limit: most, ...ends } = ask;
    const bookId = await findBook(sql, unionId);
    if (bookId === undefined) return { items: [], nextCursor: '' };
    const found = await readFlows(sql, { bookId, year, only: { ...ends, belowNo }, limit: most });
    const about = await readAbout(
      sql,
      bookId,
      found.map(({ no }) => no),
    );
    const last = found.at(-1);
    return {
      items: found.map(({ no, amountFen }) => ({
        no: BigInt(no),
        eventOn: about.get(no)?.eventOn ?? '',
        summary: about.get(no)?.summary ?? '',
        amountFen: BigInt(amountFen),
      })),
      nextCursor: last && found.length === most ? String(last.no) : '',
    };
  },
});

interface About {
  no: number;
  eventOn: string;
  summary: string;
}

async function readAbout(
  sql: Sql,
  bookId: number,
  nos: readonly number[],
): Promise<ReadonlyMap<number, About>> {
  const rows = await sql<About>`
    select no::float8 as no, event_on::text as "eventOn", summary from voucher
    where book_id = ${bookId} and no = any(${[...nos]}::bigint[])`;
  return new Map(rows.map((row) => [row.no, row]));
}
