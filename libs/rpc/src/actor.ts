import { errors, jwtVerify, SignJWT } from 'jose';
import { unauthenticated } from '@gonglian/kernel/refusal.ts';

/** Who is asking: a person or program, in one duty, over one part of the tree, at one node. */
export interface Actor {
  readonly id: string;
  readonly duty: string;
  /** The union whose subtree the duty reaches. */
  readonly scope: string;
  /** The region code of the node that vouches for this. */
  readonly node: string;
  /** Whose own record it is, in the duty of a member; empty in every other. */
  readonly member: string;
}

const ALGORITHM = 'HS256';
const ISSUER = 'gonglian-gateway';
const AUDIENCE = 'gonglian-services';
const TYPE = 'gl-actor+jwt';
// HS256 is as strong as its key: RFC 7518 3.2 asks for at least the hash's 32 bytes.
const SECRET_BYTES_MIN = 32;
const TEXT_CHARS_MAX = 200;

/** A token that says who is asking, good for `ttlSeconds`. */
export async function signActor(secret: Buffer, actor: Actor, ttlSeconds: number): Promise<string> {
  const { id, duty, scope, node, member } = actor;
  for (const text of [id, duty, scope, node]) {
    if (!isText(text)) throw new Error('rpc: an actor needs id, duty, scope and node');
  }
  return new SignJWT({ duty, scope, node, ...(member === '' ? {} : { member }) })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setSubject(id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${ttlSeconds} seconds`)
    .sign(strong(secret));
}

/**
 * The actor a token names; refuses anything but our own algorithm, type, issuer and audience, in
 * date.
 */
export async function verifyActor(secret: Buffer, token: string): Promise<Actor> {
  try {
    const { payload } = await jwtVerify(token, strong(secret), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'iat', 'exp'],
    });
    const { sub: id, duty, scope, node, member = '' } = payload;
    const known = isText(id) && isText(duty) && isText(scope) && isText(node);
    if (known && (member === '' || isText(member))) {
      return { id, duty, scope, node, member };
    }
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('TOKEN_EXPIRED');
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  throw unauthenticated('TOKEN_INVALID');
}

function strong(secret: Buffer): Buffer {
  if (secret.length < SECRET_BYTES_MIN) {
    throw new Error(`rpc: the token secret needs at least ${SECRET_BYTES_MIN} bytes`);
  }
  return secret;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= TEXT_CHARS_MAX;
}
