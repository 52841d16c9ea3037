// Somebody was seen, or was not: by whom, how and on which day. How he stands from then on follows from it.
import type { LivingCheck } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import {
  CHECK_METHODS,
  CHECK_OUTCOMES,
  checkView,
  findChecks,
  readRound,
  roundYear,
  standingAfter,
} from './living-check.ts';
import { readModelWorker, type ModelWorkerRow } from './model-worker.ts';

interface Ask {
  roundYear: number;
  checkedOn: string;
}
type Holder = Pick<ModelWorkerRow, 'standing' | 'accountId' | 'memberId'>;

/**
 * Refused HOLDER_WITHDRAWN, CHECKER_IS_HOLDER; LIVING_CHECK_DATE for a day outside the round's year, IN_FUTURE. That the
 * round is open is asked before.
 */
export function decideCheck(
  { standing, accountId, memberId }: Holder,
  actor: { id: string; member: string },
  { roundYear: year, checkedOn }: Ask,
  today: string,
): void {
  if (standing === 'WITHDRAWN') throw refused('HOLDER_WITHDRAWN');
  if (actor.id === accountId || (memberId !== null && actor.member === memberId))
    throw refused('CHECKER_IS_HOLDER');
  if (Number(checkedOn.slice(0, 4)) !== year) throw refused('LIVING_CHECK_DATE', { year });
  if (checkedOn > today) throw refused('IN_FUTURE', { date: checkedOn });
}

export const recordLivingCheck = command({
  schema: z.strictObject({
    roundYear,
    personId: id,
    checkedOn: date,
    checkMethod: code(CHECK_METHODS),
    checkOutcome: code(CHECK_OUTCOMES),
    note: optionalText(200),
  }),
  permission: 'competitions.model-worker.write',
  async run(tx, ask): Promise<LivingCheck> {
    const { sql, own, actor, now } = tx;
    const { personId, checkedOn, checkOutcome } = ask;
    await readRound(sql, ask.roundYear);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`model worker ${personId}`}, 0))`;
    const holder = await readModelWorker(sql, personId);
    decideCheck(holder, actor, ask, chinaDate(now));
    await sql`
      insert into living_check (check_id, round_year, person_id, union_id, checked_on, checked_by, method, outcome, note)
      values (${newId()}, ${ask.roundYear}, ${personId}, ${holder.unionId}, ${checkedOn}, ${actor.id},
        ${ask.checkMethod}, ${checkOutcome}, ${ask.note})`;
    const [last] = await findChecks(sql, {
      roundYear: ask.roundYear,
      personId,
      outcome: '',
      limit: 1,
    });
    if (!last) throw notFound('MODEL_WORKER_UNKNOWN', { personId });
    // One that was recorded late says nothing of today where a later one has.
    if (last.checkedOn === checkedOn) {
      const standing = standingAfter(checkOutcome, holder.standing);
      await sql`
        insert into holder_standing (person_id, standing, since_on, set_by)
        values (${personId}, ${standing}, ${checkedOn}, ${actor.id})
        on conflict (person_id) do update set standing = excluded.standing,
          since_on = excluded.since_on, set_by = excluded.set_by
        where holder_standing.standing <> excluded.standing`;
    }
    return checkView(own.vault, last);
  },
});
