import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readFile } from './round.ts';

export const getInspection = query({
  schema: z.strictObject({ roundId: id }),
  permission: 'finance.audit.read',
  run: ({ sql }, { roundId }) => readFile(sql, roundId),
});
