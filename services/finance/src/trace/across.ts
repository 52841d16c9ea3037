// The trace beyond this node: at each boundary the neighbour is asked about the settlement's own fen, and what it tells is
// put in behind, marked with its node. What it does not tell is a gap with a name.
import {
  MoneyTrace,
  SettlementTrace,
  type NamedUnion,
  type TraceEnd,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import type { NeighbourQuestion, Own } from '../pipeline.ts';
import type { Gap } from './walk.ts';

/** Nodes beyond the one that is asked first: a county, a city, a province and the nation are four levels. */
export const LEVELS_MAX = 4;
/** Boundaries asked about for one page; the others are left as they are, and say so. */
const BOUNDARIES_MAX = 8;
const HOPS_ASKED = 50;
const DEADLINE_MS = 5_000;
/** For putting together what was told before the caller stops waiting. */
const OWN_MS = 200;

type Ask = (question: NeighbourQuestion) => Promise<Buffer>;

export interface Beyond {
  ask: Own['askNeighbour'];
  levels: number;
  now: Date;
  deadline: Date | undefined;
}

/** The trace with what the neighbours say; the boundaries are asked about at once. */
export async function traceAcross(trace: MoneyTrace, beyond: Beyond): Promise<MoneyTrace> {
  const { ask, levels, now, deadline } = beyond;
  const left = deadline ? deadline.getTime() - now.getTime() - OWN_MS : DEADLINE_MS;
  const deadlineMs = Math.min(left, DEADLINE_MS);
  const open = trace.ends.filter(({ reason }) => reason === 'NEIGHBOUR_NOT_ASKED');
  if (levels <= 0 || deadlineMs <= 0 || open.length === 0) return trace;
  const asked = new Set(open.slice(0, BOUNDARIES_MAX));
  const parts = await Promise.all(
    trace.ends.map((end) =>
      asked.has(end)
        ? askAbout(end, trace.direction, { ask, levels, deadlineMs })
        : Promise.resolve({ hops: [], ends: [end], unions: [] }),
    ),
  );
  const ends = parts.flatMap((part) => part.ends);
  return {
    ...trace,
    hops: [...trace.hops, ...parts.flatMap((part) => part.hops)],
    ends,
    unions: [trace, ...parts].flatMap(({ unions }) => unions).filter(isFirst),
    complete: ends.every(({ reason }) => reason === ''),
  };
}

type Part = Pick<MoneyTrace, 'hops' | 'ends' | 'unions'>;

const isFirst = ({ unionId }: NamedUnion, n: number, all: readonly NamedUnion[]): boolean =>
  all.findIndex((one) => one.unionId === unionId) === n;

async function askAbout(
  end: TraceEnd,
  direction: string,
  { ask, levels, deadlineMs }: { ask: Ask; levels: number; deadlineMs: number },
): Promise<Part> {
  const { settlementId, settlementFromFen: fromFen, amountFen } = end;
  const toFen = fromFen + amountFen;
  const asked = { settlementId, direction, fromFen, toFen, limit: HOPS_ASKED, levels: levels - 1 };
  const body = Buffer.from(SettlementTrace.encode(asked).finish());
  try {
    const told = await ask({ node: end.pot?.key ?? '', kind: 'trace', body, deadlineMs });
    return joined(end, MoneyTrace.decode(told));
  } catch (error) {
    // That it is not known further is part of the answer; an error of ours would be one of any call.
    const refused = isRefusal(error) && !['unavailable', 'late', 'busy'].includes(error.kind);
    return {
      hops: [],
      ends: [{ ...end, reason: refused ? 'NEIGHBOUR_REFUSED' : 'NEIGHBOUR_SILENT' }],
      unions: [],
    };
  }
}

/** What a neighbour told in the place of the end that asked; its fen are those of the settlement, and ours from `end`. */
export function joined(end: TraceEnd, told: MoneyTrace): Part {
  const lost = (reason: Gap, from = 0n): TraceEnd => ({
    ...end,
    reason,
    atFen: end.atFen + from,
    amountFen: end.amountFen - from,
    settlementFromFen: end.settlementFromFen + from,
  });
  const ends = told.ends.toSorted((a, b) => Number(a.atFen - b.atFen));
  const coveredFen = covered(ends, end.settlementFromFen);
  // More than was asked, or with holes: whatever it is, it is no answer.
  if (coveredFen === undefined || coveredFen > end.amountFen)
    return { hops: [], ends: [lost('NEIGHBOUR_REFUSED')], unions: [] };
  const moved = <Thing extends { atFen: bigint; depth: number }>(thing: Thing): Thing => ({
    ...thing,
    atFen: end.atFen + thing.atFen - end.settlementFromFen,
    depth: end.depth + 1 + thing.depth,
  });
  const rest = coveredFen < end.amountFen ? [lost('ELSEWHERE_INCOMPLETE', coveredFen)] : [];
  const { unions } = told;
  return { hops: told.hops.map(moved), ends: [...ends.map(moved), ...rest], unions };
}

/** How many fen the ends cover from there on; undefined where they leave a hole or overlap. */
function covered(ends: readonly TraceEnd[], fromFen: bigint): bigint | undefined {
  let at = fromFen;
  for (const { atFen, amountFen } of ends) {
    if (atFen !== at || amountFen <= 0n) return undefined;
    at += amountFen;
  }
  return at - fromFen;
}
