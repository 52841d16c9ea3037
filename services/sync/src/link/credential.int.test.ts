// A subordinate's whole side of the link works with a credential that allows nothing but that.
import { deleteStream, lastSequence } from '@gonglian/messaging/subordinates.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectValue, newRegion, startNode, type SceneNode } from '../scene.ts';
import { establish, join } from '../told.ts';
import { startGuardedBroker, type GuardedBroker } from './guarded-broker.ts';

const [above, below] = [newRegion(), newRegion()];
let broker: GuardedBroker;
let city: SceneNode;
let county: SceneNode;

beforeAll(async () => {
  broker = await startGuardedBroker([below]);
  const backends = { postgresUrl: inject('postgresUrl'), natsUrl: broker.url };
  city = await startNode({
    natsUrl: broker.url,
    backends,
    region: above,
    level: 'CITY',
    subordinates: [below],
  });
  county = await startNode({
    natsUrl: inject('natsUrl'),
    region: below,
    superior: above,
    superiorBroker: broker.login(below),
    heartbeatMs: 300,
  });
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
  await broker.stop();
});

test('cells go up, receipts and questions come down', async () => {
  const factory = establish(county.root);
  await county.tell(factory, join(factory.id, '2026-03-03'));
  await expectValue(city, 1, 'members_total', '2026');
  await eventually(async () => {
    const { uplink } = await county.service.call('getLinks', {});
    expect(uplink?.receiptedPosition).toBe(uplink?.lastPosition);
  });
  await city.service.sql`update cell set value = 7 where indicator = 'members_total'`;
  await expectValue(city, 1, 'members_total', '2026');
});

test('nothing else can be looked at or changed', async () => {
  const connection = await broker.enter(below);
  const refused = /permissions violation/i;
  await expect(lastSequence(connection, `in_${below}`)).rejects.toThrow(refused);
  await expect(deleteStream(connection, `in_${below}`)).rejects.toThrow(refused);
  await expect(lastSequence(connection, `gl_${above}_sync`)).rejects.toThrow(refused);
  await connection.close();
});
