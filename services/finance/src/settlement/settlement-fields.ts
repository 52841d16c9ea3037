import { optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';

/** The code of a node; in production six digits. */
export const region = z.string().regex(/^\w{6,12}$/, 'not_a_region');
/** The name of an account at a bank within the node, '' for the only one; never its number. */
export const bank = optionalText(40);
