// The newest first; with the first page, how many of the findings are closed.
import type { AuditList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { mayDo } from '@gonglian/kernel/duty.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { AUDIT_STATES, auditView, type AuditRow } from './audit.ts';
import { readClosureRates } from './closure-rates.ts';

export const listAudits = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: z.string().pipe(z.enum(['', ...AUDIT_STATES], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'finance.audit.read',
  unions: ({ unionId }) => (unionId === '' ? [] : [unionId]),
  async run({ sql, actor }, ask): Promise<AuditList> {
    const rows = await sql<AuditRow>`
      select * from audit_row
      where (${ask.cursor} = '' or "auditId" < nullif(${ask.cursor}, '')::uuid)
        and (${ask.unionId} = '' or "unionId" = nullif(${ask.unionId}, '')::uuid)
        and (${ask.state} = '' or state = ${ask.state})
      order by "auditId" desc limit ${ask.limit}`;
    const inside = mayDo(actor.duty, 'finance.audit-paper.read');
    const rates = ask.cursor === '' ? await readClosureRates(sql, { ...ask, inside }) : [];
    return {
      rates,
      items: rows.map(auditView),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.auditId ?? '') : '',
    };
  },
});
