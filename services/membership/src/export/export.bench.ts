// Measures the file of all members, masked, as csv and as xlsx, through the real service, beside the bare COPY of the
// same columns. node services/membership/src/export/export.bench.ts [members]
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '@gonglian/kernel/id.ts';
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import { connectionString } from '@gonglian/service/settings.ts';
import { printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService, type Caller } from '@gonglian/testing/service.ts';
import { Client } from 'pg';
import copy from 'pg-copy-streams';
import { syntheticPerson, testOwn, testVault } from '../fixtures.ts';
import { sealPerson } from '../member/person.ts';
import { MEMBERSHIP_POLICY, type MembershipPolicy } from '../policy.ts';
import { parts } from '../service.ts';

const members = Number(process.argv[2] ?? 250_000);
/** Of all members: what one file of a fifth needs in memory, one of all must not exceed by much. */
const SMALL_SHARE = 0.2;
const ROWS_A_SECOND = 30_000;
const TAKES = 3;
const GROWTH_MB_MAX = 64;
const SAMPLE_MS = 50;
const DEADLINE_MS = 300_000;
const FIELDS = ['member_no', 'name', 'id_number', 'phone', 'joined_on', 'state', 'union', 'codes'];
const [large, small] = [newId(), newId()];
const ids = Array.from({ length: members }, newId);

