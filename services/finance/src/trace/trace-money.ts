import type { MoneyTrace } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { inquiry, type Reading } from '../pipeline.ts';
import { LEVELS_MAX, traceAcross } from './across.ts';
import { findSubject, type Subject } from './find-subject.ts';
import { nameEnds } from './name-ends.ts';
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
  return traceSubject(tx, ask, await findSubject(tx.sql, ask));
}

type Asked = Pick<TraceAsk, 'unionId' | 'direction' | 'fromFen' | 'toFen' | 'limit'>;

/** Refused TRACE_INTERVAL where nothing of the subject is asked for. */
export async function traceSubject(
  { sql, node }: Pick<Reading, 'sql' | 'node'>,
  ask: Asked,
  { bookId, wholeFen, start }: Subject,
): Promise<MoneyTrace> {
  const { unionId, direction, fromFen, limit } = ask;
  const toFen = ask.toFen === 0 ? wholeFen : ask.toFen;
  if (fromFen >= toFen || toFen > wholeFen) throw refused('TRACE_INTERVAL', { wholeFen });
  const traced = await traceBook(sql, { bookId, direction, start: start(fromFen, toFen), limit });
  const ends = await nameEnds(sql, unionId, bookId, traced);
  const last = traced.to === toFen;
  return {
    unionId,
    direction,
    wholeFen: BigInt(wholeFen),
    fromFen: BigInt(fromFen),
    toFen: BigInt(traced.to),
    nextFromFen: last ? 0n : BigInt(traced.to),
    complete: ends.every(({ reason }) => reason === ''),
    convention: CONVENTION,
    hops: traced.hops.flatMap((hop) => {
      const voucher = traced.vouchers.get(hop.no);
      return voucher ? [hopView(hop, voucher, { node, unionId })] : [];
    }),
    ends: ends.map((end) => endView(end, node)),
  };
}
