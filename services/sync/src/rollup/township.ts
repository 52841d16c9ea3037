import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Reported } from './parts.ts';

/** A reporting union that is no node's root: nothing is reported below it, so all of it is its own level. */
export function isTownship({ union, depth }: Reported): boolean {
  return depth > 0 && union.unionId !== nodeRootUnionId(union.node);
}
