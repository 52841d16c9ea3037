// From a committed outbox row to an effect committed in another service's schema, against what the broker alone can do
// with the same messages: node tests/bench/commit-to-consumer.ts [facts]
import { randomBytes } from 'node:crypto';
import type { FactType } from '@gonglian/contracts/fact.ts';
import { MemberApproved } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { memberApproved } from '@gonglian/contracts/membership.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { envelopeText, pendingFact, writeFacts } from '@gonglian/outbox/outbox.ts';
import { mechanismTables } from '@gonglian/outbox/tables.ts';
import { serve } from '@gonglian/service/serve.ts';
import { pipeline } from '@gonglian/service/use-case.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { median, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { counterParts } from '@gonglian/testing/counter.ts';
import { createDatabase } from '@gonglian/testing/database.ts';
import { startBackends, type Backends } from '@gonglian/testing/global-setup.ts';
import { testSecret } from '@gonglian/testing/service.ts';
import { Client } from 'pg';
import { publishAndConsume } from './raw-stream.ts';

const facts = Number(process.argv[2] ?? 20_000);
const runs = 3;
const perTransaction = 50;
const goal = 0.5;

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
        create table membership_count (union_id uuid primary key, members int not null);`,
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

/** Fills an outbox in small transactions, as commands would. */
async function fill(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const write = async <Row>(text: string, values: unknown[]) =>
    (await client.query(text, values)).rows as Row[];
  for (let from = 0; from < facts; from += perTransaction) {
    const some = Array.from({ length: perTransaction }, (_, n) =>
      pendingFact(memberApproved as FactType, approved(from + n), undefined),
    );
    await client.query('begin');
    await writeFacts(write, 'membership', some, new Date());
    await client.query('commit');
  }
  await client.query('vacuum analyze membership.outbox');
  await client.end();
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

/** Facts a second from the start of the relay until the last effect is committed. */
async function drain(backends: Backends): Promise<number> {
  const node = `b${randomBytes(4).toString('hex')}`;
  const log = createLog({ node }, 'warn');
  const from = await settingsFor(backends, source, node);
  const to = await settingsFor(backends, sink, node);
  await fill(from.url);
  const counting = await serve(sink, to.settings, {}, log);
  const startedAt = performance.now();
  const membership = await serve(source, from.settings, {}, log);
  const consumer = counting.consumers.get('membership');
  while ((consumer?.state().position ?? 0) < facts) await new Promise((r) => setTimeout(r, 2));
  const seconds = (performance.now() - startedAt) / 1000;
  await membership.stop();
  await counting.stop();
  return facts / seconds;
}

/** The same envelopes in the same windows, stored and delivered, with nothing done to them. */
function limit(backends: Backends): Promise<number> {
  const texts = Array.from({ length: facts }, (_, n) => {
    const fact = pendingFact(memberApproved as FactType, approved(n), undefined);
    const row = { ...fact, position: String(n + 1), time: new Date().toISOString() };
    return envelopeText('320500', 'membership', row);
  });
  return publishAndConsume(backends.natsUrl, texts);
}

export async function run(): Promise<BenchRow[]> {
  const backends = await startBackends({ durable: true });
  try {
    const ours: number[] = [];
    const raw: number[] = [];
    for (let n = 0; n < runs; n += 1) {
      raw.push(await limit(backends));
      ours.push(await drain(backends));
      console.log(Math.round(raw.at(-1)!), Math.round(ours.at(-1)!));
    }
    const [value, limitValue] = [median(ours), median(raw)];
    return [
      {
        name: 'outbox row to applied effect, durable',
        value,
        unit: 'facts/s',
        limitName: 'raw JetStream publish + consume, flushed',
        limitValue,
        ratio: value / limitValue,
        goal: '≥ 50 %',
        met: value / limitValue >= goal,
      },
    ];
  } finally {
    await backends.stop();
  }
}

if (import.meta.main) printRows(await run());
