import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { command } from '../pipeline.ts';
import { GrantStepAsk, lockGrant, requireState, requireWrittenHere, viewNow } from './grant.ts';

/** What it named may earn by another application then. */
export const withdrawGrant = command({
  schema: GrantStepAsk,
  permission: 'finance.grant.apply',
  async run({ sql, now }, ask): Promise<Grant> {
    const grant = await lockGrant(sql, ask);
    requireWrittenHere(grant);
    requireState(grant, 'DRAFT', 'RETURNED');
    await sql`
      update fund_grant set state = 'WITHDRAWN', version = version + 1
      where grant_id = ${grant.grantId}`;
    return viewNow(sql, grant.grantId, chinaDate(now));
  },
});
