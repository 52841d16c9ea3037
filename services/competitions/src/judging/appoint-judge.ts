import type { CompetitionJudge } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { getCompetitionRow, holdCompetition, ruleBookOf } from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { requireNoEntrant } from '../entry/places.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command, type Sql } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { findJudges, judgeView } from './judge.ts';

/** Nobody of an entrant's unit judges his trade, and nobody who enters it himself. */
export const appointJudge = command({
  schema: z.strictObject({
    competitionId: id,
    tradeId: id,
    unionId: id,
    accountId: text(100),
    personName: text(60),
    idNumber: text(18),
  }),
  permission: 'competitions.judge.appoint',
  async run({ sql, own, now, requireUnions, beyondScope }, ask): Promise<CompetitionJudge> {
    const { competitionId, tradeId, unionId, accountId } = ask;
    const { unionId: holderId } = await getCompetitionRow(sql, competitionId);
    await requireUnions([holderId]);
    await beyondScope('a judge may come from any unit of the node');
    await requireLivingUnion(sql, unionId);
    const competition = await holdCompetition(sql, competitionId);
    requireState(competition, 'ANNOUNCED', 'ENROLLING', 'QUALIFYING', 'FINAL');
    if (!competition.trades.some((trade) => trade.tradeId === tradeId))
      throw notFound('COMPETITION_TRADE_UNKNOWN');
    const today = chinaDate(now);
    const [personId = ''] = await enterPeople({ sql, vault: own.vault, today }, [ask]);
    await requireNoEntrant(sql, { tradeId, unionId, personId });
    await requireRoom(sql, tradeId, ruleBookOf(competition).judgesMax);
    const judgeId = newId();
    const appointed = await sql`
      insert into competition_judge (judge_id, competition_id, trade_id, holder_union_id, union_id, account_id, person_id)
      values (${judgeId}, ${competitionId}, ${tradeId}, ${holderId}, ${unionId}, ${accountId}, ${personId})
      on conflict do nothing returning 1`;
    if (appointed.length === 0) throw refused('JUDGE_TWICE');
    const judge = (await findJudges(sql, competitionId)).find((one) => one.judgeId === judgeId);
    if (!judge) throw notFound('NOT_FOUND');
    return judgeView(own.vault, judge);
  },
});

async function requireRoom(sql: Sql, tradeId: string, judgesMax: number): Promise<void> {
  const judges = await sql`
    select from competition_judge where trade_id = ${tradeId} limit ${judgesMax}`;
  if (judges.length >= judgesMax) throw refused('JUDGES_TOO_MANY', { judgesMax });
}
