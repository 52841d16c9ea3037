// The unions of a list that are in reach, in the order of their ids.
import type { RefundLineList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { cursor, id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { getRow } from './refund.ts';

/** As the database answers: numbers of eight bytes as texts. */
type Row = Record<keyof RefundLineList['items'][number], string>;

export const listRefundLines = query({
  schema: z.strictObject({ refundId: id, cursor: cursor.pipe(optionalId), limit: limit(500, 100) }),
  permission: 'finance.refund.read',
  async run({ sql }, ask): Promise<RefundLineList> {
    await getRow(sql, ask.refundId);
    const after = ask.cursor || null;
    const rows = await sql<Row>`
      select l.union_id as "unionId", coalesce(u.name, '') as "unionName",
        l.yearly_mean_fen::text as "yearlyMeanFen", l.surrendered_fen::text as "surrenderedFen",
        l.refund_fen::text as "refundFen", l.county_fen::text as "countyFen",
        l.city_fen::text as "cityFen", l.province_fen::text as "provinceFen",
        l.national_fen::text as "nationalFen", l.removed_reason as "removedReason",
        coalesce(s.payment_state, '') as "paymentState",
        coalesce(s.payment_id::text, '') as "paymentId"
      from refund_line as l left join known_union as u on u.union_id = l.union_id
      left join refund_standing as s on s.refund_id = l.refund_id and s.union_id = l.union_id
      where l.refund_id = ${ask.refundId} and (${after}::uuid is null or l.union_id > ${after}::uuid)
      order by l.union_id limit ${ask.limit}`;
    return {
      items: rows.map(lineOf),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.unionId ?? '') : '',
    };
  },
});

function lineOf(row: Row): RefundLineList['items'][number] {
  const { unionId, unionName, removedReason, paymentState } = row;
  return {
    unionId,
    unionName,
    yearlyMeanFen: BigInt(row.yearlyMeanFen),
    surrenderedFen: BigInt(row.surrenderedFen),
    refundFen: BigInt(row.refundFen),
    countyFen: BigInt(row.countyFen),
    cityFen: BigInt(row.cityFen),
    provinceFen: BigInt(row.provinceFen),
    nationalFen: BigInt(row.nationalFen),
    removedReason,
    paymentState,
    paymentId: row.paymentId,
  };
}
