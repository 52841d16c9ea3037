// The stations of a nomination's way. Between nodes there is one more: reviewed below, or arrived above.
import type { Nomination, NominationFile } from '../shapes.ts';
import { WAY } from './nomination-words.tsx';

type Steps = Pick<NominationFile['steps'][number], 'state'>;
type Placed = Pick<Nomination, 'state' | 'fromNode' | 'heldBy'>;

export function stationsOf(
  { state, fromNode, heldBy }: Placed,
  steps: readonly Steps[],
): readonly string[] {
  const submitted = WAY.indexOf('SUBMITTED');
  // What happened below before it was sent is written down there.
  if (fromNode !== '') return ['ARRIVED', ...WAY.slice(submitted)];
  const goesUp =
    heldBy !== '' || state === 'REVIEWED' || steps.some((step) => step.state === 'REVIEWED');
  if (!goesUp) return WAY;
  return [...WAY.slice(0, submitted + 1), 'REVIEWED', ...WAY.slice(submitted + 1)];
}
