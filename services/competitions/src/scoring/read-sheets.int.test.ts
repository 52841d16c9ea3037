import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTx, startCompetitions, type Service } from '../scene.ts';
import { makeSheets, makeTrade, type MadeTrade } from './made-sheets.ts';
import type { RankedModule } from './ranking.ts';
import { rankOf } from './read-sheets.ts';
import { RULE_BOOK_POLICY } from './rule-book.ts';

// What the database adds up and the ranking makes of it, against every sheet looked at by itself in exact fractions.

const BENCHES = 300;
const ruleBook = RULE_BOOK_POLICY[0]?.value ?? expect.fail();
const modules: RankedModule[] = [
  { moduleNo: 1, moduleKind: 'THEORY', weightBp: 3_000 },
  { moduleNo: 2, moduleKind: 'PRACTICAL', weightBp: 3_300 },
  { moduleNo: 3, moduleKind: 'PRACTICAL', weightBp: 3_700 },
];

let service: Service;
beforeAll(async () => {
  service = await startCompetitions();
});
afterAll(() => service.stop());

test('three hundred benches with other judges each, some of them corrected, are ranked exactly', async () => {
  const trade = await makeTrade(service, modules, 9);
  await makeSheets(service, trade, BENCHES);
  // Of each module other judges stay away, so that four, five and more have judged: always another denominator.
  await service.sql`
    delete from score_sheet where trade_id = ${trade.tradeId}
      and random() < (module_no - 1) * 0.25 and judge_id <> ${trade.judgeIds[0]}`;
  await correctSome(trade);
  const ranked = await inTx(service, ({ sql }) => rankOf(sql, trade, 'FINAL', ruleBook));
  const expected = await oracle(trade.tradeId);
  expect(ranked).toHaveLength(BENCHES);
  for (const { benchNo, total, practical, seconds } of ranked)
    expect({ benchNo, total, practical, seconds }).toEqual(expected.get(benchNo));
  for (const { rank, total } of ranked) {
    const before = ranked.filter((one) => one.total > total).length;
    const level = ranked.filter((one) => one.total === total).length;
    expect(rank).toBeGreaterThan(before);
    expect(rank).toBeLessThanOrEqual(before + level);
  }
  expect(await inTx(service, ({ sql }) => rankOf(sql, trade, 'QUALIFYING', ruleBook))).toEqual([]);
});

/** One sheet in ten is corrected, and each of these a second time: the last one counts. */
async function correctSome({ competitionId, tradeId }: MadeTrade): Promise<void> {
  const holder = nodeRootUnionId(service.node);
  for (const points of [1, 2]) {
    const sheets = await service.sql<{ benchNo: number; moduleNo: number; judgeId: string }>`
      select bench_no as "benchNo", module_no as "moduleNo", judge_id as "judgeId" from score_sheet
      where trade_id = ${tradeId} and bench_no % 10 = 0 order by bench_no, module_no, judge_id`;
    await service.sql`
      insert into score_correction (correction_id, competition_id, holder_union_id, trade_id, bench_no, module_no,
        judge_id, old_score, score, reason, correction_document, corrected_by, corrected_at, signature)
      select id, ${competitionId}::uuid, ${holder}::uuid, ${tradeId}::uuid, b, m, j, 0,
        b * 7 + m * 11 + ${points}::int, '抄录错误', '更正单', 'chair', now(), '\\x00'
      from unnest(${sheets.map(() => newId())}::uuid[], ${sheets.map((s) => s.benchNo)}::int[],
        ${sheets.map((s) => s.moduleNo)}::int[], ${sheets.map((s) => s.judgeId)}::uuid[]) as c(id, b, m, j)`;
  }
}

interface Sheet {
  benchNo: number;
  moduleNo: number;
  score: number;
  seconds: number;
}

async function oracle(tradeId: string) {
  const sheets = await service.sql<Sheet>`
    select bench_no as "benchNo", module_no as "moduleNo", seconds,
      coalesce((select score from score_correction as k where (k.bench_no, k.module_no, k.judge_id) =
        (s.bench_no, s.module_no, s.judge_id) order by correction_id desc limit 1), score) as score
    from score_sheet as s where trade_id = ${tradeId}`;
  const known = [...Map.groupBy(sheets, ({ benchNo }) => benchNo)].map(([benchNo, of]) => {
    const seconds = modules.map(({ moduleNo }) =>
      Math.max(0, ...of.filter((one) => one.moduleNo === moduleNo).map((one) => one.seconds)),
    );
    const practical = modules.filter(({ moduleKind }) => moduleKind === 'PRACTICAL');
    const longest = seconds.reduce((sum, each) => sum + each, 0);
    const worth = { total: exact(modules, of), practical: exact(practical, of), seconds: longest };
    return [benchNo, { benchNo, ...worth }] as const;
  });
  return new Map(known);
}

/** The weighted mean in hundredths, half up, as one fraction of whole numbers. */
function exact(of: readonly RankedModule[], sheets: readonly Sheet[]): number {
  let [above, below] = [0n, 1n];
  for (const { moduleNo, weightBp } of of) {
    const all = sheets.filter((one) => one.moduleNo === moduleNo).map(({ score }) => score);
    all.sort((a, b) => a - b);
    const counted = all.length >= 5 ? all.slice(1, -1) : all;
    if (counted.length === 0) continue;
    const sum = BigInt(counted.reduce((added, score) => added + score, 0));
    const under = BigInt(counted.length) * 10_000n;
    above = above * under + sum * BigInt(weightBp) * below;
    below *= under;
  }
  return Number((2n * above + below) / (2n * below));
}
