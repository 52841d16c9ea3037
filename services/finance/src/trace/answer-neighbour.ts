// What a neighbour asks of this node's book: where the money of a settlement between the two came from, or where it went.
import {
  MoneyTrace,
  SettlementTrace,
  type AnswerNeighbourResult,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { invalid, notFound } from '@gonglian/kernel/refusal.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen, optionalFen } from '../amount.ts';
import { inquiry, type Sql } from '../pipeline.ts';
import { LEVELS_MAX, traceAcross } from './across.ts';
import { HOPS_MAX } from './trace-fields.ts';
import { traceFrom } from './trace-money.ts';
import { DIRECTIONS } from './walk.ts';

const BODY_BYTES_MAX = 1_000_000;

const Question = z.object({
  settlementId: id,
  direction: code(DIRECTIONS),
  fromFen: optionalFen,
  toFen: amountFen,
  limit: z.int().min(1, 'required').max(HOPS_MAX, 'too_large'),
  levels: z.int().min(0, 'negative').max(LEVELS_MAX, 'too_large'),
});

/** SETTLEMENT_UNKNOWN where it is not between the two: a neighbour is told of nothing else. */
export const answerNeighbour = inquiry({
  schema: z.strictObject({
    node: z.string().min(1, 'required').max(12, 'too_long'),
    kind: code(['trace']),
    body: z.custom<Buffer>((bytes) => Buffer.isBuffer(bytes) && bytes.length <= BODY_BYTES_MAX),
  }),
  permission: 'finance.neighbour.answer',
  async run({ own, now, deadline, read }, { node: asking, body }): Promise<AnswerNeighbourResult> {
    const { settlementId, levels, ...ask } = questionOf(body);
    const here = await read(async (tx) => {
      const unionId = nodeRootUnionId(tx.node);
      const { no, wholeFen } = await findSettled(tx.sql, unionId, asking, settlementId);
      return traceFrom(tx, { unionId, ...ask, wholeFen }, { no, n: 0 });
    });
    const traced = await traceAcross(here, { ask: own.askNeighbour, levels, now, deadline });
    return { body: Buffer.from(MoneyTrace.encode(traced).finish()) };
  },
});

/** LETTER_MALFORMED: another node may run another version, or be wrong. */
function questionOf(body: Buffer): z.output<typeof Question> {
  const read = Question.safeParse(decoded(body));
  if (!read.success) throw invalid('LETTER_MALFORMED');
  return read.data;
}

function decoded(body: Buffer): SettlementTrace | undefined {
  try {
    return SettlementTrace.decode(body);
  } catch {
    return undefined;
  }
}

/** The moves of this end's voucher are the settlement, fen by fen, as they are at the other end. */
async function findSettled(
  sql: Sql,
  unionId: string,
  neighbour: string,
  settlementId: string,
): Promise<{ no: number; wholeFen: number }> {
  const [found] = await sql<{ no: number; wholeFen: number }>`
    select voucher_no::float8 as no, amount_fen::float8 as "wholeFen" from settlement
    where settlement_id = ${settlementId} and neighbour = ${neighbour} and union_id = ${unionId}
      and voucher_no is not null`;
  if (!found) throw notFound('SETTLEMENT_UNKNOWN', { settlementId });
  return found;
}
