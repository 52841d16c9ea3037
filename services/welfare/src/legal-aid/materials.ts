import { addDays, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { code } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { welfarePolicy } from '../policy.ts';
import { MATERIALS } from './legal-aid-policy.ts';

export const materials = z
  .array(code(MATERIALS))
  .max(MATERIALS.length, 'too_many')
  .refine((all) => new Set(all).size === all.length, 'twice');

/** The days of the first look begin when all papers are there. */
export function dueWith(given: readonly string[], on: CalendarDate): CalendarDate | null {
  const missing = welfarePolicy('legal_aid.materials', on).some((one) => !given.includes(one));
  return missing ? null : addDays(on, welfarePolicy('legal_aid.review_days', on));
}
