import { contestEntryWithdrawn } from '@gonglian/contracts/contests.ts';
import type { CompetitionEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { holdCompetition } from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { command, type Sql } from '../pipeline.ts';
import { entryView, findEntries, type EntryRow } from './entry.ts';

/** His place is free for another as long as enrolment goes on. */
export const withdrawEntry = command({
  schema: z.strictObject({ entryId: id, expectedVersion }),
  permission: 'competitions.entry.enter',
  async run(tx, ask): Promise<CompetitionEntry> {
    const { sql, own, node, emit } = tx;
    const found = await getEntry(sql, ask.entryId);
    await tx.requireUnions([found.unionId]);
    await tx.beyondScope('the places of a trade are of the union that holds it');
    requireState(await holdCompetition(sql, found.competitionId), 'ENROLLING');
    if (found.state !== 'ENROLLED') throw refused('ENTRY_WITHDRAWN');
    const changed = await sql`
      update competition_entry set state = 'WITHDRAWN', version = version + 1
      where entry_id = ${ask.entryId} and version = ${ask.expectedVersion} returning 1`;
    if (changed.length === 0) throw stale('VERSION_MOVED', { version: found.version });
    await sql`
      update competition_trade set taken = taken - 1
      where trade_id = ${found.tradeId || null}::uuid`;
    const { entryId, sentTo } = found;
    if (sentTo !== '') emit(contestEntryWithdrawn, { entryId, fromNode: node, toNode: sentTo });
    return entryView(own.vault, await getEntry(sql, ask.entryId));
  },
});

async function getEntry(sql: Sql, entryId: string): Promise<EntryRow> {
  const [row] = await findEntries(sql, { entryIds: [entryId], limit: 1 });
  if (!row) throw notFound('ENTRY_UNKNOWN', { entryId });
  return row;
}
