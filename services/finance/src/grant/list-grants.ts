import type { GrantPage } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findGrants, GRANT_STATES, grantView } from './grant.ts';

export const listGrants = query({
  schema: z.strictObject({
    state: code(['', ...GRANT_STATES]),
    ruleCode: optionalText(40),
    listId: optionalId,
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'finance.grant.read',
  async run({ sql, now }, { cursor, ...ask }): Promise<GrantPage> {
    const rows = await findGrants(sql, { ...ask, before: cursor || null });
    const today = chinaDate(now);
    return {
      items: rows.map((row) => grantView(row, today)),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.grantId ?? '') : '',
    };
  },
});
