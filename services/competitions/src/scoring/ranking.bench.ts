// Measures the score board of one trade over gRPC, from the database to the ranks: 10,000 entrants, 6 modules, 7 judges,
// 420,000 score sheets. Beside it one statement that adds up the same rows in the same run.
// node services/competitions/src/scoring/ranking.bench.ts [entrants]
import { median, percentile, printRows } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';
import { makeSheets, makeTrade } from './made-sheets.ts';
import type { RankedModule } from './ranking.ts';

const entrants = Number(process.argv[2] ?? 10_000);
const JUDGES = 7;
const ROUNDS = 20;
const GOAL_MS = 1_000;
const weights = [500, 1_000, 1_500, 2_000, 2_000, 3_000];
const modules: RankedModule[] = weights.map((weightBp, n) => ({
  moduleNo: n + 1,
  moduleKind: n < 2 ? 'THEORY' : 'PRACTICAL',
  weightBp,
}));

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
try {
  const trade = await makeTrade(service, modules, JUDGES);
  await makeSheets(service, trade, entrants);
  await service.sql`analyze`;
  const { competitionId, tradeId } = trade;
  const ranked = await timed(async () => {
    const { items } = await service.call('getStanding', { competitionId, tradeId });
    if (items.length !== entrants) throw new Error(`${items.length} were ranked`);
  });
  const added = await timed(
    () => service.sql`select sum(score) from score_sheet where trade_id = ${tradeId}`,
  );
  const [value, limitValue] = [percentile(ranked, 99), median(added)];
  const sheets = (entrants * modules.length * JUDGES).toLocaleString('en');
  const met = value <= GOAL_MS;
  printRows([
    {
      name: `${entrants.toLocaleString('en')} entrants ranked from ${sheets} sheets in the database, p99`,
      value,
      unit: 'ms',
      limitName: 'the same rows added up by one statement',
      limitValue,
      ratio: value / limitValue,
      goal: `at most ${GOAL_MS} ms`,
      met,
    },
  ]);
  process.exitCode = met ? 0 : 1;
} finally {
  await service.stop();
  await backends.stop();
}

/** Milliseconds of each round; the first, in which the code is compiled, counts like the others. */
async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const ms: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await work();
    ms.push(performance.now() - startedAt);
  }
  return ms;
}
