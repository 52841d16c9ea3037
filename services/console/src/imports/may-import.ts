import { useQuery } from '@tanstack/react-query';
import { queries } from '../queries.ts';

/** Auditors see what was imported; clerks import. The node asks again at each step. */
export function useMayImport(): boolean {
  return useQuery(queries.session()).data?.duty?.duty === 'clerk';
}
