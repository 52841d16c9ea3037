import { z } from 'zod';
import { findIndicator } from '../indicator/catalogue.ts';
import { canonicalDims } from '../indicator/dims.ts';

/** The code of an indicator, also of one that is read from another's cells. */
export const indicator = z
  .string()
  .refine((code) => findIndicator(code) !== undefined, 'unknown_code');
/** Dimensions in any order; '' is the total. */
export const dims = z.string().refine((text) => canonicalDims(text) !== undefined, 'not_dims');
