// Other content for a draft, or for what was returned; whoever mends it is its maker from then on.
import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { command } from '../pipeline.ts';
import { GrantContent, requireUnearned } from './content.ts';
import { decideApplication } from './decide-application.ts';
import { lockGrant, requireState, requireWrittenHere, viewNow } from './grant.ts';
import { getRule } from './grant-rule.ts';

export const amendGrant = command({
  schema: GrantContent.extend({ grantId: id, expectedVersion }),
  permission: 'finance.grant.apply',
  async run({ sql, actor, now }, ask): Promise<Grant> {
    const grant = await lockGrant(sql, ask);
    requireWrittenHere(grant);
    requireState(grant, 'DRAFT', 'RETURNED');
    decideApplication(await getRule(sql, grant.ruleId), ask);
    // Asked beforehand, and held by the index against whoever writes at the same time.
    const taken = await sql`
      select from fund_grant
      where ${ask.recordId} <> '' and direction = ${grant.direction} and rule_code = ${grant.ruleCode}
        and record_kind = ${ask.recordKind} and record_id = ${ask.recordId}
        and (kind <> 'MATCHED' or fiscal_year = ${grant.fiscalYear})
        and state not in ('REFUSED', 'WITHDRAWN') and grant_id <> ${grant.grantId}`;
    requireUnearned(taken.length === 0 ? [grant] : [], ask);
    await sql`
      update fund_grant set applied_fen = ${ask.appliedFen}, granted_fen = 0, matching_bp = ${ask.matchingBp},
        beneficiary = ${ask.beneficiary}, record_kind = ${ask.recordKind}, record_id = ${ask.recordId},
        acceptance_sha256 = ${ask.acceptanceSha256}, documents = ${JSON.stringify(ask.documents)},
        reason = ${ask.reason}, made_by = ${actor.id}, checked_by = '', version = version + 1
      where grant_id = ${grant.grantId}`;
    return viewNow(sql, grant.grantId, chinaDate(now));
  },
});
