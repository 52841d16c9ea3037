import { permissions } from '@gonglian/kernel/duty.ts';
import { parts as competitions } from '@gonglian/competitions/service.ts';
import { parts as finance } from '@gonglian/finance/service.ts';
import { parts as membership } from '@gonglian/membership/service.ts';
import { parts as organisation } from '@gonglian/organisation/service.ts';
import { parts as sync } from '@gonglian/sync/service.ts';
import { parts as welfare } from '@gonglian/welfare/service.ts';
import { expect, test } from 'vitest';

// The one policy and the use cases that ask it name the same permissions; only the node knows all services.

const services = [organisation, membership, competitions, welfare, finance, sync];
const asked = services.flatMap(({ name, methods }) =>
  Object.entries<{ permission: string }>(methods).map(([method, { permission }]) => ({
    method: `${name}.${method}`,
    permission,
  })),
);

test('every use case asks for a permission that somebody holds', () => {
  const held = permissions();
  expect(asked.length).toBeGreaterThan(60);
  expect(asked.filter(({ permission }) => !held.has(permission))).toEqual([]);
});

test('every permission is asked for', () => {
  const names = new Set(asked.map(({ permission }) => permission));
  expect([...permissions().keys()].filter((name) => !names.has(name))).toEqual([]);
});

test('a permission belongs to the service that asks for it', () => {
  const strays = asked.filter(
    ({ method, permission }) => method.split('.')[0] !== permission.split('.')[0],
  );
  expect(strays).toEqual([]);
});
