// A rate is worked out where it is read, from sums that add up.
import type { RollupRow } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';

/** In hundredths of a percent, a half going up; nothing of nothing is nothing. */
export function shareOf(part: bigint, whole: bigint): bigint {
  return whole <= 0n ? 0n : (part * 20_000n + whole) / (whole * 2n);
}

/** The row of a rate, from those of what it is a share of. */
export function sharedRow(part: RollupRow, whole: RollupRow): RollupRow {
  const subtree = shareOf(part.subtree, whole.subtree);
  const late = shareOf(part.subtree + part.pending, whole.subtree + whole.pending);
  return {
    ...whole,
    own: shareOf(part.own, whole.own),
    subtree,
    partValues: whole.partValues.map((value, at) => shareOf(part.partValues[at] ?? 0n, value)),
    declared: part.declared || whole.declared,
    version: part.version > whole.version ? part.version : whole.version,
    pending: late - subtree,
  };
}
