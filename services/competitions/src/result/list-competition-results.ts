import type {
  CompetitionResult,
  CompetitionResultPage,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { id, limit, optionalId } from '@gonglian/service/fields.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { shownName } from '@gonglian/service/person.ts';
import { query, type Sql } from '../pipeline.ts';

const CURSOR = /^(\d{1,9})~([0-9a-f-]{36})$/;

interface Row extends Omit<CompetitionResult, 'personNameMasked' | 'payoutState'> {
  personId: string;
  sealed: Buffer | null;
}

/** Who administers or supervises reads which unit won what, and no name of anybody. */
const NAMELESS = ['supervisor', 'admin'];

/** Published for everybody, the best first; of persons the masked name. */
export const listCompetitionResults = query({
  schema: z.strictObject({
    competitionId: id,
    tradeId: optionalId,
    cursor: z.string().max(60, 'too_long'),
    limit: limit(500),
  }),
  permission: 'competitions.competition.read',
  async run({ sql, own, actor, beyondScope }, ask): Promise<CompetitionResultPage> {
    const [rank, entryId] = after(ask.cursor);
    const paid = await readPaid(sql, ask.competitionId);
    await beyondScope('a result that is published is of everybody; no name in it is whole');
    const rows = await sql<Row>`
      select r.entry_id as "entryId", coalesce(r.trade_id::text, '') as "tradeId", r.union_id as "unionId",
        coalesce(u.name, '') as "unionName", e.person_id as "personId", p.name_sealed as sealed, r.rank,
        r.total as "totalHundredths", r.prize, r.awards, coalesce(r.issued_on::text, '') as "issuedOn",
        r.certificate_no as "certificateNo"
      from competition_result as r join competition_entry as e using (entry_id)
      join competition as c on c.competition_id = r.competition_id
      left join person as p on p.person_id = e.person_id
      left join known_union as u on u.union_id = r.union_id
      where r.competition_id = ${ask.competitionId}
        and c.state in ('RESULT_PUBLISHED', 'AWARDS_ISSUED', 'ARCHIVED')
        and (${ask.tradeId || null}::uuid is null or r.trade_id = ${ask.tradeId || null}::uuid)
        and (r.rank, r.entry_id) > (${rank}::int, ${entryId}::uuid)
      order by r.rank, r.entry_id limit ${ask.limit}`;
    const last = rows.at(-1);
    const nameless = NAMELESS.includes(actor.duty);
    return {
      items: rows.map(({ personId, sealed, ...shown }) => ({
        ...shown,
        payoutState: paid.get(shown.entryId) ?? '',
        personNameMasked: sealed && !nameless ? shownName(own.vault, personId, sealed) : '',
      })),
      nextCursor: last && rows.length === ask.limit ? `${last.rank}~${last.entryId}` : '',
    };
  },
});

/** How far the money of its prizes has come, of what the caller reaches. */
async function readPaid(sql: Sql, competitionId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ entryId: string; state: string }>`
    select l.record_id as "entryId", l.state from competition_result as r
    join payout_line as l on l.payout_kind = 'COMPETITION_PRIZE' and l.record_id = r.entry_id::text
      and l.state <> 'DROPPED'
    where r.competition_id = ${competitionId} and r.prize <> ''`;
  return new Map(rows.map(({ entryId, state }) => [entryId, state]));
}

function after(cursor: string): [rank: number, entryId: string] {
  if (cursor === '') return [0, '00000000-0000-0000-0000-000000000000'];
  const [, rank = '', entryId = ''] = CURSOR.exec(cursor) ?? [];
  if (rank === '') throw invalid('CURSOR_INVALID');
  return [Number(rank), entryId];
}
