// Seals single fields before they reach the database and makes the keyed index they are found by (domain §7.2, C4).
// Sealed form: suite byte, key id byte, 12-byte nonce, ciphertext, 16-byte tag.
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  randomFillSync,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { invalid, refused } from './refusal.ts';

export interface VaultKeys {
  /** The algorithm suite: Ed25519, SHA-256, AES-256-GCM. */
  suite: 'std';
  /** 32-byte keys by id 0–255; old ones stay to open what they sealed. */
  dataKeys: Readonly<Record<number, Buffer>>;
  /** The key that seals. */
  currentKid: number;
  /** 32 bytes; another key, because rotating it means rebuilding every index. */
  indexKey: Buffer;
}

const SUITE_STD = 1;
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const HEAD_BYTES = 2;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ONLY_WHOLE_TAGS = { authTagLength: TAG_BYTES };
const BODY_AT = HEAD_BYTES + NONCE_BYTES;
const NONCES_DRAWN_AT_ONCE = 1_024;
const HMAC_BLOCK_BYTES = 64;
const HASH_BYTES = 32;

/** What opens seals, to be sent to a thread of this process: a key object shows its bytes to nobody, no log either. */
export type OpeningKeys = ReadonlyMap<number, KeyObject>;

/** The text; refused SEAL_UNKNOWN for another suite or key, SEAL_BROKEN when bytes or place differ. */
export function openSealed(keys: OpeningKeys, sealed: Buffer, aad: string): string {
  const key = keys.get(sealed[1] ?? -1);
  if (sealed[0] !== SUITE_STD || key === undefined) {
    throw refused('SEAL_UNKNOWN', { suite: sealed[0] ?? null, kid: sealed[1] ?? null });
  }
  if (sealed.length < BODY_AT + TAG_BYTES) throw refused('SEAL_BROKEN');
  const tagAt = sealed.length - TAG_BYTES;
  const nonce = sealed.subarray(HEAD_BYTES, BODY_AT);
  const decipher = createDecipheriv(CIPHER, key, nonce, ONLY_WHOLE_TAGS);
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(sealed.subarray(tagAt));
  const text = decipher.update(sealed.subarray(BODY_AT, tagAt));
  try {
    decipher.final();
  } catch (cause) {
    throw refused('SEAL_BROKEN', {}, { cause });
  }
  return text.toString();
}

/** Opens a vault over unwrapped keys; invalid VAULT_KEY when a key is missing or not 32 bytes long. */
export function openVault(keys: VaultKeys): Vault {
  return new Vault(keys);
}

/** Made by openVault. Safe to share; holds keys in memory. */
export class Vault {
  readonly #keys = new Map<number, KeyObject>();
  readonly #currentKid: number;
  readonly #currentKey: KeyObject;
  readonly #nonces = Buffer.alloc(NONCE_BYTES * NONCES_DRAWN_AT_ONCE);
  #nonceAt = this.#nonces.length;
  readonly #innerPad: Buffer;
  /** The outer pad, and behind it room for the inner hash: written anew by each call. */
  readonly #outer: Buffer;

  constructor(keys: VaultKeys) {
    for (const [name, bytes] of Object.entries(keys.dataKeys)) {
      const kid = Number(name);
      const valid = Number.isInteger(kid) && kid >= 0 && kid <= 255 && bytes.length === KEY_BYTES;
      if (!valid) throw invalid('VAULT_KEY', { kid: name });
      this.#keys.set(kid, createSecretKey(bytes));
    }
    const current = this.#keys.get(keys.currentKid);
    if (current === undefined) throw invalid('VAULT_KEY', { kid: keys.currentKid });
    if (keys.indexKey.length !== KEY_BYTES) throw invalid('VAULT_KEY', { kid: 'index' });
    this.#currentKid = keys.currentKid;
    this.#currentKey = current;
    this.#innerPad = pad(keys.indexKey, 0x36);
    this.#outer = Buffer.concat([pad(keys.indexKey, 0x5c), Buffer.alloc(HASH_BYTES)]);
  }

  /** Seals a text; `aad` names its place (table, column, row), so that it opens nowhere else. */
  seal(plaintext: string, aad: string): Buffer {
    const sealed = Buffer.allocUnsafe(BODY_AT + Buffer.byteLength(plaintext) + TAG_BYTES);
    sealed[0] = SUITE_STD;
    sealed[1] = this.#currentKid;
    this.#drawNonce().copy(sealed, HEAD_BYTES);
    const cipher = createCipheriv(CIPHER, this.#currentKey, sealed.subarray(HEAD_BYTES, BODY_AT));
    cipher.setAAD(Buffer.from(aad));
    cipher.update(plaintext, 'utf8').copy(sealed, BODY_AT);
    cipher.final(); // GCM is a stream: nothing is left over
    cipher.getAuthTag().copy(sealed, sealed.length - TAG_BYTES);
    return sealed;
  }

  /** The text; refused SEAL_UNKNOWN for another suite or key, SEAL_BROKEN when bytes or place differ. */
  open(sealed: Buffer, aad: string): string {
    return openSealed(this.#keys, sealed, aad);
  }

  openingKeys(): OpeningKeys {
    return this.#keys;
  }

  /** The id of the key a value was sealed under, for re-sealing after a rotation. */
  kidOf(sealed: Buffer): number | undefined {
    return sealed[0] === SUITE_STD ? sealed[1] : undefined;
  }

  /** HMAC-SHA256 over `kind|value`: equal values meet, nothing else is learnt without the key. */
  blindIndex(kind: string, value: string): Buffer {
    // Two one-shot hashes cost less than one Hmac object; the result is the same (RFC 2104).
    const inner = hash('sha256', joined(this.#innerPad, `${kind}|${value}`), 'latin1');
    this.#outer.write(inner, HMAC_BLOCK_BYTES, 'latin1');
    return hash('sha256', this.#outer, 'buffer');
  }

  /** The first 63 bits of the blind index, for many short keys a row: equal ones meet, and few unequal ones may too. */
  blindToken(kind: string, value: string): bigint {
    return this.blindIndex(kind, value).readBigUInt64BE() >> 1n;
  }

  #drawNonce(): Buffer {
    if (this.#nonceAt === this.#nonces.length) {
      randomFillSync(this.#nonces);
      this.#nonceAt = 0;
    }
    this.#nonceAt += NONCE_BYTES;
    return this.#nonces.subarray(this.#nonceAt - NONCE_BYTES, this.#nonceAt);
  }
}

function pad(key: Buffer, value: number): Buffer {
  const block = Buffer.alloc(HMAC_BLOCK_BYTES, value);
  key.forEach((byte, at) => {
    block[at] = byte ^ value;
  });
  return block;
}

function joined(head: Buffer, text: string): Buffer {
  const all = Buffer.allocUnsafe(head.length + Buffer.byteLength(text));
  head.copy(all);
  all.write(text, head.length);
  return all;
}
