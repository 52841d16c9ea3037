// The roster of an honour, model workers above all: who holds it, and how each of them stands.
import type { HonourHolderPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { HONOUR_CODES, HONOUR_LEVELS } from '../honour/honour-policy.ts';
import { query } from '../pipeline.ts';
import { grantView, type GrantRow } from './grant.ts';
import { STANDINGS } from './standing.ts';

export const listHonourHolders = query({
  schema: z.strictObject({
    honourCode: code(HONOUR_CODES),
    level: code(['', ...HONOUR_LEVELS]),
    standing: code(['', ...STANDINGS, 'WITHDRAWN']),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.honour-roll.read',
  async run(tx, ask): Promise<HonourHolderPage> {
    const before = ask.cursor || null;
    const rows = await tx.sql<GrantRow>`
      select * from honour_grant_row
      where "honourCode" = ${ask.honourCode} and (${ask.level}::text = '' or level = ${ask.level}::text)
        and (${ask.standing}::text = '' or standing = ${ask.standing}::text)
        and (${before}::uuid is null or "grantId" < ${before}::uuid)
      order by "grantId" desc limit ${ask.limit}`;
    return {
      items: rows.map((row) => grantView(tx, row)),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.grantId ?? '') : '',
    };
  },
});
