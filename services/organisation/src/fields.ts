import { code } from '@gonglian/service/fields.ts';
import { z } from 'zod';

// Fields as this service reads them, beside those that every service shares.

/**
 * GB/T 2260, with or without the township extension; whether the place is known is a rule of its
 * own.
 */
export const regionCode = z.string().regex(/^\d{6}(\d{3})?$/, 'not_a_region_code');

/** The number of a document that orders or approves (批复文号). */
export const docNo = z.string().trim().min(1, 'required').max(60, 'too_long');

/** One of a code table, or empty for any. */
export const optionalCode = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  code(['', ...codes]);
