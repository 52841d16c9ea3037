import { z } from 'zod';

/** The number where the last page ended; nothing for the beginning. */
export const numberCursor = z
  .string()
  .regex(/^\d{0,15}$/, 'not_a_cursor')
  .transform(Number);
