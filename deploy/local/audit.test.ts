// The auditor's commands: what they say, how they end, and that half an export is none.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MAGIC } from '@gonglian/proof/layout.ts';
import { openSigner } from '@gonglian/proof/signing.ts';
import { writePackage } from '@gonglian/proof/write-package.ts';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { audit } from './audit.ts';

const signer = openSigner(Buffer.alloc(32, 1));
const key = signer.publicKey.toString('hex');
const dir = mkdtempSync(path.join(tmpdir(), 'gl-audit-'));
const at = (name: string) => path.join(dir, name);
let bytes: Buffer;
let said: string[];

beforeAll(async () => {
  const pieces: Buffer[] = [];
  const of = { node: '321084', madeAt: new Date(), signer };
  for await (const piece of writePackage([MAGIC], of)) pieces.push(piece);
  bytes = Buffer.concat(pieces);
  writeFileSync(at('whole'), bytes);
  const changed = Buffer.from(bytes);
  changed[7] = (changed[7] ?? 0) ^ 1;
  writeFileSync(at('changed'), changed);
  writeFileSync(at('key'), `${key}\n`);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

let server: Server | undefined;
afterEach(() => {
  server?.close();
  vi.unstubAllEnvs();
});

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  said = [];
  const code = await audit(args);
  return { code, text: said.join('\n') };
}

test.each([
  ['whole', [], 0, '未核对密钥归属'],
  ['whole', ['--key', key], 0, '核验通过'],
  ['whole', ['--key', at('key')], 0, 'verified'],
  ['whole', ['--key', key, '--since', at('whole')], 0, 'it goes on from the older package'],
  ['whole', ['--key', 'ab'.repeat(32)], 1, 'signed by another key'],
  ['changed', ['--key', key], 1, '偏移 7 字节处，现为 0x55，原为 0x54'],
  ['key', ['--key', key], 1, '审计包没有结尾'],
])('verify %s %j ends with %i and says %s', async (name, more, code, words) => {
  const ended = await run('verify', at(name), ...more);
  expect(ended.code).toBe(code);
  expect(ended.text).toContain(words);
});

test.each([
  [['verify', at('nothing')], 'there is no file'],
  [['verify'], 'name one package'],
  [['verify', at('whole'), '--key', 'x'], '64 hexadecimal digits'],
  [['export', '--node', '321084'], 'say where to'],
  [['export', '--node', '321084', '--out', at('whole')], 'is there already'],
  [['export', '--node', '999999', '--out', at('new'), '--reason', 'x'], 'say which node'],
  [['export', '--node', '321084', '--out', at('new')], 'say what for'],
  [[], 'say what'],
])('%j: %s', async (args, words) => {
  await expect(run(...args)).rejects.toThrow(words);
});

/** A node that answers with `send` where it is asked for a package; the launcher looks for it where 000000 would be. */
async function node(send: (response: ServerResponse, url: string) => void): Promise<void> {
  const opened = createServer((request, response) => {
    const url = request.url ?? '';
    if (url.includes('/audit-package')) return send(response, url);
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify({ access_token: 'a', publicKey: key }));
  });
  server = opened;
  await new Promise<void>((listening) => opened.listen(0, '127.0.0.1', listening));
  const address = opened.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  vi.stubEnv('GONGLIAN_PORT', String(port));
}

test('export asks for the package with its reason, and says how to verify it', async () => {
  const asked: string[] = [];
  await node((response, url) => {
    asked.push(url);
    response.end(bytes);
  });
  const file = at('exported');
  const { code, text } = await run('export', '--node', '000000', '--out', file, '--reason', '年审');
  expect(code).toBe(0);
  expect(readFileSync(file)).toEqual(bytes);
  expect(asked).toEqual([`/api/v1/ledger/audit-package?reason=${encodeURIComponent('年审')}`]);
  expect(text).toContain(`audit verify ${file} --key ${key}`);
});

type Broken = [how: string, words: string, send: (response: ServerResponse) => void];
test.each<Broken>([
  ['refused', '403', (response) => response.writeHead(403).end('{}')],
  [
    'broken off',
    'broke off',
    (response) => {
      response.write(bytes.subarray(0, 10));
      setTimeout(() => response.socket?.destroy(), 50);
    },
  ],
])('an export that is %s leaves no file', async (_, words, send) => {
  await node(send);
  const out = at('half');
  const ended = run('export', '--node', '000000', '--out', out, '--reason', 'x');
  await expect(ended).rejects.toThrow(words);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([]);
});
