import { contestResultsTold } from '@gonglian/contracts/contests.ts';
import type { ContestResultSaid } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import type { Tx } from '../pipeline.ts';

/** To each node below that has sent somebody: what its own came back with, and nothing of others. */
export async function tellContestResults(
  { sql, node, emit }: Pick<Tx, 'sql' | 'node' | 'emit'>,
  competitionId: string,
): Promise<void> {
  const nodes = await sql<{ toNode: string; results: ContestResultSaid[] }>`
    select e.from_node as "toNode", coalesce(json_agg(json_build_object('entryId', r.entry_id, 'rank', r.rank,
      'prize', r.prize) order by r.rank, r.entry_id) filter (where r.entry_id is not null), '[]') as results
    from competition_entry as e left join competition_result as r using (entry_id)
    where e.competition_id = ${competitionId} and e.state = 'ENROLLED' and e.from_node <> ''
    group by e.from_node order by e.from_node`;
  for (const { toNode, results } of nodes)
    emit(contestResultsTold, { competitionId, fromNode: node, toNode, results });
}
