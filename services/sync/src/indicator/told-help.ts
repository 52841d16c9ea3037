import { TOLD_VISITS } from './told-visits.ts';
import type { ToldHelp } from './told-helped.ts';
import { TOLD_RELIEF } from './told-relief.ts';
import { TOLD_RIGHTS } from './told-rights.ts';
import { TOLD_SERVICES } from './told-services.ts';
import { TOLD_VENUES } from './told-venues.ts';

const ALL = [...TOLD_VISITS, ...TOLD_RELIEF, ...TOLD_RIGHTS, ...TOLD_SERVICES, ...TOLD_VENUES];

/** As they happen to one union. For tests. */
export function toldHelp(unionId: string): ToldHelp[] {
  return ALL.map((one) => ({
    ...one,
    data: { ...one.data, unionId },
    helped: one.helped.map((row) => ({ ...row, unionId })),
  }));
}
