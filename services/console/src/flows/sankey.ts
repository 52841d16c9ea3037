// What a union's flows of a year look like side by side: where money came from, the pots it lay in, where it went.
// Whoever is beyond the book stands at both sides, as one it came from and as one it went to, so no way leads in a circle;
// money between pots is drawn as a band where it goes on, and by way of both sides where it comes back.
import type { MoneyFlow, MoneyFlows } from '../shapes.ts';

export interface Band {
  source: string;
  target: string;
  fen: bigint;
  /** Its place among the flows; undefined of what lay in a pot before and after. */
  flow: number | undefined;
}

export interface Sankey {
  /** In the order of the columns; the first part says the side: in, pot or out. */
  nodes: string[];
  bands: Band[];
}

/** In the order in which money goes on. */
const rank = new Map(
  ['prep', 'trust', 'own', 'upper', 'lower', 'project'].map((kind, place) => [kind, place]),
);

export function sankeyOf({ pots, flows }: MoneyFlows): Sankey {
  const bands: Band[] = [
    ...pots.map((one) => band('in:opening', `pot:${one.potKind}`, one.openingFen)),
    ...flows.flatMap((flow, at) => bandsOf(flow, at)),
    ...pots.map((one) => band(`pot:${one.potKind}`, 'out:closing', one.closingFen)),
  ].filter(({ fen }) => fen > 0n);
  return { nodes: [...new Set(bands.flatMap(({ source, target }) => [source, target]))], bands };
}

function band(source: string, target: string, fen: string, flow?: number): Band {
  return { source, target, fen: BigInt(fen), flow };
}

function bandsOf(flow: MoneyFlow, at: number): Band[] {
  const { fromKind, fromPart, toKind, toPart, amountFen } = flow;
  const [from, to] = [rank.get(fromKind), rank.get(toKind)];
  if (from === undefined && to === undefined) return [];
  if (from === undefined)
    return [band(`in:${fromKind}:${fromPart}`, `pot:${toKind}`, amountFen, at)];
  if (to === undefined) return [band(`pot:${fromKind}`, `out:${toKind}:${toPart}`, amountFen, at)];
  if (from < to) return [band(`pot:${fromKind}`, `pot:${toKind}`, amountFen, at)];
  return [
    band(`pot:${fromKind}`, `out:pot:${toKind}`, amountFen, at),
    band(`in:pot:${fromKind}`, `pot:${toKind}`, amountFen, at),
  ];
}

/** What the address of one flow says. */
export function keyOf({ fromKind, fromPart, toKind, toPart }: MoneyFlow): string {
  return [fromKind, fromPart, toKind, toPart].join('~');
}
