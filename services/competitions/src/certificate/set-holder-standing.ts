// Somebody honoured has died, moved away or cannot be found: what allowances and visits go by.
import type { HolderStanding } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { code, date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDate } from '../nomination/steps.ts';
import { command } from '../pipeline.ts';
import { STANDINGS } from './standing.ts';

const EARLIEST = '1949-10-01';

export const setHolderStanding = command({
  schema: z.strictObject({
    personId: id,
    standing: code(STANDINGS),
    sinceOn: date,
  }),
  permission: 'competitions.honour.record',
  async run({ sql, actor, now }, ask): Promise<HolderStanding> {
    const { personId, standing, sinceOn } = ask;
    decideDate(EARLIEST, sinceOn, chinaDate(now));
    const held = await sql`select from honour_grant where person_id = ${personId} limit 1`;
    if (held.length === 0) throw notFound('HONOUR_HOLDER_UNKNOWN', { personId });
    await sql`
      insert into holder_standing (person_id, standing, since_on, set_by)
      values (${personId}, ${standing}, ${sinceOn}, ${actor.id})
      on conflict (person_id) do update set standing = excluded.standing,
        since_on = excluded.since_on, set_by = excluded.set_by`;
    return ask;
  },
});
