import { z } from 'zod';

/** From before the first book to beyond any. */
export const fiscalYear = z.int().min(1990, 'too_small').max(2199, 'too_large');
