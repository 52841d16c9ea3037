// Wrong log-ins are counted by address, and by account where a provider's signature shows whose
// it was. Who brings what is right is never asked how often others were wrong: so nobody can lock
// anybody else out.

import { boundedCache } from './bounded-cache.ts';

const FREE = 10;
const LOCK_SECONDS_MAX = 60;
const FORGOTTEN_MS = 15 * 60_000;
const KEYS_MAX = 10_000;

export interface Failures {
  /** Notes one more; the seconds for which the next ones are not even looked at, 0 for none. */
  note(keys: readonly string[]): number;
  /** The seconds that one of the keys still has to wait, 0 for none. */
  waitSeconds(keys: readonly string[]): number;
}

/** How long the next attempt has to wait after so many wrong ones. */
export function decideLockSeconds(count: number): number {
  return count <= FREE ? 0 : Math.min(LOCK_SECONDS_MAX, 2 ** (count - FREE - 1));
}

export function countFailures(clock: () => number = Date.now): Failures {
  const counts = boundedCache<{ count: number; untilMs: number }>(KEYS_MAX, clock);
  const waitMs = (key: string): number => Math.max(0, (counts.get(key)?.untilMs ?? 0) - clock());
  const waitSeconds = (keys: readonly string[]): number =>
    Math.ceil(Math.max(0, ...keys.map(waitMs)) / 1000);
  return {
    waitSeconds,
    note(keys) {
      for (const key of keys) {
        const count = (counts.get(key)?.count ?? 0) + 1;
        counts.set(
          key,
          { count, untilMs: clock() + decideLockSeconds(count) * 1000 },
          FORGOTTEN_MS,
        );
      }
      return waitSeconds(keys);
    },
  };
}

/** Addresses of one IPv6 network (/64) are one: whoever has one has them all. */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !ip.includes(':')) return `address ${mapped ?? ip}`;
  const [head = '', tail] = ip.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  while (tail !== undefined && groups.length + after.length < 8) groups.push('0');
  return `address ${[...groups, ...after].slice(0, 4).join(':')}`;
}
