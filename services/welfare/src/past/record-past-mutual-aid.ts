// Claims of mutual aid that were paid long ago: to whom, when and how much. The illness is not taken over.
import type { RecordedPastWelfare } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { mutualAidPaid } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { PAST_ROWS_MAX, requireKnownUnions, requirePast } from '@gonglian/service/past.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { amountFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';

/** Duplicate CLAIM_RECORDED: a person once on a day by a plan. */
export const recordPastMutualAid = command({
  schema: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          unionId: id,
          personName: text(60),
          idNumber: text(18),
          planName: text(60),
          paidOn: date,
          amountFen,
        }),
      )
      .min(1, 'required')
      .max(PAST_ROWS_MAX, 'too_many'),
  }),
  permission: 'welfare.past.record',
  unions: ({ rows }) => rows.map(({ unionId }) => unionId),
  async run({ sql, own, actor, now, emit }, { rows }): Promise<RecordedPastWelfare> {
    const today = chinaDate(now);
    const spans = rows.map(({ paidOn }) => ({ beganOn: paidOn, endedOn: paidOn }));
    requirePast(spans, today, welfarePolicy('past.days_after', today));
    const unions = rows.map(({ unionId }) => unionId);
    await requireKnownUnions(sql, unions);
    const people = await enterPeople({ sql, vault: own.vault, today }, rows);
    const ids = rows.map(() => newId());
    const written = await sql`
      insert into mutual_past_claim (past_claim_id, union_id, person_id, plan_name, paid_on, amount_fen, recorded_by)
      select id, union_id, person_id, plan_name, paid_on, fen, ${actor.id}::text
      from unnest(${ids}::uuid[], ${unions}::uuid[], ${people}::uuid[],
        ${rows.map(({ planName }) => planName)}::text[], ${rows.map(({ paidOn }) => paidOn)}::date[],
        ${rows.map((row) => row.amountFen)}::bigint[]) as r(id, union_id, person_id, plan_name, paid_on, fen)
      on conflict do nothing returning 1`;
    if (written.length < rows.length) throw duplicate('CLAIM_RECORDED');
    for (const [at, { unionId, paidOn, amountFen: fen }] of rows.entries())
      emit(mutualAidPaid, {
        claimId: ids[at] ?? '',
        unionId,
        planKind: '',
        paidOn,
        amountFen: BigInt(fen),
      });
    return { recorded: rows.length };
  },
});
