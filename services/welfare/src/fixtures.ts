import { notFound, unavailable } from '@gonglian/kernel/refusal.ts';
import { openVault } from '@gonglian/kernel/vault.ts';
import type { ObjectStore } from '@gonglian/service/object-store.ts';
import { openSigner } from '@gonglian/proof/signing.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import type { Own } from './pipeline.ts';

/** What is kept is seen by the test; it fails where it is told to. */
export function memoryStore() {
  const kept = new Map<string, Buffer>();
  const store: ObjectStore & { kept: typeof kept; fails: Error | undefined } = {
    kept,
    fails: undefined,
    put: (key, sealed) => reached(() => void kept.set(key, sealed)),
    get: (key) =>
      reached(() => {
        const sealed = kept.get(key);
        if (!sealed) throw notFound('OBJECT_GONE');
        return sealed;
      }),
    remove: (key) => reached(() => void kept.delete(key)),
    list: () =>
      reached(() => ({
        items: [...kept.keys()].map((key) => ({ key, keptAt: new Date() })),
        nextCursor: '',
      })),
  };
  async function reached<T>(work: () => T): Promise<T> {
    if (store.fails) throw store.fails;
    return work();
  }
  return store;
}

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
    store: memoryStore(),
    log: createLog({}, 'warn', { write: (line) => void lines.push(line) }),
  };
}
