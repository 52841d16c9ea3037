// Who judges a trade, as his name is shown.
import type { CompetitionJudge } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

export interface JudgeRow {
  judgeId: string;
  tradeId: string;
  unionId: string;
  unionName: string;
  accountId: string;
  personId: string;
  sealed: Buffer;
}

export function findJudges(sql: Sql, competitionId: string): Promise<JudgeRow[]> {
  return sql<JudgeRow>`
    select j.judge_id as "judgeId", j.trade_id as "tradeId", j.union_id as "unionId",
      coalesce(u.name, '') as "unionName", j.account_id as "accountId", j.person_id as "personId",
      p.name_sealed as sealed
    from competition_judge as j join person as p using (person_id)
    left join known_union as u on u.union_id = j.union_id
    where j.competition_id = ${competitionId} order by j.judge_id`;
}

export function judgeView(
  vault: Vault,
  { personId, sealed, ...shown }: JudgeRow,
): CompetitionJudge {
  return { ...shown, personNameMasked: shownName(vault, personId, sealed) };
}
