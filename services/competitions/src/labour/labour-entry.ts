// A unit's part in a labour competition as it is shown: its targets, and how it was evaluated.
import type { LabourEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { attainedBp, type Target } from './target.ts';

interface Row {
  entryId: string;
  competitionId: string;
  unionId: string;
  unionName: string;
  workers: number;
  targets: Target[];
  evaluatedHundredths: number;
  evaluation: string;
}

/** ENTRY_UNKNOWN for one out of reach. */
export async function getLabourRow(sql: Sql, entryId: string): Promise<Row> {
  const [row] = await sql<Row>`
    select e.entry_id as "entryId", e.competition_id as "competitionId", e.union_id as "unionId",
      coalesce(u.name, '') as "unionName", e.workers, coalesce(v.score, -1) as "evaluatedHundredths",
      coalesce(v.remark, '') as evaluation,
      coalesce((
        select json_agg(json_build_object('targetId', t.target_id, 'title', t.title, 'measure', t.measure,
          'targetHundredths', t.target, 'reachedHundredths', coalesce(p.reached, 0), 'months', p.months) order by t.seq)
        from labour_target as t, lateral (
          select sum(value) as reached, count(*) as months from labour_progress as o where o.target_id = t.target_id) as p
        where t.entry_id = e.entry_id), '[]'::json) as targets
    from competition_entry as e
    left join known_union as u on u.union_id = e.union_id
    left join labour_evaluation as v on v.entry_id = e.entry_id
    where e.entry_id = ${entryId} and e.entry_kind = 'UNIT'`;
  if (!row) throw notFound('ENTRY_UNKNOWN', { entryId });
  return row;
}

export async function labourView(sql: Sql, entryId: string): Promise<LabourEntry> {
  const { targets, evaluatedHundredths, ...row } = await getLabourRow(sql, entryId);
  return {
    ...row,
    targets: targets.map((target) => ({
      ...target,
      targetHundredths: BigInt(target.targetHundredths),
      reachedHundredths: BigInt(target.reachedHundredths),
      attainedBp: attainedBp(target),
    })),
    evaluated: evaluatedHundredths >= 0,
    evaluatedHundredths: Math.max(0, evaluatedHundredths),
  };
}
