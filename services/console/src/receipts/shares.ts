// A receipt as this node books it (domain §5.7): what is its own, what it owes upward, what it owes downward.
import type { Int64, Receipt } from '../shapes.ts';

const levels = [
  ['GRASSROOTS', 'grassrootsFen', 'grassrootsBp'],
  ['COUNTY', 'countyFen', 'countyBp'],
  ['CITY', 'cityFen', 'cityBp'],
  ['PROVINCE', 'provinceFen', 'provinceBp'],
  ['NATIONAL', 'nationalFen', 'nationalBp'],
] as const;

export interface LevelPart {
  level: string;
  fen: Int64;
  /** Of ten thousand. */
  basisPoints: number;
}

/** From below to above. */
export function partsOf(receipt: Receipt): LevelPart[] {
  return levels.map(([level, fen, bp]) => ({
    level,
    fen: receipt[fen],
    basisPoints: receipt[bp],
  }));
}

/** Undefined while the money is held until a union is founded: nobody's share is known yet. */
export function bookedOf(
  receipt: Receipt,
  nodeLevel: string,
): { own: Int64; upper: Int64; lower: Int64 } | undefined {
  if (receipt.unionId === '') return undefined;
  const parts = partsOf(receipt);
  const own = parts.find(({ level }) => level === nodeLevel)?.fen ?? '0';
  const upper = parts
    .filter(({ level }) => level !== nodeLevel && level !== 'GRASSROOTS')
    .reduce((sum, { fen }) => sum + BigInt(fen), 0n);
  // Who pays up himself has kept his share: it never comes here.
  const lower = receipt.mode === 'SELF_PAY' ? '0' : receipt.grassrootsFen;
  return { own, upper: String(upper), lower };
}
