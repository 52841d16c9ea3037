import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const key = Buffer.alloc(32, 1).toString('base64');
const environment = {
  GL_NODE: '329999',
  GL_DATABASE_HOST: 'localhost',
  GL_DATABASE_NAME: 'gl_329999',
  GL_DATABASE_OWNER: 'owner',
  GL_DATABASE_OWNER_PASSWORD: 'x',
  GL_DATABASE_ROLE: 'membership',
  GL_DATABASE_ROLE_PASSWORD: 'x',
  GL_NATS_URL: 'nats://localhost:4222',
  GL_GRPC: '0.0.0.0:7002',
  GL_TOKEN_SECRET: key,
  GL_KEYRING: '/keys/ring.json',
  GL_WRAPPING_KEY_FILE: '/elsewhere/key',
  GL_LINK_SECRET: key,
};

test('reads the environment', () => {
  const { settings, own } = readConfig(environment);
  expect(settings).toMatchObject({ node: '329999', grpc: '0.0.0.0:7002', development: false });
  expect(own.regionCode).toBe('329999');
});

test.each(['GL_NODE', 'GL_KEYRING', 'GL_WRAPPING_KEY_FILE', 'GL_LINK_SECRET', 'GL_TOKEN_SECRET'])(
  '%s has no default',
  (name) => {
    expect(() => readConfig({ ...environment, [name]: undefined })).toThrow(name);
  },
);

test('a short key is refused', () => {
  const short = Buffer.alloc(16).toString('base64');
  expect(() => readConfig({ ...environment, GL_LINK_SECRET: short })).toThrow('GL_LINK_SECRET');
});

test('the keys may be wrapped by a program instead of a file', () => {
  const program = { GL_WRAPPING_KEY_FILE: undefined, GL_WRAPPING_PROGRAM: '/usr/bin/kms --key 7' };
  expect(readConfig({ ...environment, ...program }).wrapping).toEqual([
    '/usr/bin/kms',
    '--key',
    '7',
  ]);
});