// This node's own entry before the default: its accounts may take all of its members away in a day, and more.
(MEMBERSHIP_POLICY as PolicyEntry<MembershipPolicy>[]).unshift({
  key: 'export.daily_rows',
  value: members * 10,
  effectiveFrom: '2000-01-01',
  effectiveTo: null,
  orderedBy: 'this measurement',
});

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
const client = new Client({
  connectionString: connectionString(service.settings, service.settings.database.owner),
  options: '-c search_path=membership,public -c synchronous_commit=off',
});
await client.connect();
try {
  const startedAt = performance.now();
  await fill();
  console.log(`${members} members in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  printRows([...(await measureExport('csv')), ...(await measureExport('xlsx'))]);
} finally {
  await client.end();
  await service.stop();
  await backends.stop();
}

async function fill(): Promise<void> {
  await client.query(`
    insert into codes (sex, age_band, employment_form, worker_group, migrant_worker, new_forms)
    select sex, age_band, form, '', form = 'dispatch', '{}'
    from unnest('{male,female}'::text[]) as sex,
      unnest('{under_25,25_34,35_44,45_54,55_plus}'::text[]) as age_band,
      unnest('{contract,dispatch,flexible,platform}'::text[]) as form`);
  await client.query(
    `insert into union_state (union_id, name, kind, status)
     select id, '合成机械厂工会委员会', 'SINGLE_GRASSROOTS', 'ACTIVE' from unnest($1::uuid[]) as id`,
    [[large, small]],
  );
  await copyInto('person (id, identity_hash, id_type, sealed)', persons());
  await copyInto(
    'membership (member_id, member_no, union_id, state, channel, applied_on, joined_on, codes_id)',
    memberships(),
  );
  await client.query('vacuum analyze');
}

async function copyInto(table: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copy.from(`copy ${table} from stdin`)));
}

function* persons(): Generator<string> {
  const vault = testVault();
  for (const [n, id] of ids.entries()) {
    const person = syntheticPerson(n);
    const { bytes } = sealPerson(vault, id, person);
    const [hash, sealed] = [vault.blindIndex('01', person.idNumber), bytes].map(
      (one) => `\\\\x${one.toString('hex')}`,
    );
    yield `${[id, hash, '01', sealed].join('\t')}\n`;
  }
}

function* memberships(): Generator<string> {
  const codes = 40;
  for (const [n, id] of ids.entries()) {
    const unionId = n < members * SMALL_SHARE ? small : large;
    const no = `329999${String(n).padStart(13, '0')}`;
    yield `${id}\t${no}\t${unionId}\tACTIVE\tBATCH\t2026-01-15\t2026-01-15\t${(n % codes) + 1}\n`;
  }
}

/** The small file first: what a thread and warm code need is the same for both. */
async function measureExport(format: 'csv' | 'xlsx'): Promise<BenchRow[]> {
  const beforeMb = rssMb();
  const few = await takeFile(format, small);
  const takes: Take[] = [];
  for (let n = 0; n < TAKES; n += 1) takes.push(await takeFile(format, ''));
  const all = middle(takes);
  const bare = await copyOut();
  const value = all.rows / all.seconds;
  const megabytes = (all.bytes / 1024 ** 2).toFixed(1);
  const cpu = ((1e6 * all.cpuSeconds) / all.rows).toFixed(0);
  const mostMb = Math.max(...takes.map((one) => one.mostMb));
  const [fewMb, allMb] = [few.mostMb - beforeMb, mostMb - beforeMb];
  const grown = `rss ${allMb} MB higher at most (${fewMb} MB by ${few.rows} rows)`;
  const name = `export as ${format}: ${all.rows} rows, ${megabytes} MB, ${cpu} us of cpu a row, ${grown}`;
  return [
    {
      name,
      value,
      unit: 'rows/s',
      limitName: 'bare COPY of the sealed columns',
      limitValue: bare,
      ratio: value / bare,
      goal: `>= ${ROWS_A_SECOND} rows/s`,
      met: value >= ROWS_A_SECOND,
    },
    {
      name: `export as ${format}: memory of ${all.rows} rows above that of ${few.rows}`,
      value: allMb - fewMb,
      unit: 'MB',
      limitName: '',
      limitValue: undefined,
      ratio: undefined,
      goal: `<= ${GROWTH_MB_MAX} MB`,
      met: allMb - fewMb <= GROWTH_MB_MAX,
    },
  ];
}

/** The one in the middle by its time. */
function middle(takes: readonly Take[]): Take {
  const sorted = takes.toSorted((a, b) => a.seconds - b.seconds);
  const one = sorted[Math.floor(sorted.length / 2)];
  if (!one) throw new Error('nothing was taken');
  return one;
}

type Take = Awaited<ReturnType<typeof takeFile>>;

async function takeFile(format: 'csv' | 'xlsx', unionId: string) {
  const caller: Caller = { id: `clerk-${format}` };
  const reasons = { reasonCode: 'audit', reason: '合成数据的测量' };
  const ask = { unionId, state: '', format, fields: FIELDS, ...reasons };
  const { exportId, rows, version } = await service.call('requestExport', ask, caller);
  await service.call('approveExport', { exportId, expectedVersion: version }, { duty: 'chair' });
  const token = await service.token(caller);
  const memory = watchMemory();
  const before = process.cpuUsage();
  const startedAt = performance.now();
  let bytes = 0;
  const chunks = service.client({ deadlineMs: DEADLINE_MS }).getExportFile({ exportId }, { token });
  for await (const { content } of chunks) bytes += content.length;
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(before);
  return { rows, seconds, bytes, cpuSeconds: (user + system) / 1e6, mostMb: memory.stop() };
}

function rssMb(): number {
  return Math.round(process.memoryUsage.rss() / 1024 ** 2);
}

/** The most that was resident, with the client's side of it. */
function watchMemory() {
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, rssMb());
  }, SAMPLE_MS);
  return {
    stop() {
      clearInterval(watch);
      return Math.max(most, rssMb());
    },
  };
}

/** Rows a second of what the database has to give, neither opened nor put into words. */
async function copyOut(): Promise<number> {
  const startedAt = performance.now();
  const out = client.query(
    copy.to(`copy (
      select m.member_no, p.sealed, m.joined_on, m.state, u.name, c.*
      from membership m join person p on p.id = m.member_id
      join union_state u on u.union_id = m.union_id join codes c on c.id = m.codes_id
      order by m.member_id) to stdout`),
  );
  for await (const _ of out);
  return members / ((performance.now() - startedAt) / 1_000);
}
