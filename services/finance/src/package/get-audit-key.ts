// The node's public key, for whoever wants to compare it with the one in a package.
import { nothing } from '@gonglian/service/fields.ts';
import type { AuditKey } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { query } from '../pipeline.ts';

export const getAuditKey = query({
  schema: nothing,
  permission: 'finance.audit-key.read',
  async run({ own, node }): Promise<AuditKey> {
    return { node, algorithm: 'Ed25519', publicKey: own.signer.publicKey.toString('hex') };
  },
});
