// Measures the preview of living relief over 1,000,000 households and its proposal in parts, over gRPC, beside one
// statement that counts the same rows in the same run.
// node services/welfare/src/relief/eligibility.bench.ts [households]
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { median, percentile, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';

const households = Number(process.argv[2] ?? 1_000_000);
const CALLS = 20;
const PREVIEW_MS = 500;
const BATCH_MS = 60_000;
/** What the process may take more while all are proposed. */
const MEMORY_MIB = 64;
const MIB = 1_048_576;
const ask = { moneySource: 'UNION_OWN', months: 3 };

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
try {
  await fill();
  await service.call('previewRelief', ask);
  const previews = await timed(CALLS, () => service.call('previewRelief', ask));
  const counted = await timed(
    CALLS,
    () => service.sql`
      select category, file_level, count(*) from hardship_file
      where state in ('FILED', 'IN_RELIEF') group by 1, 2`,
  );
  const before = process.memoryUsage().rss;
  const [whole = 0] = await timed(1, proposeAll);
  const grownMib = (process.memoryUsage().rss - before) / MIB;
  const name = `of ${households.toLocaleString('en')}`;
  const value = percentile(previews, 99);
  const limit = median(counted);
  const rows: BenchRow[] = [
    {
      ...row(`preview ${name}, p99`, value, 'ms', PREVIEW_MS),
      limitName: 'the same rows counted by one statement',
      limitValue: limit,
      ratio: value / limit,
    },
    row(`batch ${name}`, whole, 'ms', BATCH_MS),
    row(`memory that the batch took`, grownMib, 'MiB', MEMORY_MIB),
  ];
  printRows(rows);
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
} finally {
  await service.stop();
  await backends.stop();
}

async function proposeAll(): Promise<void> {
  let cursor = '';
  do {
    const part = { ...ask, projectCode: 'bf', cursor, limit: 0 };
    cursor = (await service.call('proposeReliefBatch', part)).nextCursor;
  } while (cursor !== '');
}

/** Straight into the tables: how they come there is not what is measured. Every tenth has had something this year. */
async function fill(): Promise<void> {
  const unionId = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    values (${unionId}, '合成县总工会', 'COUNTY', 'FEDERATION', '329999', null, '1950-01-01')`;
  const head = newId();
  await service.sql`
    insert into person (person_id, person_key, name_sealed) values (${head}, '\\x01', '\\x01')`;
  await service.sql`
    insert into person (person_id, person_key, name_sealed)
    select gen_random_uuid(), decode(lpad(to_hex(n), 16, '0'), 'hex'), '\\x01'
    from generate_series(1, ${households}) as s(n)`;
  await service.sql`
    insert into hardship_file (file_id, union_id, head_id, worker_kind, family_size, state, file_level, category,
      cause_group, stood_on, changed_on, filed_on, consented_on, made_by)
    select gen_random_uuid(), ${unionId}, person_id, 'LOCAL', 3, 'FILED',
      case n % 3 when 0 then 'NATIONAL' when 1 then 'PROVINCIAL' else 'CITY' end,
      case n % 4 when 0 then 'DEEP' when 1 then 'ACCIDENT' else 'RELATIVE' end,
      'MEDICAL', '2026-01-05', '2026-01-05', '2026-01-05', '2026-01-01', 'bench'
    from (select person_id, row_number() over () as n from person where person_id <> ${head}) as p`;
  await service.sql`
    insert into relief_year (owner_id, grant_year, programme, used_fen)
    select file_id, date_part('year', now())::int, programme, 500000
    from (select file_id, row_number() over () as n from hardship_file) as f,
      unnest(array['', 'LIVING']) as p(programme)
    where n % 10 = 0`;
  await service.sql`vacuum analyze hardship_file`;
  await service.sql`vacuum analyze relief_year`;
}

async function timed(calls: number, work: () => Promise<unknown>): Promise<number[]> {
  const ms: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const startedAt = performance.now();
    await work();
    ms.push(performance.now() - startedAt);
  }
  return ms;
}

function row(name: string, value: number, unit: string, goal: number): BenchRow {
  return {
    name,
    value,
    unit,
    limitName: '',
    limitValue: undefined,
    ratio: undefined,
    goal: `at most ${String(goal)} ${unit}`,
    met: value <= goal,
  };
}
