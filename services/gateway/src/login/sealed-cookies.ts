import { createHmac } from 'node:crypto';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unauthenticated } from '@gonglian/kernel/refusal.ts';

/** What the browser keeps for us and cannot read: encrypted, dated, for this node and one purpose. */
export interface SealedCookies {
  seal(purpose: Purpose, content: Record<string, unknown>, seconds: number): Promise<string>;
  /** Undefined where there is none; refuses what is not ours or has run out. */
  open(purpose: Purpose, request: FastifyRequest): Promise<Record<string, unknown> | undefined>;
  set(reply: FastifyReply, purpose: Purpose, value: string, seconds: number): void;
  clear(reply: FastifyReply, purpose: Purpose): void;
}

export type Purpose = 'session' | 'login';

// Whoever follows a link from elsewhere comes back from the provider, so Strict would hide the
// pending log-in; the session itself is only ever used by our own pages.
const SAME_SITE: Record<Purpose, string> = { session: 'Strict', login: 'Lax' };
const ALGORITHM = 'dir';
const ENCRYPTION = 'A256GCM';

/** A browser tells hosts apart, not ports: nodes side by side on one host would mix theirs up. */
export function cookieName(purpose: Purpose, region: string, development: boolean): string {
  return `${development ? '' : '__Host-'}gl_${purpose}_${region}`;
}

export function sealedCookies(
  secret: Buffer,
  { region, development }: { region: string; development: boolean },
): SealedCookies {
  // A key of its own, derived, so that no cookie is ever another kind of token.
  const key = createHmac('sha256', secret).update('sealed cookies').digest();
  const nameOf = (purpose: Purpose): string => cookieName(purpose, region, development);
  const set: SealedCookies['set'] = (reply, purpose, value, seconds) => {
    const bounds = `Max-Age=${seconds}; Path=/; HttpOnly; SameSite=${SAME_SITE[purpose]}`;
    const secure = development ? '' : '; Secure';
    void reply.header('set-cookie', `${nameOf(purpose)}=${value}; ${bounds}${secure}`);
  };
  return {
    set,
    clear: (reply, purpose) => set(reply, purpose, '', 0),
    seal: (purpose, content, seconds) =>
      new EncryptJWT(content)
        .setProtectedHeader({ alg: ALGORITHM, enc: ENCRYPTION, typ: typeOf(purpose) })
        .setAudience(region)
        .setIssuedAt()
        .setExpirationTime(`${seconds} seconds`)
        .encrypt(key),
    async open(purpose, request) {
      const value = readCookie(request, nameOf(purpose));
      if (value === undefined || value === '') return undefined;
      try {
        const { payload } = await jwtDecrypt(value, key, {
          keyManagementAlgorithms: [ALGORITHM],
          contentEncryptionAlgorithms: [ENCRYPTION],
          typ: typeOf(purpose),
          audience: region,
          requiredClaims: ['exp', 'iat'],
        });
        return payload;
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw unauthenticated('TOKEN_EXPIRED');
        if (error instanceof errors.JOSEError) throw unauthenticated('TOKEN_INVALID');
        throw error;
      }
    },
  };
}

const typeOf = (purpose: Purpose): string => `gl-${purpose}+jwe`;

function readCookie(request: FastifyRequest, name: string): string | undefined {
  const pairs = request.headers.cookie?.split(';').map((pair) => pair.trim()) ?? [];
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
