// A union gives part of its quota to one below it. The giver's row is locked: two that give at once give no more than
// there is.
import type { HonourRoundFile } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { HONOUR_CODES } from './honour-policy.ts';
import { decideHandDown, lockQuota, readQuotas } from './quota.ts';
import { getRound, roundFile } from './round.ts';

const PLACES_MAX = 10_000;
const places = z.int().min(0, 'negative').max(PLACES_MAX, 'too_large');

export const handDownHonourQuota = command({
  schema: z
    .strictObject({
      roundId: id,
      honourCode: code(HONOUR_CODES),
      fromUnionId: id,
      toUnionId: id,
      places,
      singleListed: places,
    })
    .refine((ask) => ask.singleListed <= ask.places, {
      error: 'too_large',
      path: ['singleListed'],
    }),
  permission: 'competitions.honour-quota.hand-down',
  unions: ({ fromUnionId, toUnionId }) => [fromUnionId, toUnionId],
  async run({ sql }, ask): Promise<HonourRoundFile> {
    const { roundId, honourCode, fromUnionId, toUnionId } = ask;
    await getRound(sql, roundId);
    const giver = await lockQuota(sql, ask, fromUnionId);
    await sql`
      select from honour_quota
      where round_id = ${roundId} and honour_code = ${honourCode} and union_id = ${toUnionId}
      for update`;
    const [receiver] = await readQuotas(sql, { roundId, honourCode, unionIds: [toUnionId] });
    decideHandDown(giver, receiver, { ...ask, isBelow: await standsBelow(sql, ask) });
    await sql`
      insert into honour_quota (round_id, honour_code, union_id, from_union_id, places, single_listed)
      values (${roundId}, ${honourCode}, ${toUnionId}, ${fromUnionId}, ${ask.places},
        ${ask.singleListed})
      on conflict (round_id, honour_code, union_id)
      do update set places = excluded.places, single_listed = excluded.single_listed`;
    return roundFile(sql, roundId);
  },
});

/** UNION_UNKNOWN for one that is dissolved or that nobody has told of. */
async function standsBelow(
  sql: Sql,
  { fromUnionId, toUnionId }: { fromUnionId: string; toUnionId: string },
): Promise<boolean> {
  const [found] = await sql<{ below: boolean }>`
    select exists (select from scope_below as b
      where b.above_id = ${fromUnionId} and b.union_id = u.union_id) as below
    from known_union as u where u.union_id = ${toUnionId} and u.dissolved_on is null`;
  if (!found) throw notFound('UNION_UNKNOWN', { unionId: toUnionId });
  return found.below;
}
