import { isId } from '@gonglian/kernel/id.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { z } from 'zod';

// Proto has no absent string: '' is what an omitted field arrives as. These name what a field must mean.

export const id = z.string().refine(isId, 'not_an_id');
export const optionalId = z.string().refine((s) => s === '' || isId(s), 'not_an_id');
export const date = z.string().refine(isCalendarDate, 'not_a_date');
export const optionalDate = z.string().refine((s) => s === '' || isCalendarDate(s), 'not_a_date');
export const text = (maxLength: number) =>
  z.string().trim().min(1, 'required').max(maxLength, 'too_long');
export const optionalText = (maxLength: number) => z.string().trim().max(maxLength, 'too_long');
export const count = z.int().min(0, 'negative');
/** The version the caller has seen; the command is stale if it has moved. */
export const expectedVersion = z.int().positive('required');
export const cursor = z.string().max(200, 'too_long');

/** A page size: 0 means the default. */
export const limit = (max: number, fallback = 50) =>
  z
    .int()
    .min(0, 'negative')
    .max(max, 'too_large')
    .transform((n) => (n === 0 ? fallback : n));

/** One of a code table; on the wire a code is a string like any other. */
export const code = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.string().pipe(z.enum(codes, 'unknown_code'));

/** A message that must be there: proto leaves an absent one undefined. */
export const message = <Schema extends z.ZodType>(schema: Schema) =>
  schema.optional().transform((value, context) => {
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  });

/** What a call asks that asks nothing. */
export const nothing: z.ZodType<object, object> = z.strictObject({});
