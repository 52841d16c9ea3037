import type { CompetitionEntryPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';
import { entryView, findEntries } from './entry.ts';

/** A unit sees its own; whoever holds it sees all, and who judges it no bench number before scores are locked. */
export const listCompetitionEntries = query({
  schema: z.strictObject({
    competitionId: id,
    tradeId: optionalId,
    cursor: optionalId,
    limit: limit(500),
  }),
  permission: 'competitions.entry.read',
  async run({ sql, own, actor }, ask): Promise<CompetitionEntryPage> {
    const { competitionId, tradeId, cursor } = ask;
    const find = { competitionId, tradeId: tradeId || null, after: cursor || null };
    const rows = await findEntries(sql, { ...find, limit: ask.limit });
    const judges = await isScoring(sql, competitionId, actor.id);
    return {
      items: rows.map((row) => entryView(own.vault, row, judges)),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.entryId ?? '') : '',
    };
  },
});

async function isScoring(sql: Sql, competitionId: string, account: string): Promise<boolean> {
  const rows = await sql`
    select from competition_judge as j join competition as c using (competition_id)
    where competition_id = ${competitionId} and j.account_id = ${account}
      and c.state in ('ENROLLING', 'QUALIFYING', 'FINAL') limit 1`;
  return rows.length > 0;
}
