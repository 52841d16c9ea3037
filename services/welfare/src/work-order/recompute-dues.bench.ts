// Measures how long it takes to work out again until when 100,000 orders are to be answered, all of whose days change; beside
// it one statement that writes the same columns of all of them.
// node services/welfare/src/work-order/recompute-dues.bench.ts [orders]
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { median, printRows } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';

const orders = Number(process.argv[2] ?? 100_000);
const ROUNDS = 3;
const SECONDS_MAX = 5;

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
const root = nodeRootUnionId(service.node);
try {
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'COUNTY', '329999', '2010-01-01')`;
  // Classified on the days of two loaded years; each tenth has waited for its caller.
  await service.sql`
    insert into work_order (order_id, union_id, intake, title, content_sealed, order_kind, order_class, region_code,
      state, received_at, started_at, limit_days, counted, stops, due_on, yellow_at)
    select gen_random_uuid(), ${root}, 'CALL', 'x', '\\x00', 'COMPLAINT', 'DIFFICULT', '329999', 'HANDLING', day, day,
      5, 'WORKING',
      case n % 10 when 0 then array[(day::date + 1) || '/' || (day::date + 3)] else '{}' end, day::date, day
    from generate_series(1, ${orders}::int) as n,
      lateral (select timestamptz '2025-01-02 10:00+08' + (n % 690) * interval '1 day') as d (day)`;
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    raw.push(
      await timed(
        () => service.sql`update work_order set due_on = '2020-01-01', yellow_at = '2020-01-01'`,
      ),
    );
    await service.sql`vacuum work_order`;
    ours.push(await timed(() => service.call('recomputeWorkOrderDues', {})));
  }
  const [value, limitValue] = [median(ours), median(raw)];
  const met = value <= SECONDS_MAX * (orders / 100_000);
  printRows([
    {
      name: `${orders.toLocaleString('en')} work orders, each day worked out again`,
      value,
      unit: 's',
      limitName: 'one statement that writes them',
      limitValue,
      ratio: limitValue / value,
      goal: `at most ${SECONDS_MAX} s for 100,000`,
      met,
    },
  ]);
  process.exitCode = met ? 0 : 1;
} finally {
  await service.stop();
  await backends.stop();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}
