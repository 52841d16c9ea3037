import { useQuery } from '@tanstack/react-query';
import { queries } from '../queries.ts';

interface Reach {
  /** The duty is over the whole node: the bureau's files and the node's book are within it. */
  whole: boolean;
  /** Brings files, records, decides. The node asks again each time. */
  writes: boolean;
}

export function useReach(): Reach {
  const duty = useQuery(queries.session()).data?.duty;
  const root = useQuery(queries.node()).data?.rootUnionId;
  const whole = root !== undefined && duty?.scopeUnionId === root;
  return { whole, writes: whole && duty?.duty === 'finance' };
}
