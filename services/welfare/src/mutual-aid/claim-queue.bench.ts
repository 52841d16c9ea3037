// Measures the first page of the claim queue with so many open, over gRPC: of whoever runs the plan, and of one grassroots
// union. node services/welfare/src/mutual-aid/claim-queue.bench.ts [claims]
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { openUnion } from '@gonglian/testing/people-scene.ts';
import { percentile, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';
import { clerk, listed, mutualAidSteps } from './scene.ts';

const claims = Number(process.argv[2] ?? 100_000);
const GOAL_MS = 50;
const CALLS = 100;

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
try {
  const root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329999', null, '2000-01-01')`;
  const works = await openUnion(service);
  const mill = await openUnion(service, '合成织造厂工会');
  const steps = mutualAidSteps(service);
  const person = listed();
  const { planId } = await steps.inForce(root, works, [person]);
  const { claimId } = await steps.report(planId, works, person);
  await fill(claimId, mill);
  const { call } = service;
  const ask = { planId: '', unionId: '', state: '', cursor: '', limit: 50, reportedUntil: '' };
  const rows: BenchRow[] = [];
  for (const [who, caller] of [
    ['of the plan', clerk],
    // Its one claim is behind none of the others, and nothing else is its own.
    ['of a union without any', { duty: 'clerk', id: 'c', scope: works }],
  ] as const) {
    await timed(10, () => call('listMutualAidClaims', ask, caller));
    rows.push(row(who, await timed(CALLS, () => call('listMutualAidClaims', ask, caller))));
  }
  printRows(rows);
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
} finally {
  await service.stop();
  await backends.stop();
}

/** Straight into the table: how they come there is not what is measured. */
async function fill(like: string, unionId: string): Promise<void> {
  await service.sql`
    insert into mutual_claim (claim_id, plan_id, enrolment_id, holder_union_id, union_id, person_id, terms_version,
      health_sealed, state, reported_on)
    select gen_random_uuid(), c.plan_id, c.enrolment_id, c.holder_union_id, ${unionId}::uuid, c.person_id, c.terms_version,
      c.health_sealed, case n % 3 when 0 then 'MATERIALS' when 1 then 'CHECKED' else 'REVIEWED' end, c.reported_on
    from mutual_claim as c, generate_series(1, ${claims}::int) as n where c.claim_id = ${like}`;
  await service.sql`analyze`;
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

function row(who: string, ms: readonly number[]): BenchRow {
  const value = percentile(ms, 95);
  return {
    name: `first page of ${claims.toLocaleString('en')} open claims, ${who}, p95`,
    value,
    unit: 'ms',
    limitName: '',
    limitValue: undefined,
    ratio: undefined,
    goal: `≤ ${GOAL_MS} ms`,
    met: value <= GOAL_MS,
  };
}
