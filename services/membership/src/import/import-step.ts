import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';

/** Which import, as it was when somebody looked at it. */
export const ImportStepAsk = z.strictObject({ importId: id, expectedVersion });
