// A node's data keys as they lie on disk: wrapped, each by a key that lies elsewhere. Rotating that key re-wraps the ring
// and touches no record; a new data key seals what is written from then on, and the old ones open what is there.
import { execFile } from 'node:child_process';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { refused } from '@gonglian/kernel/refusal.ts';
import { openVault, type Vault, type VaultKeys } from '@gonglian/kernel/vault.ts';
import { openSigner, type Signer } from '@gonglian/proof/signing.ts';
import { z } from 'zod';

/** What holds the key that wraps the others. */
export interface Wrapper {
  wrap(key: Buffer, name: string): Promise<Buffer>;
  /** Refused KEYRING_NOT_OPENED where the key is another one or the bytes were changed. */
  unwrap(wrapped: Buffer, name: string): Promise<Buffer>;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KIDS_MAX = 255;
const PROGRAM_MS = 10_000;

const Ring = z.strictObject({
  suite: z.literal('std'),
  currentKid: z.int().min(1).max(KIDS_MAX),
  dataKeys: z.record(z.string().regex(/^\d{1,3}$/), z.base64()),
  indexKey: z.base64(),
  /** The seed of the node's own Ed25519 key; a ring that was made before there was one gets it when it is asked for. */
  signingKey: z.base64().optional(),
});
type Ring = z.output<typeof Ring>;

/** A key in a file: 32 random bytes in base64. Wraps with AES-256-GCM, bound to the wrapped key's name. */
export function fileWrapper(path: string): Wrapper {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${path} does not hold 32 bytes in base64`);
  return {
    async wrap(plain, name) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    async unwrap(wrapped, name) {
      const tagAt = wrapped.length - TAG_BYTES;
      const nonce = wrapped.subarray(0, NONCE_BYTES);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(name)).setAuthTag(wrapped.subarray(tagAt));
        const plain = decipher.update(wrapped.subarray(NONCE_BYTES, tagAt));
        return Buffer.concat([plain, decipher.final()]);
      } catch (cause) {
        throw refused('KEYRING_NOT_OPENED', { key: name }, { cause });
      }
    },
  };
}

/**
 * A key that never leaves its keeper (a KMS, an HSM, a smart card): a program that is run with `wrap` or `unwrap` and the
 * key's name, reads base64 from its input and answers base64.
 */
export function programWrapper([program = '', ...args]: readonly string[]): Wrapper {
  const ask = async (what: 'wrap' | 'unwrap', bytes: Buffer, name: string): Promise<Buffer> => {
    const running = promisify(execFile)(program, [...args, what, name], { timeout: PROGRAM_MS });
    running.child.stdin?.end(bytes.toString('base64'));
    try {
      const answer = Buffer.from((await running).stdout.trim(), 'base64');
      if (answer.length > 0) return answer;
    } catch (cause) {
      throw refused('KEYRING_NOT_OPENED', { key: name }, { cause });
    }
    throw refused('KEYRING_NOT_OPENED', { key: name });
  };
  return {
    wrap: (plain, name) => ask('wrap', plain, name),
    unwrap: (wrapped, name) => ask('unwrap', wrapped, name),
  };
}

/** What `wrapping` names: a file, or a program with its arguments. */
export function wrapperOf(wrapping: string | readonly string[]): Wrapper {
  return typeof wrapping === 'string' ? fileWrapper(wrapping) : programWrapper(wrapping);
}

/** The vault of a ring, which is made at a node's first start: by whichever service is first, where each has a process. */
export async function openNodeVault(
  path: string,
  wrapping: string | readonly string[],
): Promise<Vault> {
  const wrapper = wrapperOf(wrapping);
  if (!existsSync(path)) {
    await createKeyring(path, wrapper).catch((error: unknown) => {
      if (!existsSync(path)) throw error;
    });
  }
  return openVault(await openKeyring(path, wrapper));
}

/** What the node signs with. One service alone asks for it, so that a ring without it gets one and not several. */
export async function openNodeSigner(
  path: string,
  wrapping: string | readonly string[],
): Promise<Signer> {
  const wrapper = wrapperOf(wrapping);
  const ring = read(path);
  if (ring.signingKey === undefined) {
    const wrapped = await wrapper.wrap(randomBytes(KEY_BYTES), 'signing');
    write(path, { ...ring, signingKey: wrapped.toString('base64') }, 'w');
  }
  const kept = Buffer.from(read(path).signingKey ?? '', 'base64');
  return openSigner(await wrapper.unwrap(kept, 'signing'));
}

/** Makes a ring of one data key, an index key and a signing key; an existing file is refused. */
export async function createKeyring(path: string, wrapper: Wrapper): Promise<void> {
  const dataKey = await wrapper.wrap(randomBytes(KEY_BYTES), 'data 1');
  const indexKey = await wrapper.wrap(randomBytes(KEY_BYTES), 'index');
  const signingKey = await wrapper.wrap(randomBytes(KEY_BYTES), 'signing');
  const ring: Ring = {
    suite: 'std',
    currentKid: 1,
    dataKeys: { 1: dataKey.toString('base64') },
    indexKey: indexKey.toString('base64'),
    signingKey: signingKey.toString('base64'),
  };
  write(path, ring, 'wx');
}

/** The keys of a ring, unwrapped; refused KEYRING_NOT_OPENED with another wrapping key. */
export async function openKeyring(path: string, wrapper: Wrapper): Promise<VaultKeys> {
  const { suite, currentKid, dataKeys, indexKey } = read(path);
  const opened: Record<number, Buffer> = {};
  for (const [kid, wrapped] of Object.entries(dataKeys)) {
    opened[Number(kid)] = await wrapper.unwrap(Buffer.from(wrapped, 'base64'), `data ${kid}`);
  }
  const index = await wrapper.unwrap(Buffer.from(indexKey, 'base64'), 'index');
  return { suite, currentKid, dataKeys: opened, indexKey: index };
}

/** Wraps all keys of a ring anew: what the old wrapping key opens is of no use any more. */
export async function rewrapKeyring(path: string, from: Wrapper, to: Wrapper): Promise<void> {
  const { dataKeys, indexKey, currentKid, suite } = await openKeyring(path, from);
  const wrapped: Record<string, string> = {};
  for (const [kid, key] of Object.entries(dataKeys)) {
    wrapped[kid] = (await to.wrap(key, `data ${kid}`)).toString('base64');
  }
  const index = (await to.wrap(indexKey, 'index')).toString('base64');
  const { signingKey } = read(path);
  const signing = signingKey && {
    signingKey: (
      await to.wrap(await from.unwrap(Buffer.from(signingKey, 'base64'), 'signing'), 'signing')
    ).toString('base64'),
  };
  write(path, { suite, currentKid, dataKeys: wrapped, indexKey: index, ...signing }, 'w');
}

/** Adds a data key, which seals from the node's next start on; answers its id. */
export async function addDataKey(path: string, wrapper: Wrapper): Promise<number> {
  const ring = read(path);
  const kid = Math.max(...Object.keys(ring.dataKeys).map(Number)) + 1;
  if (kid > KIDS_MAX) throw refused('KEYRING_FULL', { keys: KIDS_MAX });
  const wrapped = await wrapper.wrap(randomBytes(KEY_BYTES), `data ${kid}`);
  const dataKeys = { ...ring.dataKeys, [kid]: wrapped.toString('base64') };
  write(path, { ...ring, currentKid: kid, dataKeys }, 'w');
  return kid;
}

function read(path: string): Ring {
  const ring = Ring.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!ring.success) throw new Error(`${path} is no key ring: ${ring.error.issues[0]?.message}`);
  return ring.data;
}

/** Whole or not at all: a ring that is lost is every record lost. */
function write(path: string, ring: Ring, flag: 'w' | 'wx'): void {
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, `${JSON.stringify(ring, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  if (flag === 'w') return renameSync(draft, path);
  // A link is refused where the file exists; a rename would put another ring in its place.
  try {
    linkSync(draft, path);
  } finally {
    unlinkSync(draft);
  }
}
