// What the fields of a grant must mean.
import { optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';

/** Of a federation: in production six digits, nine of a township. */
export const region = z.string().regex(/^\w{6,12}$/, 'not_a_region');
/** The name of an account at a bank within the node; never its number. */
export const bank = optionalText(40);
export const fiscalYear = z.int().min(2000, 'too_small').max(2199, 'too_large');

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not_a_hash');
export const optionalSha256 = z.union([z.literal(''), sha256], 'not_a_hash');

export const RECORD_KINDS = [
  '',
  'VENUE',
  'STUDIO',
  'TEAM',
  'COMPETITION',
  'HONOUR',
  'PROJECT',
] as const;

const DOCUMENTS_MAX = 10;
export const documents = z
  .array(z.strictObject({ title: text(100), sha256 }))
  .max(DOCUMENTS_MAX, 'too_many');
