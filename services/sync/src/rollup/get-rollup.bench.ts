// Measures the page of numbers over gRPC, as the gateway asks for it: a node whose townships hold 75,000 unions with
// five years of months. node services/sync/src/rollup/get-rollup.bench.ts [unions]
import { percentile, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startNode, type SceneNode } from '../scene.ts';
import { township } from '../told.ts';

const unions = Number(process.argv[2] ?? 75_000);
const TOWNSHIPS = 30;
const GOAL_MS = 50;
const CALLS = 300;

/** Every total and "of which" that the rules of this service can make. */
const kinds = [
  '',
  'org_kind=independent',
  'org_kind=kindergarten',
  'org_kind=new_form;part_of=independent',
  'org_kind=non_public_enterprise;part_of=independent',
  'org_kind=social_organisation;part_of=independent',
];
const workers = [
  '',
  'sex=female',
  'worker_group=kindergarten_staff',
  'worker_group=migrant_worker',
  'worker_group=new_form',
];
/** Members of sets, each with cells of its own. */
const members = (indicator: string, key: string, count: number) =>
  Array.from({ length: count }, (_, n) => [indicator, `${key}=m${n}`]);
const cells = [
  ...members('competition_trades', 'trade', 40),
  ...members('competition_industries', 'industry', 20),
  ...kinds.flatMap((dims) => [
    ['unions_newly_established', dims],
    ['unions_total', dims],
  ]),
  ...workers.flatMap((dims) => [
    ['members_recruited', dims],
    ['members_total', dims],
  ]),
  ['union_reelections_completed', ''],
  ['union_groups_established', ''],
];

const backends = await startBackends({ durable: true });
const node = await startNode({ natsUrl: backends.natsUrl, backends });
try {
  const towns = Array.from({ length: TOWNSHIPS }, () => township(node.root));
  await node.tell(...towns);
  await node.service.settled();
  await fill(node);
  const [town] = towns;
  const rollup =
    (period: string, unionId = '') =>
    () =>
      node.service.call('getRollup', { unionId, period });
  const rows = [
    await measure('page of a year, 30 parts', rollup('2025')),
    await measure('page of a month, 30 parts', rollup('2025-11')),
    await measure('page of a township', rollup('2025', town?.id)),
  ];
  printRows(rows);
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
} finally {
  await node.stop();
  await backends.stop();
}

/** Straight into the tables: counting this many facts is measured elsewhere. */
async function fill({ service, root, region }: SceneNode): Promise<void> {
  const startedAt = performance.now();
  await service.sql`
    insert into placement (union_id, from_month, to_month, reporting_union_id)
    select gen_random_uuid(), '0000-00', '9999-99', r.union_id
    from (select union_id from reporting_union where depth = 1 and node = ${region}) as r,
      generate_series(1, ${Math.ceil(unions / TOWNSHIPS)}::int)`;
  await service.sql`
    insert into union_cell (union_id, indicator, dims, period, value)
    select p.union_id, 'members_total', '', to_char(m, 'YYYY-MM'), 1 + (random() * 5)::int
    from placement as p,
      generate_series('2021-01-01'::date, '2025-12-01', interval '1 month') as m
    where p.reporting_union_id <> ${root}`;
  await service.sql`
    insert into cell
      (union_id, scope, indicator, dims, period, said_by, value, version, declared)
    select r.union_id, s.scope, c.indicator, c.dims, to_char(m, 'YYYY-MM'), '', 100, 1, false
    from reporting_union as r
    join (values ('own', 0), ('subtree', 0), ('subtree', 1)) as s(scope, depth) on s.depth = r.depth
    cross join unnest(${cells.map(([code]) => code)}::text[],
      ${cells.map(([, dims]) => dims)}::text[]) as c(indicator, dims)
    cross join generate_series('2021-01-01'::date, '2025-12-01', interval '1 month') as m`;
  await service.sql`vacuum analyze`;
  const [size] = await service.sql<{ placed: string; counted: string; published: string }>`
    select (select count(*) from placement) as placed, (select count(*) from union_cell) as counted,
      (select count(*) from cell) as published`;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(
    `${size?.placed} unions, ${size?.counted} of their own cells, ${size?.published} published ` +
      `cells, made in ${seconds} s`,
  );
}

async function measure(name: string, ask: () => Promise<unknown>): Promise<BenchRow> {
  for (let call = 0; call < CALLS / 10; call += 1) await ask();
  const ms: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const startedAt = performance.now();
    await ask();
    ms.push(performance.now() - startedAt);
  }
  const value = percentile(ms, 95);
  console.log(
    `${name}: p50 ${percentile(ms, 50).toFixed(1)} ms, p99 ${percentile(ms, 99).toFixed(1)} ms`,
  );
  return {
    name: `${name}, p95`,
    value,
    unit: 'ms',
    limitName: '',
    limitValue: undefined,
    ratio: undefined,
    goal: `at most ${GOAL_MS} ms`,
    met: value <= GOAL_MS,
  };
}
