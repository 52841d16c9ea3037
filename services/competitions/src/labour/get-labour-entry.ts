import type { LabourEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { labourView } from './labour-entry.ts';

/** A unit sees its own; whoever holds the competition sees all. */
export const getLabourEntry = query({
  schema: z.strictObject({ entryId: id }),
  permission: 'competitions.entry.read',
  run: ({ sql }, { entryId }): Promise<LabourEntry> => labourView(sql, entryId),
});
