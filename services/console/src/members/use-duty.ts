import { useQuery } from '@tanstack/react-query';
import { queries } from '../queries.ts';

/** The duties that decide on memberships (libs/kernel/src/permission/holder.ts: desk); an auditor only reads. */
const desk = ['clerk', 'chair'];

/** Offers only what the duty may do. The node decides again whatever a page offers. */
export function useDuty(): { duty: string; isDesk: boolean } {
  const session = useQuery(queries.session());
  const duty = session.data?.duty?.duty ?? '';
  return { duty, isDesk: desk.includes(duty) };
}
