// A made-up trade with the score sheets of its judges, straight in the tables: for tests and benchmarks.
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Service } from '../scene.ts';
import type { RankedModule } from './ranking.ts';

export interface MadeTrade {
  competitionId: string;
  tradeId: string;
  modules: RankedModule[];
  judgeIds: string[];
}

/** A contest in its final, with a trade of these modules and as many judges, and nobody in it. */
export async function makeTrade(
  service: Service,
  modules: readonly RankedModule[],
  judges: number,
): Promise<MadeTrade> {
  const { sql, node } = service;
  const [competitionId, tradeId, holder] = [newId(), newId(), nodeRootUnionId(node)];
  const judgeIds = Array.from({ length: judges }, () => newId());
  await sql`
    insert into competition (competition_id, union_id, name, kind, level, competition_class, origin, organiser_name,
      season, basis_document, held_from, held_to, project_name, prize_fen, organising_fen, stages, state, announced_on)
    values (${competitionId}, ${holder}, '合成焊工赛', 'SKILL', 'COUNTY', 2, 'HELD', '', 2020, '合工发〔2020〕8号',
      '2020-06-01', '2020-06-02', '', 0, 0, '[]', 'FINAL', '2020-05-01')`;
  const titled = modules.map((module) => ({ ...module, title: '模块' }));
  await sql`
    insert into competition_trade (trade_id, competition_id, holder_union_id, seq, title, standard_grade, places, age_max,
      finalists, modules)
    values (${tradeId}, ${competitionId}, ${holder}, 1, '焊工', 0, 100000, 0, 0, ${JSON.stringify(titled)})`;
  await sql`
    insert into person (person_id, person_key, name_sealed)
    select id, uuid_send(id), '\\x00' from unnest(${judgeIds}::uuid[]) as p(id)`;
  await sql`
    insert into competition_judge (judge_id, competition_id, trade_id, holder_union_id, union_id, account_id, person_id)
    select id, ${competitionId}::uuid, ${tradeId}::uuid, ${holder}::uuid, ${holder}::uuid, 'judge-' || n, id
    from unnest(${judgeIds}::uuid[]) with ordinality as j(id, n)`;
  return { competitionId, tradeId, modules: [...modules], judgeIds };
}

/** Of each judge a sheet of each module for each bench; the same benches have the same scores whenever they are made. */
export async function makeSheets(
  { sql, node }: Pick<Service, 'sql' | 'node'>,
  { competitionId, tradeId, modules, judgeIds }: MadeTrade,
  benches: number,
): Promise<void> {
  await sql`
    insert into score_sheet (trade_id, stage, bench_no, module_no, judge_id, competition_id, holder_union_id, score, seconds,
      recorded_at)
    select ${tradeId}::uuid, 'FINAL', b, m, j.id, ${competitionId}::uuid, ${nodeRootUnionId(node)}::uuid,
      6000 + abs(hashint4(b * 1000 + m * 50 + j.n::int)) % 4001, abs(hashint4(b * 10 + m)) % 3600, now()
    from unnest(${judgeIds}::uuid[]) with ordinality as j(id, n),
      unnest(${modules.map(({ moduleNo }) => moduleNo)}::int[]) as m, generate_series(1, ${benches}::int) as b`;
}
