// The node's public key, for whoever wants to compare it with the one in a package.
import type { AuditKey } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

const nothing: z.ZodType<object, object> = z.strictObject({});

export const getAuditKey = query({
  schema: nothing,
  permission: 'finance.audit-key.read',
  async run({ own, node }): Promise<AuditKey> {
    return { node, algorithm: 'Ed25519', publicKey: own.signer.publicKey.toString('hex') };
  },
});
