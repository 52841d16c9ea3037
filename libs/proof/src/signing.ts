// Ed25519 by its raw bytes: a seed of 32, a public key of 32, a signature of 64.
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** A node's own key, as what it lets others see: its public half, and what it has signed. */
export interface Signer {
  publicKey: Buffer;
  sign(bytes: Uint8Array): Buffer;
}

// RFC 8410: what stands before the bytes of a key in DER.
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');
export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

export function openSigner(seed: Uint8Array): Signer {
  const key = Buffer.concat([PRIVATE, seed]);
  const own = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(own).export({ format: 'der', type: 'spki' });
  return { publicKey: spki.subarray(-KEY_BYTES), sign: (bytes) => sign(null, bytes, own) };
}

let last: { raw: Buffer; key: KeyObject } | undefined;

/** Also false where the bytes are no key at all. */
export function isSignedBy(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    if (!last?.raw.equals(publicKey)) {
      const key = Buffer.concat([PUBLIC, publicKey]);
      last = {
        raw: Buffer.from(publicKey),
        key: createPublicKey({ key, format: 'der', type: 'spki' }),
      };
    }
    return verify(null, bytes, last.key, signature);
  } catch {
    return false;
  }
}
