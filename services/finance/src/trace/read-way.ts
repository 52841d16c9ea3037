// What the database tells of a trace: all its steps and what they are called, in one call (migrations/0006-trace.ts).
import type { NamedUnion } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { PotKind, PotRef } from '../ledger/voucher.ts';
import type { Sql } from '../pipeline.ts';
import type { Direction, Hop } from './walk.ts';

/** The moves of a voucher, all (`n` 0) or one of them, or what went through a pot. */
export type Start = { no: number; n: number } | { pot: Required<PotRef> };

export interface WayOf {
  unionId: string;
  direction: Direction;
  start: Start;
  /** Of what is asked; `to` 0 for all of it. */
  from: number;
  to: number;
  /** Hops a step; what is beyond is another page. */
  limit: number;
}

/** What the voucher of a hop says, with its seal. */
export interface VoucherOf {
  period: string;
  periodNo: number;
  eventOn: string;
  kind: string;
  summary: string;
  docKind: string;
  docId: string;
  blockNo: number;
  leaf: string;
  /** 0 for none, as the one below. */
  reversesNo: number;
  reversedByNo: number;
}

interface OfVoucher {
  no: number;
}

/** What is behind the vouchers at which a trace ends, and behind its pots. */
export interface Behind {
  receipts: (OfVoucher & Record<'receiptId' | 'slipNo' | 'periodFrom' | 'periodTo', string>)[];
  lines: (OfVoucher & Record<'paymentId' | 'lineId' | 'batchNo', string> & { seq: number })[];
  settlements: (OfVoucher & { settlementId: string })[];
  /** What the moves before each of a settlement's voucher come to. */
  befores: (OfVoucher & { n: number; fen: number })[];
  /** Whom pots are kept for. */
  unions: NamedUnion[];
}

export interface Way extends Behind {
  /** All that could be asked for: the moves of the voucher, or what has come into the pot; 0 where nothing moves. */
  wholeFen: number;
  /** By step, and within each by where they begin; of each at most one more than fits, to say where the page ends. */
  hops: Hop[];
  /** By number, of every hop. */
  vouchers: ReadonlyMap<number, VoucherOf>;
}

type ToldHop = [
  depth: number,
  at: number,
  fen: number,
  skip: number,
  no: number,
  n: number,
  fromPot: number,
  toPot: number,
  after: number,
  leads: Hop['leads'],
];

/** As trace_way answers. */
type Told = {
  [Part in keyof Behind]: Behind[Part] | null;
} & {
  wholeFen?: number;
  hops: ToldHop[] | null;
  pots: [no: number, kind: PotKind, key: string, bank: string][] | null;
  vouchers: (OfVoucher & VoucherOf)[] | null;
};

/** Undefined for what is not in this book, or out of reach. */
export async function readWay(sql: Sql, of: WayOf): Promise<Way | undefined> {
  const { unionId, direction, start, from, to, limit } = of;
  const { no, n } = 'no' in start ? start : { no: 0, n: 0 };
  const { kind, key, bank } = 'pot' in start ? start.pot : { kind: '', key: '', bank: '' };
  const [row] = await sql<{ told: Told | null }>`
    select trace_way(${unionId}, ${direction === 'BACK'}, ${no}, ${n}, ${kind}, ${key}, ${bank},
      ${from}, ${to}, ${limit + 1}) as told`;
  const told = row?.told;
  if (!told) return undefined;
  const pots = new Map((told.pots ?? []).map(([pot, ...ref]) => [pot, toPot(ref)]));
  return {
    wholeFen: told.wholeFen ?? 0,
    hops: (told.hops ?? []).map((hop) => toHop(hop, pots)),
    vouchers: new Map((told.vouchers ?? []).map(({ no: of_, ...voucher }) => [of_, voucher])),
    receipts: told.receipts ?? [],
    lines: told.lines ?? [],
    settlements: told.settlements ?? [],
    befores: told.befores ?? [],
    unions: told.unions ?? [],
  };
}

const toPot = ([kind, key, bank]: [PotKind, string, string]) => ({ kind, key, bank });

function toHop(told: ToldHop, pots: ReadonlyMap<number, Required<PotRef>>): Hop {
  const [depth, at, fen, skip, no, n, fromPot, toPot_, after, leads] = told;
  const [from, to] = [pots.get(fromPot), pots.get(toPot_)];
  if (!from || !to) throw new Error('a pot of the book is gone');
  return { depth, at, fen, skip, no, n, from, to, after, leads };
}
