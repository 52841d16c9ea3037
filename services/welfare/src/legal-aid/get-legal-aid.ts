import type { LegalAidFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { legalAid, legalAidFile } from './legal-aid.ts';

export const getLegalAid = query({
  schema: z.strictObject({ legalAidId: id }),
  permission: 'welfare.legal-aid.read',
  run: async (reading, { legalAidId }): Promise<LegalAidFile> =>
    legalAidFile(reading, await legalAid.read(reading.sql, legalAidId)),
});
