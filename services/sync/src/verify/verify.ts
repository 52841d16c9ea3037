import { Verification } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
export const verify = query({
  schema: z.strictObject({ waitSeconds: z.int() }),
  permission: 'sync.verification.read',
  async run(): Promise<Verification> {
    return Verification.fromPartial({});
  },
});
