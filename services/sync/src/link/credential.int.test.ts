// A subordinate's whole side of the link works with a credential that allows nothing but that.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findNatsServer, startNats, type Nats } from '@gonglian/embedded/nats-server.ts';
import { freePort } from '@gonglian/embedded/ports.ts';
import { connectBroker } from '@gonglian/messaging/connection.ts';
import { deleteStream, lastSequence } from '@gonglian/messaging/subordinates.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectValue, newRegion, startNode, type SceneNode } from '../scene.ts';
import { establish, join } from '../told.ts';

const [above, below] = [newRegion(), newRegion()];
const folder = mkdtempSync(path.join(tmpdir(), 'gl-credential-'));
const login = { user: `child_${below}`, password: 'subordinate' };
let broker: Nats;
let city: SceneNode;
let county: SceneNode;

/** The same list that the local launcher writes for each subordinate. */
const accounts = `accounts { N { jetstream: enabled, users: [
  { user: "node", password: "node" }
  { user: "${login.user}", password: "${login.password}", permissions: {
    publish: { allow: ["in.${below}.>", "$JS.API.CONSUMER.MSG.NEXT.out_${below}.down", "$JS.ACK.out_${below}.>"] }
    subscribe: { allow: ["_INBOX_${below}.>"] } } }
] } }
no_auth_user: "node"`;

beforeAll(async () => {
  const home = path.resolve(import.meta.dirname, '../../../../.gonglian');
  const program = await findNatsServer({ home, allowOld: true });
  broker = await startNats({
    path: program.path,
    port: await freePort(),
    storeDir: path.join(folder, 'store'),
    configFile: path.join(folder, 'nats.conf'),
    syncAlways: false,
    extra: accounts,
  });
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
    superiorBroker: { url: broker.url, ...login },
    heartbeatMs: 300,
  });
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
  await broker.stop();
  rmSync(folder, { recursive: true, force: true });
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
  const options = { name: 'test', inboxPrefix: `_INBOX_${below}` };
  const connection = await connectBroker({ url: broker.url, ...login }, options);
  const refused = /permissions violation/i;
  await expect(lastSequence(connection, `in_${below}`)).rejects.toThrow(refused);
  await expect(deleteStream(connection, `in_${below}`)).rejects.toThrow(refused);
  await expect(lastSequence(connection, `gl_${above}_sync`)).rejects.toThrow(refused);
  await connection.close();
});
