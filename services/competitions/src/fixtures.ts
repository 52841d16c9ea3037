import { notFound, unavailable } from '@gonglian/kernel/refusal.ts';
import { openVault } from '@gonglian/kernel/vault.ts';
import { openSigner } from '@gonglian/proof/signing.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import type { Own } from './pipeline.ts';

/** `lines` receives what is logged. */
export function testOwn(lines: string[] = []): Own {
  const dataKeys = { 1: Buffer.alloc(32, 3) };
  return {
    vault: openVault({ suite: 'std', dataKeys, currentKid: 1, indexKey: Buffer.alloc(32, 5) }),
    signer: openSigner(Buffer.alloc(32, 9)),
    level: 'COUNTY',
    superior: '329900',
    subordinates: [],
    membership: { getMyRecord: async () => Promise.reject(notFound('MEMBER_UNKNOWN')) },
    requestPayment: async () => Promise.reject(unavailable('UNAVAILABLE')),
    log: createLog({}, 'warn', { write: (line) => void lines.push(line) }),
  };
}
