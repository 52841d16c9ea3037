// Programs come with an access token of the provider in every request, and name their duty in a
// header where they hold several.

import type { Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { busy } from '@gonglian/kernel/refusal.ts';
import { WrongToken, type Vouched } from './access-token.ts';
import type { Accounts } from './accounts.ts';
import { boundedCache } from './bounded-cache.ts';
import { addressKey, type Failures } from './failures.ts';
import type { IdentityProvider } from './provider.ts';

/** The account a token stands for; `address` is whose wrong ones are counted. */
export type IdentifyProgram = (token: string, address: string) => Promise<Program>;

export interface Program {
  readonly account: Session;
  readonly mfa: boolean;
}

const VERIFIED_MAX = 1_000;
const VERIFIED_MS = 60_000;

export function programs(
  provider: IdentityProvider,
  accounts: Accounts,
  failures: Failures,
): IdentifyProgram {
  const verified = boundedCache<Vouched>(VERIFIED_MAX);
  return async (token, address) => {
    const key = sha256Hex(token);
    const known = verified.get(key);
    const vouched = known ?? (await verify(token, address));
    if (!known) {
      const leftMs = vouched.expiresMs - Date.now();
      verified.set(key, vouched, Math.min(VERIFIED_MS, leftMs));
    }
    const account = await accounts.ofSubject(vouched.issuer, vouched.subject);
    return { account, mfa: vouched.mfa };
  };

  /** A right token is never made to wait: it cannot be guessed, so there is nothing to slow down. */
  async function verify(token: string, address: string): Promise<Vouched> {
    try {
      return await provider.verifyAccessToken(token);
    } catch (error) {
      if (!(error instanceof WrongToken)) throw error;
      const { subject } = error;
      const keys = [addressKey(address), ...(subject ? [`subject ${subject}`] : [])];
      const waiting = failures.waitSeconds(keys);
      if (waiting > 0) throw busy('TOO_MANY_LOG_INS', { retryAfterSeconds: waiting });
      failures.note(keys);
      throw error.refusal;
    }
  }
}
