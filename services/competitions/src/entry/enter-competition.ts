import type { CompetitionEntryPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, optionalId, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { holdCompetition, ruleBookOf } from '../competition/competition.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { keepNumbers, sendEntries } from '../promotion/send-entries.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideEntry } from './decide-entry.ts';
import { birthDateOf, entryView, findEntries } from './entry.ts';
import { isBelow, refuseFull, takePlaces, requireNoJudge } from './places.ts';

const PEOPLE_MAX = 200;

/** A unit enters its people in a trade: all of them or, where one may not or places run out, nobody. */
export const enterCompetition = command({
  schema: z.strictObject({
    competitionId: id,
    tradeId: id,
    unionId: id,
    teamName: optionalText(60),
    people: z
      .array(
        z.strictObject({
          personName: text(60),
          idNumber: text(18),
          skillGrade: z.int().min(0, 'negative').max(5, 'too_large'),
          memberId: optionalId,
        }),
      )
      .min(1, 'required')
      .max(PEOPLE_MAX, 'too_many'),
  }),
  permission: 'competitions.entry.enter',
  unions: ({ unionId }) => [unionId],
  wholeNode: 'places are counted over all units, and judges are of any',
  async run(tx, ask): Promise<CompetitionEntryPage> {
    const { sql, own, now } = tx;
    const { competitionId, tradeId, unionId, people } = ask;
    await refuseFull(sql, { competitionId, tradeId, count: people.length });
    await requireLivingUnion(sql, unionId);
    const competition = await holdCompetition(sql, competitionId);
    const today = chinaDate(now);
    decideEntry({
      competition,
      trade: competition.trades.find((trade) => trade.tradeId === tradeId),
      below: await isBelow(sql, competition.unionId, unionId),
      people: people.map(({ idNumber, skillGrade }) => ({
        birthDate: birthDateOf(idNumber, today),
        skillGrade,
      })),
      ruleBook: ruleBookOf(competition),
    });
    const personIds = await enterPeople({ sql, vault: own.vault, today }, people);
    await takePlaces(sql, tradeId, people.length);
    await requireNoJudge(sql, { tradeId, unionId, personIds });
    const entryIds = people.map(() => newId());
    const entered = await sql`
      insert into competition_entry (entry_id, competition_id, holder_union_id, trade_id, union_id, entry_kind, person_id,
        member_id, team_name, enrolled_on)
      select e, ${competitionId}::uuid, ${competition.unionId}::uuid, ${tradeId}::uuid, ${unionId}::uuid,
        'PERSON', p, m, ${ask.teamName}, ${today}::date
      from unnest(${entryIds}::uuid[], ${personIds}::uuid[],
        ${people.map(({ memberId }) => memberId || null)}::uuid[]) as n(e, p, m)
      on conflict do nothing returning 1`;
    if (entered.length < people.length) throw refused('ENTRANT_TWICE');
    await keepNumbers(tx, competition, { entryIds, people });
    await sendEntries(tx, competition, entryIds);
    const rows = await findEntries(sql, { entryIds, limit: PEOPLE_MAX });
    return { items: rows.map((row) => entryView(own.vault, row)), nextCursor: '' };
  },
});
