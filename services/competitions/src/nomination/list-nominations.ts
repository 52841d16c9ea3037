import type { NominationPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { code, id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { HONOUR_CODES, TRAITS } from '../honour/honour-policy.ts';
import { query } from '../pipeline.ts';
import { nominationView, type NominationRow } from './nomination.ts';
import { NOMINATION_STATES } from './steps.ts';

/** Of a round, the newest first, as far as the caller reaches; names are masked. */
export const listNominations = query({
  schema: z.strictObject({
    roundId: id,
    honourCode: code(['', ...HONOUR_CODES]),
    state: code(['', ...NOMINATION_STATES]),
    cursor: optionalId,
    limit: limit(200),
    traits: z.array(code(TRAITS)).max(TRAITS.length, 'too_many'),
    places: code(['', 'REGULAR', 'SINGLE_LISTED']),
    quotaUnionId: optionalId,
  }),
  permission: 'competitions.nomination.read',
  async run(tx, ask): Promise<NominationPage> {
    const before = ask.cursor || null;
    const { traits, places, quotaUnionId } = ask;
    const rows = await tx.sql<NominationRow>`
      select * from nomination_row
      where "roundId" = ${ask.roundId}
        and (${ask.honourCode}::text = '' or "honourCode" = ${ask.honourCode}::text)
        and (${ask.state}::text = '' or state = ${ask.state}::text)
        and (cardinality(${traits}::text[]) = 0 or traits && ${traits}::text[])
        and (${places}::text = '' or "quotaUnionId" <> ''
          and "singleListed" = (${places}::text = 'SINGLE_LISTED'))
        and (${quotaUnionId}::text = '' or "quotaUnionId" = ${quotaUnionId}::text)
        and (${before}::uuid is null or "nominationId" < ${before}::uuid)
      order by "nominationId" desc limit ${ask.limit}`;
    return {
      items: rows.map((row) => nominationView(tx, row)),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.nominationId ?? '') : '',
    };
  },
});
