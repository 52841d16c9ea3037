import type { MoneyTrace } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound, refused, type Refusal } from '@gonglian/kernel/refusal.ts';
import { inquiry, type Reading } from '../pipeline.ts';
import { LEVELS_MAX, traceAcross } from './across.ts';
import { findStart } from './find-start.ts';
import { nameEnds } from './name-ends.ts';
import type { Start } from './read-way.ts';
import { traceBook } from './trace-book.ts';
import { demandOneSubject, TraceAsk } from './trace-fields.ts';
import { endView, hopView } from './trace-view.ts';

/** Within a pot the fen that came first leave first; the only rule there is, and so said with each answer. */
const CONVENTION = 'FIFO';

/** What lies beyond this node is asked for when the transaction is over: nobody waits for a neighbour with one open. */
export const traceMoney = inquiry({
  schema: TraceAsk,
  permission: 'finance.trace.read',
  async run({ own, now, deadline, read }, ask): Promise<MoneyTrace> {
    demandOneSubject(ask);
    const trace = await read((tx) => traceHere(tx, ask));
    return traceAcross(trace, { ask: own.askNeighbour, levels: LEVELS_MAX, now, deadline });
  },
});

/** Of this node's own book. */
export async function traceHere(tx: Reading, ask: TraceAsk): Promise<MoneyTrace> {
  await tx.requireUnions([ask.unionId]);
  return traceFrom(tx, ask, await findStart(tx.sql, ask));
}

type Asked = Pick<TraceAsk, 'unionId' | 'direction' | 'fromFen' | 'toFen' | 'limit'> & {
  /** All that could be asked for, where it is known otherwise than from the moves. */
  wholeFen?: number;
};

/**
 * VOUCHER_UNKNOWN, POT_UNKNOWN for what is not in this book or out of reach; refused VOUCHER_MOVES_NOTHING, and
 * TRACE_INTERVAL where nothing of the subject is asked for.
 */
export async function traceFrom(
  { sql, node }: Pick<Reading, 'sql' | 'node'>,
  ask: Asked,
  start: Start,
): Promise<MoneyTrace> {
  const { unionId, direction, fromFen: from, limit } = ask;
  const traced = await traceBook(sql, { unionId, direction, start, from, to: ask.toFen, limit });
  if (!traced) throw unknown(start);
  const wholeFen = ask.wholeFen ?? traced.wholeFen;
  if (wholeFen === 0 && 'no' in start) throw refused('VOUCHER_MOVES_NOTHING', { no: start.no });
  const toFen = ask.toFen === 0 ? wholeFen : ask.toFen;
  if (from >= toFen || toFen > wholeFen) throw refused('TRACE_INTERVAL', { wholeFen });
  const ends = nameEnds(traced);
  const last = traced.to === toFen;
  return {
    unionId,
    direction,
    wholeFen: BigInt(wholeFen),
    fromFen: BigInt(from),
    toFen: BigInt(traced.to),
    nextFromFen: last ? 0n : BigInt(traced.to),
    complete: ends.every(({ reason }) => reason === ''),
    convention: CONVENTION,
    hops: traced.hops.flatMap((hop) => {
      const voucher = traced.vouchers.get(hop.no);
      return voucher ? [hopView(hop, voucher, { node, unionId })] : [];
    }),
    ends: ends.map((end) => endView(end, node)),
    unions: traced.unions,
  };
}

const unknown = (start: Start): Refusal =>
  'pot' in start
    ? notFound('POT_UNKNOWN', start.pot)
    : notFound('VOUCHER_UNKNOWN', { no: start.no });
