import { startBroker } from '@gonglian/testing/broker.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { AckPolicy, jetstreamManager } from '@nats-io/jetstream';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Links } from '../../deploy/local/status.ts';
import { openApi } from '../api.ts';
import { openFederation } from '../federation.ts';
import { intrude, logIn, type Intruder, type Login } from './broker.ts';

// What a node's own credentials open at its superior's broker, and a service's at its database: nothing else.

const nodes = ['320000', '321000', '321084', '320600'];
const federation = await openFederation();

/** Asks a consumer that has nothing: its answer is empty, and an empty text orders the purge of a whole stream. */
const nothingNow = '{"batch":1,"no_wait":true}';

beforeAll(async () => {
  await federation.demand('up', '--detach', '--no-demo', '--nodes', nodes.join(','));
});
afterAll(() => federation.remove());

/** The credential that a node uses at its superior's broker. */
function outward(region: string): Login {
  const { superior } = federation.config(region);
  if (!superior) throw new Error(`${region} has no superior`);
  const { user, password } = superior;
  const port = federation.brokerPort(superior.region);
  return { port, user, password, inboxPrefix: `_INBOX_${region}` };
}

describe.each([
  { me: '321084', owner: '321000', sibling: '321023' },
  { me: '321000', owner: '320000', sibling: '320600' },
])('$me at the broker of $owner', ({ me, owner, sibling }) => {
  let intruder: Intruder;
  beforeAll(async () => {
    intruder = await intrude(outward(me));
  });
  afterAll(() => intruder.close());

  test.each([
    `in.${sibling}.up`,
    `in.${owner}.up`,
    `out.${me}.down`,
    `out.${sibling}.down`,
    `ask.${sibling}.up`,
    `ask.${sibling}.down`,
    `ask.${me}.down`,
    `gl.${owner}.organisation.union.established`,
    `_INBOX_${sibling}.x`,
    '_INBOX.x',
    '$JS.API.INFO',
    '$JS.API.STREAM.LIST',
    '$JS.API.STREAM.NAMES',
    `$JS.API.STREAM.INFO.in_${sibling}`,
    `$JS.API.STREAM.CREATE.mine`,
    `$JS.API.STREAM.UPDATE.in_${me}`,
    `$JS.API.STREAM.DELETE.in_${sibling}`,
    `$JS.API.STREAM.PURGE.in_${sibling}`,
    `$JS.API.STREAM.PURGE.in_${me}`,
    `$JS.API.STREAM.RESTORE.in_${sibling}`,
    `$JS.API.STREAM.SNAPSHOT.in_${sibling}`,
    `$JS.API.STREAM.MSG.GET.in_${sibling}`,
    `$JS.API.STREAM.MSG.DELETE.in_${me}`,
    `$JS.API.DIRECT.GET.in_${sibling}`,
    `$JS.API.CONSUMER.CREATE.in_${sibling}`,
    `$JS.API.CONSUMER.DURABLE.CREATE.out_${me}.mine`,
    `$JS.API.CONSUMER.DELETE.out_${me}.down`,
    `$JS.API.CONSUMER.MSG.NEXT.out_${sibling}.down`,
    `$JS.API.CONSUMER.MSG.NEXT.gl_${owner}_organisation.sync`,
    `$JS.ACK.out_${sibling}.down.1.1.1.1.0`,
    '$SYS.REQ.SERVER.PING',
    `$SYS.REQ.ACCOUNT.N${owner}.CONNZ`,
  ])('may not publish %s', async (subject) => {
    expect(await intruder.publish(subject, '{}')).toBe('denied');
  });

  test.each([
    '>',
    'in.>',
    `in.${me}.>`,
    `in.${sibling}.>`,
    'out.>',
    `out.${me}.>`,
    'ask.>',
    `ask.${me}.up`,
    `ask.${sibling}.up`,
    `ask.${sibling}.down`,
    'gl.>',
    '_INBOX.>',
    `_INBOX_${sibling}.>`,
    '_R_.>',
    '$JS.>',
    '$SYS.>',
  ])('may not subscribe to %s, alone or in a queue', async (subject) => {
    expect(await intruder.subscribe(subject)).toBe('denied');
    expect(await intruder.subscribe(subject, 'queue')).toBe('denied');
  });

  test('may do what its node does: write to its stream, read its consumer, ask', async () => {
    const stored = await intruder.ask(`in.${me}.up`, '{}', true);
    expect(stored?.json()).toMatchObject({ error: { err_code: 10071 } });
    const next = `$JS.API.CONSUMER.MSG.NEXT.out_${me}.down`;
    expect(await intruder.ask(next, nothingNow)).toBeDefined();
    expect((await intruder.ask(`ask.${me}.up`))?.string()).toContain('QUESTION_KIND_UNKNOWN');
    expect(await intruder.subscribe(`_INBOX_${me}.>`)).toBe('allowed');
  });

  test('an answer that is sent to another subject does nothing there', async () => {
    // Consumers of the nodes themselves may still be on their way in.
    const before = await eventually(async () => {
      const streams = await streamsOf(owner);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(await streamsOf(owner)).toEqual(streams);
      for (const { readers } of Object.values(streams)) expect(readers).not.toEqual([]);
      return streams;
    });
    for (const target of [
      `$JS.API.STREAM.PURGE.in_${sibling}`,
      `$JS.API.STREAM.PURGE.gl_${owner}_organisation`,
      `$JS.API.STREAM.DELETE.in_${sibling}`,
      `$JS.API.STREAM.DELETE.out_${me}`,
      `$JS.API.CONSUMER.DELETE.out_${sibling}.down`,
      `in.${sibling}.up`,
      `out.${sibling}.down`,
      `gl.${owner}.organisation.union.established`,
    ]) {
      await intruder.publishMisplaced(`in.${me}.up`, target);
      const next = `$JS.API.CONSUMER.MSG.NEXT.out_${me}.down`;
      await intruder.publish(next, nothingNow, target);
      await intruder.publish(`$JS.ACK.out_${me}.down.1.1.1.1.0`, '+NXT', target);
      await intruder.publish(`ask.${me}.up`, '', target);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await streamsOf(owner)).toEqual(before);
  });

  test('with the own password under another name nobody is let in', async () => {
    const { port, password } = outward(me);
    for (const user of ['node', `child_${sibling}`, '']) {
      await expect(logIn({ port, user, password })).rejects.toThrow(/authorization/i);
    }
  });
});

