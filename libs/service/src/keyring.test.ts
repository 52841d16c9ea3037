import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openVault } from '@gonglian/kernel/vault.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addDataKey,
  createKeyring,
  fileWrapper,
  openKeyring,
  openNodeSigner,
  programWrapper,
  rewrapKeyring,
  type Wrapper,
} from './keyring.ts';

let folder: string;
let ring: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gl-keys-'));
  ring = path.join(folder, 'keyring.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function newWrapper(name: string): Wrapper {
  const file = path.join(folder, name);
  writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return fileWrapper(file);
}

/** A keeper of keys that turns each byte over: enough to see that the program is asked, and by which name. */
function program(): Wrapper {
  const file = path.join(folder, 'keeper.mjs');
  writeFileSync(
    file,
    `let text = ''; process.stdin.on('data', (part) => (text += part)).on('end', () => {
      if (process.argv[3] === 'data 9') process.exit(1);
      console.log(Buffer.from(Buffer.from(text, 'base64').map((byte) => byte ^ 0xff)).toString('base64'));
    });`,
  );
  return programWrapper([process.execPath, file]);
}

test('what was sealed before a new key is opened, and what comes is sealed with it', async () => {
  const wrapper = newWrapper('kek');
  await createKeyring(ring, wrapper);
  const before = openVault(await openKeyring(ring, wrapper));
  const sealed = before.seal('合成甲', 'person.name.1');
  expect(await addDataKey(ring, wrapper)).toBe(2);
  const after = openVault(await openKeyring(ring, wrapper));
  expect(after.open(sealed, 'person.name.1')).toBe('合成甲');
  expect(after.kidOf(sealed)).toBe(1);
  expect(after.kidOf(after.seal('合成乙', 'person.name.2'))).toBe(2);
  expect(after.blindIndex('01', 'x')).toEqual(before.blindIndex('01', 'x'));
});

test('after re-wrapping the new key opens the same keys, and the old one none', async () => {
  const [old, young] = [newWrapper('old'), newWrapper('young')];
  await createKeyring(ring, old);
  await addDataKey(ring, old);
  const keys = await openKeyring(ring, old);
  await rewrapKeyring(ring, old, young);
  expect(await openKeyring(ring, young)).toEqual(keys);
  await expect(openKeyring(ring, old)).rejects.toMatchObject({ code: 'KEYRING_NOT_OPENED' });
});

test('the node signs with one key, whoever wraps it; a ring of before there was one gets it once', async () => {
  const old = path.join(folder, 'old');
  newWrapper('old');
  const signerOf = async (wrapping: string) => (await openNodeSigner(ring, wrapping)).publicKey;
  await createKeyring(ring, fileWrapper(old));
  const key = await signerOf(old);
  await addDataKey(ring, fileWrapper(old));
  await rewrapKeyring(ring, fileWrapper(old), newWrapper('young'));
  expect(await signerOf(path.join(folder, 'young'))).toEqual(key);
  await expect(openNodeSigner(ring, old)).rejects.toMatchObject({ code: 'KEYRING_NOT_OPENED' });

  const { signingKey: _, ...before } = JSON.parse(readFileSync(ring, 'utf8')) as object & {
    signingKey: string;
  };
  writeFileSync(ring, JSON.stringify(before));
  const added = await signerOf(path.join(folder, 'young'));
  expect(added).not.toEqual(key);
  expect(await signerOf(path.join(folder, 'young'))).toEqual(added);
});

test('a keeper of keys outside is asked for each, by name', async () => {
  const [file, keeper] = [newWrapper('kek'), program()];
  await createKeyring(ring, file);
  const keys = await openKeyring(ring, file);
  await rewrapKeyring(ring, file, keeper);
  expect(await openKeyring(ring, keeper)).toEqual(keys);
  await expect(keeper.unwrap(Buffer.from('x'), 'data 9')).rejects.toMatchObject({
    code: 'KEYRING_NOT_OPENED',
  });
});

test('keys that changed places or bytes are not opened', async () => {
  const wrapper = newWrapper('kek');
  await createKeyring(ring, wrapper);
  await addDataKey(ring, wrapper);
  const whole = JSON.parse(readFileSync(ring, 'utf8'));
  const [one, two] = [whole.dataKeys['1'], whole.dataKeys['2']];
  for (const dataKeys of [
    { 1: two, 2: one },
    { 1: one, 2: `A${two.slice(1)}` },
  ]) {
    writeFileSync(ring, JSON.stringify({ ...whole, dataKeys }));
    await expect(openKeyring(ring, wrapper)).rejects.toMatchObject({ code: 'KEYRING_NOT_OPENED' });
  }
});

test('a ring is for its owner alone, holds no key in the clear, and is never written over by a new one', async () => {
  const wrapper = newWrapper('kek');
  await createKeyring(ring, wrapper);
  expect(statSync(ring).mode & 0o777).toBe(0o600);
  const text = readFileSync(ring, 'utf8');
  const { dataKeys, indexKey } = await openKeyring(ring, wrapper);
  for (const key of [dataKeys[1], indexKey]) expect(text).not.toContain(key?.toString('base64'));
  await expect(createKeyring(ring, wrapper)).rejects.toThrow('EEXIST');
});

test('a file that is no ring says so', async () => {
  writeFileSync(ring, '{"suite":"none"}');
  await expect(openKeyring(ring, newWrapper('kek'))).rejects.toThrow('is no key ring');
});
