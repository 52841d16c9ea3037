// Measures the check of a slate of 5,000 nominations over gRPC, and its submission, beside one statement that reads the
// same rows in the same run. node services/competitions/src/nomination/slate-check.bench.ts [nominations]
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { median, percentile, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { testOwn } from '../fixtures.ts';
import { roundAsk } from '../honour/scene.ts';
import { parts } from '../service.ts';

const nominations = Number(process.argv[2] ?? 5_000);
const honourCode = 'MAY_DAY_MEDAL';
const GOAL_MS = 1_000;
const CALLS = 50;
const SUBMISSIONS = 5;

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, { ...testOwn(), level: 'NATIONAL' }, { backends });
try {
  const rounds: string[] = [];
  for (let n = 0; n < SUBMISSIONS; n += 1) rounds.push(await filledRound());
  await service.sql`analyze`;
  const [roundId = ''] = rounds;
  const ask = { roundId, honourCode };
  const checks = await timed(CALLS, () => service.call('checkHonourSlate', ask));
  const read = await timed(
    CALLS,
    () => service.sql`
      select traits, single_listed from nomination
      where round_id = ${roundId} and honour_code = ${honourCode} and quota_union_id is not null`,
  );
  const submitted = { honourCode, submittedOn: '2026-03-10' };
  let next = 0;
  const submissions = await timed(SUBMISSIONS, () => {
    const round = rounds[next] ?? '';
    next += 1;
    return service.call('submitHonourSlate', { roundId: round, ...submitted });
  });
  const rows = [row('slate check, p99', checks, read), row('slate submission', submissions, read)];
  printRows(rows);
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
} finally {
  await service.stop();
  await backends.stop();
}

/** Straight into the table: how they come there is not what is measured. */
async function filledRound(): Promise<string> {
  const places = [{ honourCode, places: nominations, singleListed: 0 }];
  const opened = await service.call('openHonourRound', roundAsk('NATIONAL', places));
  const roundId = opened.round?.roundId ?? '';
  const unionId = nodeRootUnionId(service.node);
  const ids = Array.from({ length: nominations }, () => newId());
  await service.sql`
    insert into nomination (nomination_id, round_id, honour_code, union_id, holder, holder_name,
      subject_key, traits, single_listed, deeds_sealed, state, stood_on, made_by, quota_union_id,
      submitted_on)
    select id::uuid, ${roundId}, ${honourCode}, ${unionId}, 'TEAM', '一班组', id,
      array['NON_PUBLIC_FIRM', 'KEY_INDUSTRY', 'WOMAN', 'MINORITY', 'NEW_FORM_WORKER',
        case n % 5 when 0 then 'SCIENCE_EDUCATION' when 1 then 'FRONTLINE_WORKER'
          when 2 then 'MIGRANT_WORKER' else 'INDUSTRIAL_WORKER' end],
      false, ''::bytea, 'SUBMITTED', '2026-03-10', 'bench', ${unionId}, '2026-03-10'
    from unnest(${ids}::text[]) with ordinality as u(id, n)`;
  return roundId;
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

function row(name: string, ours: readonly number[], read: readonly number[]): BenchRow {
  const [value, limitValue] = [percentile(ours, 99), median(read)];
  return {
    name: `${name} of ${nominations.toLocaleString('en')}`,
    value,
    unit: 'ms',
    limitName: 'the rows read by one statement',
    limitValue,
    ratio: value / limitValue,
    goal: `at most ${String(GOAL_MS)} ms`,
    met: value <= GOAL_MS,
  };
}
