// Seals what one node writes to another, so that none but the addressee reads it: not the brokers that carry it, nor the
// other services that hear the letter. X25519 with a key of this one letter, HKDF-SHA-256, AES-256-GCM.
// Sealed form: suite byte, the letter's 32-byte public key, 12-byte nonce, ciphertext, 16-byte tag.
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { invalid, refused } from './refusal.ts';
import type { Vault } from './vault.ts';

const SUITE_STD = 1;
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BODY_AT = 1 + KEY_BYTES + NONCE_BYTES;
const ONLY_WHOLE_TAGS = { authTagLength: TAG_BYTES };
// RFC 8410: what stands before the bytes of a key in DER.
const PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b656e032100', 'hex');

/** What a node opens letters with; `publicKey` is for whoever writes to it. */
export interface LetterKey {
  publicKey: Buffer;
  /** The text; refused LETTER_SEAL_BROKEN where it was sealed for another, or for another place, or bytes differ. */
  open(sealed: Uint8Array, place: string): string;
}

/** From 32 bytes that nobody else knows; the same bytes are the same key. */
export function openLetterKey(seed: Uint8Array): LetterKey {
  const der = Buffer.concat([PRIVATE, seed]);
  const own = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = rawOf(createPublicKey(own));
  return {
    publicKey,
    open(sealed, place) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== SUITE_STD || bytes.length < BODY_AT + TAG_BYTES) throw broken();
      try {
        const theirs = bytes.subarray(1, 1 + KEY_BYTES);
        const key = keyOf(own, publicOf(theirs), { theirs, addressee: publicKey });
        const nonce = bytes.subarray(1 + KEY_BYTES, BODY_AT);
        const decipher = createDecipheriv(CIPHER, key, nonce, ONLY_WHOLE_TAGS);
        decipher.setAAD(Buffer.from(place));
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        const text = decipher.update(bytes.subarray(BODY_AT, -TAG_BYTES));
        decipher.final();
        return text.toString();
      } catch (cause) {
        throw broken(cause);
      }
    },
  };
}

/** For whoever holds the private half of `addressee`; invalid LETTER_KEY where that is no key. */
export function sealLetter(addressee: Uint8Array, text: string, place: string): Buffer {
  if (addressee.length !== KEY_BYTES) throw invalid('LETTER_KEY');
  const once = generateKeyPairSync('x25519');
  const theirs = rawOf(once.publicKey);
  const key = keyOf(once.privateKey, publicOf(addressee), { theirs, addressee });
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, ONLY_WHOLE_TAGS);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(SUITE_STD), theirs, nonce, body, cipher.getAuthTag()]);
}

/** A service's own at its node: from a key that is never replaced, so that what lies sealed for it stays readable. */
export const letterKeyOf = (vault: Vault, service: string): LetterKey =>
  openLetterKey(vault.blindIndex('letter_key', service));

/** Nothing is sealed as nothing. */
export const sealText = (addressee: Uint8Array, text: string, place: string): Buffer =>
  text === '' ? Buffer.alloc(0) : sealLetter(addressee, text, place);

export const openText = (key: LetterKey, sealed: Uint8Array, place: string): string =>
  sealed.length === 0 ? '' : key.open(sealed, place);

/** Both public halves are worked into it, so that it is of these two and no others. */
function keyOf(
  privateKey: KeyObject,
  publicKey: KeyObject,
  { theirs, addressee }: { theirs: Uint8Array; addressee: Uint8Array },
): Buffer {
  const shared = diffieHellman({ privateKey, publicKey });
  const salt = Buffer.concat([theirs, addressee]);
  return Buffer.from(hkdfSync('sha256', shared, salt, 'gonglian letter', KEY_BYTES));
}

const rawOf = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);

const publicOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC, raw]), format: 'der', type: 'spki' });

const broken = (cause?: unknown) => refused('LETTER_SEAL_BROKEN', {}, { cause });