test('the same in one account for all would purge the neighbour: the attack is real', async () => {
  const broker = await startBroker();
  const intruder = await intrude({ port: broker.port, user: '', password: '' });
  const connection = await logIn({ port: broker.port, user: '', password: '' });
  try {
    const { streams, consumers } = await jetstreamManager(connection);
    for (const name of ['mine', 'theirs']) await streams.add({ name, subjects: [`${name}.>`] });
    await consumers.add('mine', { durable_name: 'down', ack_policy: AckPolicy.Explicit });
    await intruder.ask('theirs.up', 'kept');
    const purge = '$JS.API.STREAM.PURGE.theirs';
    await intruder.publish('$JS.API.CONSUMER.MSG.NEXT.mine.down', nothingNow, purge);
    await eventually(async () => {
      expect((await streams.info('theirs')).state).toMatchObject({ messages: 0, last_seq: 1 });
    });
  } finally {
    await Promise.all([intruder.close(), connection.close()]);
    await broker.stop();
  }
});

/** Streams with their readers, and what of them only grows by the node's own work: where each begins. */
interface StreamSeen {
  first: number;
  last?: number;
  readers: string[];
}

async function streamsOf(owner: string): Promise<Record<string, StreamSeen>> {
  const { user, password } = federation.config(owner).nats;
  const connection = await logIn({ port: federation.brokerPort(owner), user, password });
  try {
    const manager = await jetstreamManager(connection);
    const streams: Record<string, StreamSeen> = {};
    for await (const { config, state } of manager.streams.list()) {
      const readers: string[] = [];
      for await (const { name } of manager.consumers.list(config.name)) readers.push(name);
      const quiet = config.name.startsWith('gl_') ? { last: state.last_seq } : {};
      streams[config.name] = { first: state.first_seq, ...quiet, readers: readers.toSorted() };
    }
    return streams;
  } finally {
    await connection.close();
  }
}

test('after all these attempts the links are well, and verify is clean', async () => {
  for (const region of ['321000', '321084', '320600']) {
    const api = await openApi(federation.origin(region), 'auditor');
    const { uplink } = await api.get<Links>('/links');
    expect(uplink).toMatchObject({ connected: true, alarm: '' });
  }
  const said = await federation.demand('verify', '--nodes', nodes.join(','));
  expect(said).toContain('everything adds up');
});

describe("a service's role in PostgreSQL", () => {
  const services = ['organisation', 'membership', 'competitions', 'welfare', 'finance', 'sync'];
  const pairs = services.flatMap((service) =>
    services.filter((other) => other !== service).map((other) => [service, other] as const),
  );

  /** What PostgreSQL says to a statement of that service's role at county 321084. */
  async function say(service: string, text: string, database = 'gl_321084'): Promise<string> {
    const { port, roles, owner } = federation.config('321084').database;
    const login = service === 'owner' ? owner : roles[service];
    const client = new Client({ host: '127.0.0.1', port, database, ...login });
    try {
      await client.connect();
      await client.query(text);
      return 'done';
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      await client.end();
    }
  }
  const denied = '42501';

  test.each(pairs)('of %s reads nothing of %s', async (service, other) => {
    expect(await say(service, `select count(*) from ${service}.outbox`)).toBe('done');
    for (const table of ['outbox', 'action', 'inbox', 'migration']) {
      expect(await say(service, `select * from ${other}.${table}`)).toBe(denied);
    }
  });

  test.each(['owner', ...services])('of %s enters no other database', async (service) => {
    for (const database of ['gl_321000', 'gl_320000', 'postgres', 'template1']) {
      expect(await say(service, 'select 1', database)).toBe(denied);
    }
  });

  test.each(
    services.flatMap((service) => [
      [service, `update ${service}.action set actor = 'somebody'`],
      [service, `delete from ${service}.action`],
      [service, `truncate ${service}.action`],
      [service, `insert into ${service}.migration (name, hash) values ('9999', '')`],
      [service, `alter table ${service}.action add column more text`],
      [service, `drop table ${service}.outbox`],
      [service, `create table ${service}.more (n int)`],
      [service, 'create table public.more (n int)'],
      [service, 'create schema more'],
      [service, 'create role more'],
      [service, 'set role gl_321084'],
      [service, "copy (select 1) to program 'true'"],
      [service, 'select * from pg_authid'],
    ]),
  )('of %s may not: %s', async (service, text) => {
    expect(await say(service, text)).toBe(denied);
  });
});
