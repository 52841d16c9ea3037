import { unavailable } from '@gonglian/kernel/refusal.ts';
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
    // A node without neighbours that answer.
    askNeighbour: ({ node }) => Promise.reject(unavailable('NEIGHBOUR_AWAY', { node })),
    log: createLog({}, 'warn', { write: (line) => void lines.push(line) }),
  };
}
