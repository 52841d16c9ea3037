// Measures JoinBatch beside raw COPY: the same rows into copies of the same tables, on the same
// server, in one run. node services/membership/src/join/join-batch.bench.ts [people]
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { connectionString } from '@gonglian/service/settings.ts';
import { printRows } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { Client } from 'pg';
import copy from 'pg-copy-streams';
import { syntheticPerson, testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';

const people = Number(process.argv[2] ?? 100_000);
const ROWS_A_CALL = 2_000;
/** The relay sends while people join and afterwards; COPY is measured when it is quiet. */
const SETTLE_MS_MAX = 600_000;

/**
 * In the order of their references; what the relay writes later is left out, as the command leaves
 * it out.
 */
const tables: Record<string, string> = {
  person: 'id, identity_hash, id_type, sealed',
  membership:
    'member_id, member_no, union_id, state, channel, applied_on, joined_on, codes_id, ' +
    'decision_doc_no, version',
  spell: 'member_id, no, union_id, codes_id, started_on, start_kind, ended_on, end_kind',
  outbox: 'id, fact, key, data, traceparent, occurred_at',
};
const copies = `
create schema copied;
${Object.keys(tables)
  .map((table) => `create table copied.${table} (like membership.${table} including all);`)
  .join('\n')}
alter table copied.membership add foreign key (member_id) references copied.person;
alter table copied.membership add foreign key (codes_id) references membership.codes;
alter table copied.spell add foreign key (member_id) references copied.membership;
alter table copied.spell add foreign key (codes_id) references membership.codes;`;

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
try {
  const joined = await measureJoin();
  await eventually(() => service.settled(), { timeoutMs: SETTLE_MS_MAX, everyMs: 1_000 });
  const copied = await measureCopy();
  printRows([
    {
      name: `JoinBatch, ${people} people, ${ROWS_A_CALL} a call`,
      value: joined,
      unit: 'rows/s',
      limitName: 'COPY of the same rows into the same tables',
      limitValue: copied,
      ratio: joined / copied,
      goal: '≥ 20 %',
      met: joined / copied >= 0.2,
    },
  ]);
} finally {
  await service.stop();
  await backends.stop();
}

async function measureJoin(): Promise<number> {
  const unionId = newId();
  const data = UnionEstablished.fromPartial({
    unionId,
    name: '合成工会',
    kind: 'SINGLE_GRASSROOTS',
  });
  await service.publishFacts('organisation', [{ type: unionEstablished, data }]);
  await service.settled();
  const rss: number[] = [];
  let ms = 0;
  for (let at = 0; at < people; at += ROWS_A_CALL) {
    const length = Math.min(ROWS_A_CALL, people - at);
    const rows = Array.from({ length }, (_, n) => syntheticPerson(at + n));
    const startedAt = performance.now();
    const answer = await service.call('joinBatch', { unionId, joinedOn: '2026-01-15', rows });
    ms += performance.now() - startedAt;
    if (answer.joined !== rows.length) throw new Error(JSON.stringify(answer.refused[0]));
    rss.push(Math.round(process.memoryUsage().rss / 1024 ** 2));
  }
  const tenth = Math.floor(rss.length / 10);
  console.log(`memory     ${rss[tenth]} MB after a tenth, ${rss.at(-1)} MB at the end, resident`);
  return (1000 * people) / ms;
}

async function measureCopy(): Promise<number> {
  const client = new Client({
    connectionString: connectionString(service.settings, service.settings.database.owner),
  });
  await client.connect();
  const texts = new Map<string, Buffer[]>();
  for (const [table, columns] of Object.entries(tables)) {
    const out = client.query(
      copy.to(`copy (select ${columns} from membership.${table}) to stdout`),
    );
    const chunks: Buffer[] = [];
    for await (const chunk of out) chunks.push(chunk as Buffer);
    texts.set(table, chunks);
  }
  await client.query(copies);
  const startedAt = performance.now();
  await client.query('begin');
  for (const [table, columns] of Object.entries(tables)) {
    const into = client.query(copy.from(`copy copied.${table} (${columns}) from stdin`));
    await pipeline(Readable.from(texts.get(table) ?? []), into);
  }
  await client.query('commit');
  const seconds = (performance.now() - startedAt) / 1000;
  await client.end();
  return people / seconds;
}
