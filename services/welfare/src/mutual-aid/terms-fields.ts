import { date, text } from '@gonglian/service/fields.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import type { Terms } from './terms.ts';

const TIERS_MAX = 20;
const LUMP_SUMS_MAX = 300;
const rate = z.int().min(0, 'negative').max(10_000, 'too_large');

/** Terms as they are asked for; what of them its kind needs decideTerms says. */
export const termsFields = z.strictObject({
  termsVersion: z.int().max(0, 'not_yours'),
  effectiveFrom: date,
  orderedBy: text(200),
  tiers: z.array(z.strictObject({ upToFen: optionalFen, rateBp: rate })).max(TIERS_MAX, 'too_many'),
  residentBp: rate,
  residentThirdBp: rate,
  minFen: optionalFen,
  capFen: optionalFen,
  fromDay: z.int().min(0, 'negative').max(365, 'too_large'),
  perDayFen: optionalFen,
  lumpSums: z
    .array(
      z.strictObject({
        diseaseCode: z.string().regex(/^[A-Z0-9_]{1,40}$/, 'not_a_code'),
        amountFen: optionalFen,
      }),
    )
    .max(LUMP_SUMS_MAX, 'too_many'),
});
export type TermsAsk = z.output<typeof termsFields>;

export function termsOf({
  termsVersion: _v,
  effectiveFrom: _e,
  orderedBy: _o,
  ...terms
}: TermsAsk): Terms {
  return terms;
}
