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
  GL_DATA_KEY: key,
  GL_INDEX_KEY: key,
  GL_LINK_SECRET: key,
};

test('reads the environment', () => {
  const { settings, own } = readConfig(environment);
  expect(settings).toMatchObject({ node: '329999', grpc: '0.0.0.0:7002', development: false });
  expect(own.regionCode).toBe('329999');
});

test.each(['GL_NODE', 'GL_DATA_KEY', 'GL_INDEX_KEY', 'GL_LINK_SECRET', 'GL_TOKEN_SECRET'])(
  '%s has no default',
  (name) => {
    expect(() => readConfig({ ...environment, [name]: undefined })).toThrow(name);
  },
);

test('a short key is refused', () => {
  const short = Buffer.alloc(16).toString('base64');
  expect(() => readConfig({ ...environment, GL_DATA_KEY: short })).toThrow('GL_DATA_KEY');
});
