// From a committed outbox row to an effect committed in another service's schema, against what the broker alone can do
// with the same messages: node tests/bench/commit-to-consumer.ts [facts]
import { randomBytes } from 'node:crypto';
import type { FactType } from '@gonglian/contracts/fact.ts';
import { MemberApproved } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { memberApproved } from '@gonglian/contracts/membership.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { envelopeText, pendingFact, writeFacts } from '@gonglian/outbox/outbox.ts';
import { mechanismTables } from '@gonglian/outbox/tables.ts';
import { openToService } from '@gonglian/service/row-security.ts';
import { serve } from '@gonglian/service/serve.ts';
import { pipeline } from '@gonglian/service/use-case.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { median, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { counterParts } from '@gonglian/testing/counter.ts';
import { createDatabase } from '@gonglian/testing/database.ts';
import { startBackends, type Backends } from '@gonglian/testing/global-setup.ts';
import { testSecret } from '@gonglian/testing/service.ts';
import { Client } from 'pg';
import { publishAndConsume, type Way } from './raw-stream.ts';

const facts = Number(process.argv[2] ?? 20_000);
const runs = 5;
const perStatement = 50;

/** A service whose outbox is full, and does nothing else. */
const source: typeof counterParts = {
  ...counterParts,
  name: 'membership',
  reactions: [],
  migrations: [{ name: '0001', sql: mechanismTables('membership') }],
};

/** Keeps who is a member where, and how many: a row for each fact, and a sum for each union. */
const onMemberApproved = pipeline<object>().reaction({
  facts: [memberApproved],
  async apply({ sql }, batch) {
    const members = batch.map(({ data }) => data.memberId);
    const unions = batch.map(({ data }) => data.unionId);
    await sql`
      with joined as (
        insert into member (id, union_id)
        select * from unnest(${members}::uuid[], ${unions}::uuid[])
        on conflict (id) do update set union_id = excluded.union_id
        returning union_id)
      insert into membership_count as c (union_id, members)
      select union_id, count(*) from joined group by union_id
      on conflict (union_id) do update set members = c.members + excluded.members`;
  },
});

const sink: typeof counterParts = {
  ...source,
  name: 'counting',
  reactions: [onMemberApproved],
  migrations: [
    {
      name: '0001',
      sql: `${mechanismTables('counting')}
        create table member (id uuid primary key, union_id uuid not null);
        create table membership_count (union_id uuid primary key, members int not null);
        ${openToService('counting', 'member')} ${openToService('counting', 'membership_count')}`,
    },
  ],
};

const unionIds = Array.from({ length: 200 }, newId);

function approved(n: number) {
  return MemberApproved.fromPartial({
    memberId: newId(),
    unionId: unionIds[n % unionIds.length] ?? '',
    channel: 'online',
    joinedOn: '2026-11-21',
    codes: { sex: 'female', ageBand: '25_34', employmentForm: 'contract', workerGroup: '' },
    version: 1,
  });
}

/** Writes the facts in portions, as commands would, and commits them together: the clock starts at the commit. */
async function writeAll(url: string): Promise<() => Promise<unknown>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const query = async <Row>(text: string, values: unknown[]) =>
    (await client.query(text, values)).rows as Row[];
  await client.query('begin');
  for (let from = 0; from < facts; from += perStatement) {
    const some = Array.from({ length: perStatement }, (_, n) =>
      pendingFact(memberApproved as FactType, approved(from + n), undefined),
    );
    await writeFacts(query, 'membership', some, new Date());
  }
  return async () => {
    await client.query('commit');
    await client.end();
  };
}

async function settingsFor(backends: Backends, parts: typeof source, node: string) {
  const database = await createDatabase(backends.postgresUrl, parts.name, parts.migrations);
  const settings = {
    node,
    database,
    broker: { url: backends.natsUrl },
    grpc: '127.0.0.1:0',
    tokenSecret: testSecret,
    peers: {},
    poolSize: 6,
    development: false,
  };
  return { settings, url: database.url };
}

/** Facts a second from the commit that wrote them until the last effect is committed. */
async function drain(backends: Backends): Promise<number> {
  const node = `b${randomBytes(4).toString('hex')}`;
  const log = createLog({ node }, 'warn');
  const from = await settingsFor(backends, source, node);
  const to = await settingsFor(backends, sink, node);
  const membership = await serve(source, from.settings, {}, log);
  const counting = await serve(sink, to.settings, {}, log);
  const commit = await writeAll(from.url);
  const startedAt = performance.now();
  await commit();
  membership.relay.wake();
  const consumer = counting.consumers.get('membership');
  while ((consumer?.state().position ?? 0) < facts) await new Promise((r) => setTimeout(r, 2));
  const seconds = (performance.now() - startedAt) / 1000;
  await membership.stop();
  await counting.stop();
  return facts / seconds;
}

/** The same envelopes in the same windows, stored and delivered, with nothing done to them. */
function limit(backends: Backends, way: Way): Promise<number> {
  const texts = Array.from({ length: facts }, (_, n) => {
    const fact = pendingFact(memberApproved as FactType, approved(n), undefined);
    const row = { ...fact, position: String(n + 1), time: new Date().toISOString() };
    return envelopeText('320500', 'membership', row);
  });
  return publishAndConsume(backends.natsUrl, texts, way);
}

export async function run(): Promise<BenchRow[]> {
  const backends = await startBackends({ durable: true });
  try {
    const ours: number[] = [];
    const batched: number[] = [];
    const single: number[] = [];
    for (let n = 0; n < runs; n += 1) {
      batched.push(await limit(backends, 'in batches'));
      ours.push(await drain(backends));
      single.push(await limit(backends, 'one by one'));
    }
    return [
      rowOf(ours, 'raw JetStream publish + consume, a flush for each batch of 1,000', batched),
      rowOf(ours, 'raw JetStream publish + consume, a flush for each message', single),
    ];
  } finally {
    await backends.stop();
  }
}

/** The goal is against the harder of the two limits: the broker stores what we send in batches of the same size. */
function rowOf(ours: number[], limitName: string, raw: number[]): BenchRow {
  const [value, limitValue] = [median(ours), median(raw)];
  // Of runs one after the other, so that whatever else the machine does weighs on both.
  const ratio = median(ours.map((rate, n) => rate / (raw[n] ?? 0)));
  const name = 'outbox row to applied effect, durable';
  const goal = '≥ 50 %';
  return { name, value, unit: 'facts/s', limitName, limitValue, ratio, goal, met: ratio >= 0.5 };
}

if (import.meta.main) printRows(await run());
