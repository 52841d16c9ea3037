// Quotas of one honour as a tree: whoever gave stands above those it gave to.
import type { HonourQuota } from '../shapes.ts';

export interface QuotaRow {
  quota: HonourQuota;
  depth: number;
  /** What is left of both kinds. */
  free: number;
  freeSingle: number;
}

type Placed = Pick<
  HonourQuota,
  'places' | 'singleListed' | 'handedPlaces' | 'handedSingle' | 'takenPlaces' | 'takenSingle'
>;

export function freeOf(quota: Placed): { free: number; freeSingle: number } {
  const { places, singleListed, handedPlaces, handedSingle, takenPlaces, takenSingle } = quota;
  return {
    free: places - handedPlaces - takenPlaces,
    freeSingle: singleListed - handedSingle - takenSingle,
  };
}

/** Those whose giver is out of reach stand at the top. */
export function quotaRows(quotas: readonly HonourQuota[]): QuotaRow[] {
  const known = new Set(quotas.map(({ unionId }) => unionId));
  const below = (giver: string, depth: number): QuotaRow[] =>
    quotas
      .filter(({ fromUnionId }) => (known.has(fromUnionId) ? fromUnionId : '') === giver)
      .flatMap((quota) => [
        { quota, depth, ...freeOf(quota) },
        ...(depth < DEPTH_MAX && quota.unionId !== '' ? below(quota.unionId, depth + 1) : []),
      ]);
  return below('', 0);
}

/** As deep as unions go; a ring that no tree has must not hang the screen. */
const DEPTH_MAX = 9;
