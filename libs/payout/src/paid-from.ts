import { z } from 'zod';

/** From where it is paid, as finance needs it. */
export const paidFrom = {
  bank: z.string().trim().max(40, 'too_long'),
  projectCode: z.string().trim().max(40, 'too_long'),
  sourceCode: z.string().pipe(z.enum(['fiscal', 'union'], 'unknown_code')),
};
