import type { LabourEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { holdCompetition } from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { isBelow } from '../entry/places.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { labourView } from './labour-entry.ts';

const TARGET_MAX = 10_000_000_000n;

/** A unit takes part in a labour competition with targets that can be measured. */
export const signUpUnit = command({
  schema: z.strictObject({
    competitionId: id,
    unionId: id,
    workers: z.int().min(1, 'too_small').max(1_000_000, 'too_large'),
    targets: z
      .array(
        z.strictObject({
          title: text(60),
          measure: text(20),
          targetHundredths: z.bigint().min(1n, 'too_small').max(TARGET_MAX, 'too_large'),
        }),
      )
      .min(1, 'required')
      .max(20, 'too_many'),
  }),
  permission: 'competitions.entry.enter',
  unions: ({ unionId }) => [unionId],
  wholeNode: 'the competition is of a union above',
  async run({ sql, now }, { competitionId, unionId, workers, targets }): Promise<LabourEntry> {
    await requireLivingUnion(sql, unionId);
    const competition = await holdCompetition(sql, competitionId);
    requireState(competition, 'ENROLLING');
    if (competition.kind === 'SKILL') throw refused('COMPETITION_OF_PERSONS');
    if (!(await isBelow(sql, competition.unionId, unionId))) throw refused('ENTRANT_NOT_BELOW');
    const entryId = newId();
    const entered = await sql`
      insert into competition_entry (entry_id, competition_id, holder_union_id, union_id, entry_kind, team_name, workers,
        enrolled_on)
      values (${entryId}, ${competitionId}, ${competition.unionId}, ${unionId}, 'UNIT', '', ${workers},
        ${chinaDate(now)})
      on conflict do nothing returning 1`;
    if (entered.length === 0) throw refused('UNIT_TWICE');
    await sql`
      insert into labour_target (target_id, entry_id, holder_union_id, union_id, seq, title, measure, target)
      select id, ${entryId}::uuid, ${competition.unionId}::uuid, ${unionId}::uuid, n, title, measure, target
      from unnest(${targets.map(() => newId())}::uuid[], ${targets.map(({ title }) => title)}::text[],
        ${targets.map(({ measure }) => measure)}::text[],
        ${targets.map(({ targetHundredths }) => targetHundredths)}::bigint[])
        with ordinality as t(id, title, measure, target, n)`;
    return labourView(sql, entryId);
  },
});
