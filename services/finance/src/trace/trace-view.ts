import type { TraceEnd, TraceHop } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { NamedEnd } from './name-ends.ts';
import type { VoucherOf } from './read-way.ts';
import type { Traced } from './trace-book.ts';

/** In whose book it is. */
export interface Whose {
  node: string;
  unionId: string;
}

export function hopView(
  hop: Traced['hops'][number],
  voucher: VoucherOf,
  { node, unionId }: Whose,
): TraceHop {
  const { depth, from, to } = hop;
  return {
    ...voucher,
    depth,
    atFen: BigInt(hop.at),
    amountFen: BigInt(hop.fen),
    source: from,
    target: to,
    voucherNo: BigInt(hop.no),
    moveN: hop.n,
    skipFen: BigInt(hop.skip),
    periodNo: BigInt(voucher.periodNo),
    blockNo: BigInt(voucher.blockNo),
    reversesNo: BigInt(voucher.reversesNo),
    reversedByNo: BigInt(voucher.reversedByNo),
    node,
    unionId,
  };
}

export function endView(end: NamedEnd, node: string): TraceEnd {
  const { kind, reason, ref, last, at, fen, settlementFromFen, ...named } = end;
  return {
    ...named,
    kind,
    reason,
    atFen: BigInt(at),
    amountFen: BigInt(fen),
    pot: { kind: ref.kind, key: ref.key, bank: ref.bank ?? '' },
    voucherNo: BigInt(last?.no ?? 0),
    settlementFromFen: BigInt(settlementFromFen),
    node,
  };
}
