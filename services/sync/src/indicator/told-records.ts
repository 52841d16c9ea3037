import { TOLD_HONOURS } from './told-honours.ts';
import { TOLD_INNOVATIONS } from './told-innovations.ts';
import { TOLD_LEARNING } from './told-learning.ts';
import type { ToldRecord } from './told-record.ts';
import { TOLD_STUDIOS } from './told-studios.ts';

const ALL = [...TOLD_HONOURS, ...TOLD_STUDIOS, ...TOLD_INNOVATIONS, ...TOLD_LEARNING];

/** As they happen to one union. For tests. */
export function toldRecords(unionId: string): ToldRecord[] {
  return ALL.map((one) => ({
    ...one,
    data: { ...one.data, unionId },
    rows: one.rows.map((row) => ({ ...row, unionId })),
  }));
}
