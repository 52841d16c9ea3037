import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeCertificate } from '@gonglian/proof/certificate.ts';
import { openSigner } from '@gonglian/proof/signing.ts';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { certificate } from './certificate.ts';

const signer = openSigner(Buffer.alloc(32, 1));
const key = signer.publicKey.toString('hex');
const dir = mkdtempSync(path.join(tmpdir(), 'gl-certificate-'));
const at = (name: string) => path.join(dir, name);
const text = writeCertificate(
  {
    node: '329999',
    certificateNo: '329999-MAY_DAY_MEDAL-2026-0001',
    holderName: '李小明',
    honourName: '市五一劳动奖章',
    honourCode: 'MAY_DAY_MEDAL',
    level: 'CITY',
    grantedOn: '2026-04-08',
    documentNo: '合工〔2026〕12号',
  },
  signer,
);
let said: string[];

beforeAll(() => {
  writeFileSync(at('qr'), `${text}\n`);
  writeFileSync(at('key'), `${key}\n`);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
beforeEach(() => {
  said = [];
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

test.each([
  ['a file and a key in a file', () => [at('qr'), '--key', at('key')]],
  ['the text and the key themselves', () => [text, '--key', key]],
])('verifies %s', async (_, args) => {
  expect(await certificate(['verify', ...args()])).toBe(0);
  expect(said[0]).toContain('李小明');
  expect(said.join('\n')).toContain('329999-MAY_DAY_MEDAL-2026-0001');
});

test('one changed character ends with a failure and says nothing of what it claims', async () => {
  expect(await certificate(['verify', text.replace('李', '季'), '--key', key])).toBe(1);
  expect(said.join('\n')).not.toContain('季');
});

test.each([
  ['nothing to do', () => []],
  ['no certificate', () => ['verify', '--key', key]],
  ['no key', () => ['verify', text]],
  ['no such file', () => ['verify', at('none'), '--key', key]],
  ['no key that is one', () => ['verify', text, '--key', 'abc']],
])('says what is missing: %s', async (_, args) => {
  await expect((async () => certificate(args()))()).rejects.toThrow('/');
});
