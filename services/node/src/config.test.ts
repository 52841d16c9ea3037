import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'gl-config-'));
afterAll(() => rmSync(dir, { recursive: true }));

const login = { user: 'u', password: 'p' };
const rpc = { grpc: '127.0.0.1:0' };
const issuer = 'https://id.example.cn/realms/gonghui';
const provider = { issuer, clientId: 'gonglian', audience: 'urn:gonglian:node:321084' };
const whole = {
  region: '321084',
  name: '高邮市总工会',
  level: 'COUNTY',
  superior: null,
  subordinates: [],
  development: false,
  publicUrl: 'https://union.example.cn',
  provider,
  database: { host: 'db', port: 5432, name: 'gl', owner: login, roles: {} },
  nats: { url: 'nats://nats', ...login },
  services: {
    organisation: rpc,
    membership: rpc,
    competitions: rpc,
    welfare: rpc,
    finance: rpc,
    sync: rpc,
    gateway: { http: '127.0.0.1:0' },
  },
  keys: { ring: 'ring', wrapping: 'key', session: 'session' },
};

function read(given: object) {
  const file = path.join(dir, 'node.json');
  writeFileSync(file, JSON.stringify({ ...whole, ...given }));
  return readConfig(file);
}

test('a provider may be told which duties ask for a second factor, and how it says so', () => {
  const told = { ...provider, mfaDuties: ['admin', 'finance'], mfaAcr: ['gold'] };
  expect(read({ provider: told }).provider).toEqual(told);
  expect(read({}).provider).toEqual(provider);
});

test.each([
  ['provider.mfaDuties.0', { mfaDuties: ['root'] }],
  ['provider.mfaDuties', { mfaDuties: 'admin' }],
  ['provider.mfaAcr.0', { mfaAcr: [''] }],
  // A setting that is misspelt would protect nothing.
  ['provider', { mfaDutys: ['admin'] }],
])('%s is named where it is wrong', (where, given) => {
  expect(() => read({ provider: { ...provider, ...given } })).toThrow(`${where}:`);
});
