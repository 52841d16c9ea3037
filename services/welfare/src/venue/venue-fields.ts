// What a venue is asked with, and what of it must fit its kind.
import { invalid } from '@gonglian/kernel/refusal.ts';
import { code, count, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { ATTRIBUTES, FACILITIES, TIERS, type VenueKind } from './venue-kinds.ts';

/** Six digits of a county and up, nine of a township, twelve of a village. */
export const regionCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/, 'not_a_region');

const LATITUDE_MAX_E6 = 90_000_000;
const LONGITUDE_MAX_E6 = 180_000_000;
const ATTRIBUTES_MAX = 30;
const HOURS_MAX = 14;

export const latitudeE6 = z
  .int()
  .min(-LATITUDE_MAX_E6, 'too_small')
  .max(LATITUDE_MAX_E6, 'too_large');
export const longitudeE6 = z
  .int()
  .min(-LONGITUDE_MAX_E6, 'too_small')
  .max(LONGITUDE_MAX_E6, 'too_large');

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not_a_time');

export const openingHours = z
  .array(
    z
      .strictObject({
        weekday: z.int().min(1, 'too_small').max(7, 'too_large'),
        opensAt: clock,
        closesAt: clock,
      })
      .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
        path: ['closesAt'],
        message: 'not_later',
      }),
  )
  .max(HOURS_MAX, 'too_many');

/** What may change of a venue without a step. */
export const venueContent = {
  venueName: text(100),
  tier: z.string().pipe(z.enum(['', ...TIERS], 'unknown_code')),
  address: text(200),
  latitudeE6,
  longitudeE6,
  areaSqm: count.max(10_000_000, 'too_large'),
  openingHours,
  facilities: z.array(code(FACILITIES)).max(FACILITIES.length, 'too_many'),
  attributes: z
    .array(z.strictObject({ attribute: text(40), attributeValue: optionalText(100) }))
    .max(ATTRIBUTES_MAX, 'too_many'),
};

export interface Said {
  attribute: string;
  attributeValue: string;
}

const FORMS = { number: /^\d{1,9}$/, flag: /^(YES|NO)$/, text: /./ } as const;

/** Invalid FIELD_INVALID with the attribute: one that the kind does not have, has twice, must say, or says in another form. */
export function decideAttributes(kind: VenueKind, said: readonly Said[]): Map<string, string> {
  const has = ATTRIBUTES[kind];
  const wrong = (field: string, rule: string) => invalid('FIELD_INVALID', { field, rule });
  const values = new Map<string, string>();
  for (const { attribute, attributeValue } of said) {
    const known = Object.hasOwn(has, attribute) ? has[attribute] : undefined;
    if (!known) throw wrong(attribute, 'unknown_code');
    if (values.has(attribute)) throw wrong(attribute, 'twice');
    if (!FORMS[known.form].test(attributeValue)) throw wrong(attribute, `not_a_${known.form}`);
    values.set(attribute, attributeValue);
  }
  for (const [name, { must }] of Object.entries(has))
    if (must && !values.has(name)) throw wrong(name, 'required');
  return values;
}
