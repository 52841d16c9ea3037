// Fills the nodes with the sample federation, through their public interface.
import { Trouble } from '@gonglian/embedded/trouble.ts';
import type { NodePlan } from './topology.ts';

export interface DemoOptions {
  /** Adds the declared figures of regions that have no node here. */
  figures: boolean;
  /** Multiplies the number of sample members. */
  scale: number;
}

export async function loadDemo(
  _nodes: NodePlan[],
  { scale }: DemoOptions,
  say: (line: string) => void,
): Promise<void> {
  if (!(scale > 0)) throw new Trouble('--scale takes a number above 0');
  say('there is no sample data yet');
}
