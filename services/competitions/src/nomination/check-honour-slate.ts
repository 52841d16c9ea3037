import type { HonourSlate } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { HONOUR_CODES } from '../honour/honour-policy.ts';
import { query } from '../pipeline.ts';
import { readSlate } from './slate.ts';

/** How the slate stands before it is submitted; of what is in reach. */
export const checkHonourSlate = query({
  schema: z.strictObject({ roundId: id, honourCode: code(HONOUR_CODES) }),
  permission: 'competitions.nomination.read',
  run: ({ sql }, ask): Promise<HonourSlate> => readSlate(sql, ask),
});
