// A union writes what it asks for, under a rule of this node or of its superior.
import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '../budget/require-union.ts';
import { command } from '../pipeline.ts';
import { GrantContent, requireUnearned } from './content.ts';
import { decideApplication } from './decide-application.ts';
import { viewNow } from './grant.ts';
import { getRule } from './grant-rule.ts';

export const draftGrant = command({
  schema: GrantContent.extend({ ruleId: id, unionId: id }),
  permission: 'finance.grant.apply',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, now }, ask): Promise<Grant> {
    await requireLivingUnion(sql, ask.unionId);
    const rule = await getRule(sql, ask.ruleId);
    const { ruleCode, kind, issuer } = rule;
    if (rule.state !== 'IN_FORCE') throw refused('GRANT_RULE_NOT_IN_FORCE', { ruleCode });
    decideApplication(rule, ask);
    const grantId = newId();
    const direction = issuer === '' ? 'HERE' : 'OUT';
    const year = Number(chinaDate(now).slice(0, 4));
    requireUnearned(
      await sql`
        insert into fund_grant (grant_id, rule_id, rule_code, kind, fiscal_year, direction, neighbour, union_id,
          recipient_union_id, applied_fen, matching_bp, beneficiary, record_kind, record_id, acceptance_sha256,
          documents, reason, state, made_by)
        values (${grantId}, ${rule.ruleId}, ${ruleCode}, ${kind}, ${year}, ${direction}, ${issuer},
          ${ask.unionId}, ${ask.unionId}, ${ask.appliedFen}, ${ask.matchingBp}, ${ask.beneficiary},
          ${ask.recordKind}, ${ask.recordId}, ${ask.acceptanceSha256}, ${JSON.stringify(ask.documents)},
          ${ask.reason}, 'DRAFT', ${actor.id})
        on conflict do nothing returning 1`,
      ask,
    );
    return viewNow(sql, grantId, chinaDate(now));
  },
});
