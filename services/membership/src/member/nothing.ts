import { z } from 'zod';

/** A request without fields. */
export const nothing: z.ZodType<object, object> = z.strictObject({});
