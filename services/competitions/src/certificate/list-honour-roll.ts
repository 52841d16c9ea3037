import type { HonourRoll } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { grantView, type GrantRow } from './grant.ts';

const ROLL_MAX = 1_000;

/** All honours of a person, or of a union with its teams and people: the latest first, revoked ones too. */
export const listHonourRoll = query({
  schema: z
    .strictObject({ personId: optionalId, unionId: optionalId })
    .refine((ask) => (ask.personId === '') !== (ask.unionId === ''), {
      error: 'one_of_both',
      path: ['personId'],
    }),
  permission: 'competitions.honour-roll.read',
  unions: ({ unionId }) => [unionId],
  async run(tx, { personId, unionId }): Promise<HonourRoll> {
    const rows = await tx.sql<GrantRow>`
      select * from honour_grant_row
      where "personId" = ${personId}::text and ${personId}::text <> ''
        or "unionId" = nullif(${unionId}::text, '')::uuid
      order by "grantedOn" desc, "grantId" desc limit ${ROLL_MAX}`;
    return { items: rows.map((row) => grantView(tx, row)) };
  },
});
