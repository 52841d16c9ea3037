import type { MediationFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { mediationFile, mediations } from './mediation.ts';

export const getMediation = query({
  schema: z.strictObject({ mediationId: id }),
  permission: 'welfare.mediation.read',
  run: async (reading, { mediationId }): Promise<MediationFile> =>
    mediationFile(reading, await mediations.read(reading.sql, mediationId)),
});
