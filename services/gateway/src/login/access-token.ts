// The access token that a program brings from the provider (RFC 9068, RFC 8725): its signature by a
// key of the provider's own key set, its type, who made it, for whom, and when.

import {
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { unauthenticated, unavailable } from '@gonglian/kernel/refusal.ts';
import { findRepeatedKey } from '../json-keys.ts';
import { provedTwice } from './second-factor.ts';

export interface AccessTokenRules {
  readonly issuer: string;
  /** This interface, as the provider names it; never the client of the log-in. */
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  readonly mfaAcr?: readonly string[] | undefined;
}

export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  readonly expiresMs: number;
  /** By two factors; a program that is nobody's has none. */
  readonly mfa: boolean;
}

/** Refused, though the provider did sign it: `subject` is whom it was made for. */
export class WrongToken extends Error {
  readonly subject: string | undefined;
  readonly refusal: Error;

  constructor(refusal: Error, subject?: string) {
    super(refusal.message, { cause: refusal });
    this.subject = subject;
    this.refusal = refusal;
  }
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
const TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt', 'application/jwt']);
// A key is found in the provider's set and nowhere else; whoever brings his own wants to be believed.
const FOREIGN_KEYS = ['jku', 'jwk', 'x5u', 'x5c', 'crit'];
// What only other tokens of a provider carry: an ID token, or one that is bound to a key.
const NOT_A_BEARER = ['nonce', 'at_hash', 'c_hash', 's_hash', 'cnf'];
const CHARS_MAX = 8192;
const CLOCK_SECONDS = 5;

/** Throws WrongToken, or unavailable LOG_IN_UNAVAILABLE where the provider's keys cannot be had. */
export async function verifyAccessToken(token: string, rules: AccessTokenRules): Promise<Vouched> {
  requireForm(token);
  const payload = await verified(token, rules);
  const { sub, exp = 0 } = payload;
  const other = NOT_A_BEARER.some((claim) => payload[claim] !== undefined);
  const typed = payload['typ'] === undefined || payload['typ'] === 'Bearer';
  if (other || !typed || !sub || sub.length > 255) throw wrong(sub);
  const mfa = provedTwice(payload, rules.mfaAcr);
  return { issuer: rules.issuer, subject: sub, expiresMs: exp * 1000, mfa };
}

function requireForm(token: string): void {
  if (token.length > CHARS_MAX || token.split('.').length !== 3) throw wrong();
  for (const part of token.split('.').slice(0, 2)) {
    const text = Buffer.from(part, 'base64url').toString('utf8');
    if (!isJsonObject(text) || findRepeatedKey(text) !== undefined) throw wrong();
  }
  const header = decodeProtectedHeader(token);
  const typed = typeof header.typ === 'string' && TYPES.has(header.typ.toLowerCase());
  const named = header.kid === undefined || typeof header.kid === 'string';
  const foreign = FOREIGN_KEYS.some((name) => Object.hasOwn(header, name));
  if (!typed || !named || foreign) throw wrong();
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

async function verified(token: string, rules: AccessTokenRules): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      algorithms: ALGORITHMS,
      issuer: rules.issuer,
      audience: rules.audience,
      clockTolerance: CLOCK_SECONDS,
      requiredClaims: ['sub', 'exp'],
    });
    return payload;
  } catch (error) {
    // These two are only found once the signature has proved right.
    if (error instanceof errors.JWTExpired) {
      throw new WrongToken(unauthenticated('TOKEN_EXPIRED'), error.payload.sub);
    }
    if (error instanceof errors.JWTClaimValidationFailed) throw wrong(error.payload.sub);
    if (isAboutToken(error)) throw wrong();
    throw unavailable('LOG_IN_UNAVAILABLE', {}, { cause: error });
  }
}

/** All else is the provider's key set, which did not come or is none. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

function wrong(subject?: string): WrongToken {
  return new WrongToken(unauthenticated('TOKEN_INVALID'), subject);
}
