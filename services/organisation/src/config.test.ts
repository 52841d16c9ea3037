import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const environment = {
  GL_NODE: '321084',
  GL_NODE_NAME: '高邮市总工会',
  GL_NODE_LEVEL: 'COUNTY',
  GL_DATABASE_HOST: 'localhost',
  GL_DATABASE_NAME: 'gl_321084',
  GL_DATABASE_OWNER: 'owner',
  GL_DATABASE_OWNER_PASSWORD: 'a',
  GL_DATABASE_ROLE: 'role',
  GL_DATABASE_ROLE_PASSWORD: 'b',
  GL_NATS_URL: 'nats://localhost:4222',
  GL_GRPC: '0.0.0.0:7002',
  GL_MEMBERSHIP: 'localhost:7002',
  GL_TOKEN_SECRET: Buffer.alloc(32, 1).toString('base64'),
};

test('reads the environment', () => {
  const { settings, own } = readConfig(environment);
  expect(settings.peers).toEqual({ membership: 'localhost:7002' });
  expect(settings.tokenSecret).toHaveLength(32);
  expect(own).toMatchObject({ regionCode: '321084', level: 'COUNTY' });
});

test.each(['GL_TOKEN_SECRET', 'GL_DATABASE_ROLE_PASSWORD', 'GL_MEMBERSHIP'])(
  'has no default for %s',
  (name) => {
    expect(() => readConfig({ ...environment, [name]: undefined })).toThrow(name);
  },
);

test('knows the first administrators, where it is told of some', () => {
  const told = [{ issuer: 'https://id.example', subject: 'wang' }];
  const { own } = readConfig({ ...environment, GL_FIRST_ADMINS: JSON.stringify(told) });
  expect(own.access).toEqual({ firstAdmins: told });
  expect(readConfig(environment).own.access).toEqual({ firstAdmins: [] });
  expect(() => readConfig({ ...environment, GL_FIRST_ADMINS: 'wang' })).toThrow('GL_FIRST_ADMINS');
});
