// What a contest was made of, by the same view that the recount counts.
import type { RankCount } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import type { Sql } from '../pipeline.ts';

interface Made {
  unionId: string;
  movement: string;
  kind: string;
  rank: string;
  heads: number;
}

export interface MadeOf {
  tradeCodes: string[];
  regionCodes: string[];
  teams: number;
  /** Of each unit with an entry. */
  unit(unionId: string): { industry: string; ranks: RankCount[] };
}

export async function readMadeOf(sql: Sql, competitionId: string): Promise<MadeOf> {
  const rows = await sql<Made>`
    select union_id as "unionId", movement, kind, prize as rank, sum(heads)::int as heads
    from contest_made_of where competition_id = ${competitionId}
    group by union_id, movement, kind, prize order by movement, kind, length(prize), prize`;
  const of = (movement: string) => rows.filter((row) => row.movement === movement);
  const kinds = (movement: string) => of(movement).map(({ kind }) => kind);
  return {
    tradeCodes: kinds('trade_held'),
    regionCodes: kinds('province_entered'),
    teams: of('team_entered')[0]?.heads ?? 0,
    unit: (unionId) => ({
      industry: of('industry_entered').find((row) => row.unionId === unionId)?.kind ?? '',
      ranks: of('rank_achieved')
        .filter((row) => row.unionId === unionId)
        .map(({ rank, heads }) => ({ rank: Number(rank), count: heads })),
    }),
  };
}
