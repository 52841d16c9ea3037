import type { Programme } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { programmeView, readProgramme } from './programme.ts';

export const getProgramme = query({
  schema: z.strictObject({ programmeId: id }),
  permission: 'competitions.programme.read',
  async run({ sql }, { programmeId }): Promise<Programme> {
    return programmeView(sql, await readProgramme(sql, programmeId));
  },
});
