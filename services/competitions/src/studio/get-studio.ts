import type { Studio } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readWholeStudio } from './studio-whole.ts';

export const getStudio = query({
  schema: z.strictObject({ studioId: id }),
  permission: 'competitions.studio.read',
  run: ({ sql, own }, { studioId }): Promise<Studio> => readWholeStudio(sql, own.vault, studioId),
});
