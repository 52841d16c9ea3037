import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { auditStep, lockAudit, requireState, viewNow } from './audit.ts';

/** Before anybody has entered; what was begun is brought to its end. */
export const cancelAudit = command({
  schema: z.strictObject({ ...auditStep, reason: text(200) }),
  permission: 'finance.audit.write',
  async run({ sql }, ask): Promise<Audit> {
    requireState(await lockAudit(sql, ask), 'PLANNED', 'NOTIFIED');
    await sql`
      update audit set state = 'CANCELLED', cancel_reason = ${ask.reason}, version = version + 1
      where id = ${ask.auditId}`;
    return viewNow(sql, ask.auditId);
  },
});
