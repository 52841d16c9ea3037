import type { HonourRoundFile } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { roundFile } from './round.ts';

export const getHonourRound = query({
  schema: z.strictObject({ roundId: id }),
  permission: 'competitions.honour-round.read',
  run: ({ sql }, { roundId }): Promise<HonourRoundFile> => roundFile(sql, roundId),
});
