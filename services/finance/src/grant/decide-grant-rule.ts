// The chair sees what finance proposes: from its first day on it ends the version before, and subordinates are told.
import { grantRuleAnnounced } from '@gonglian/contracts/finance.ts';
import type { GrantRule } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { getRule, LISTED_KINDS, lockRule, ruleView, type RuleRow } from './grant-rule.ts';

/** Refused GRANT_RULE_STATE, MAKER_IS_APPROVER; a rejection says why. */
export function decideRuleDecision(
  rule: Pick<RuleRow, 'state' | 'proposedBy'>,
  ask: { approve: boolean; reason: string; account: string },
): 'IN_FORCE' | 'REJECTED' {
  if (rule.state !== 'PROPOSED') throw refused('GRANT_RULE_STATE', { state: rule.state });
  if (rule.proposedBy === ask.account) throw refused('MAKER_IS_APPROVER');
  if (!ask.approve && ask.reason === '')
    throw invalid('FIELD_INVALID', { field: 'reason', rule: 'required' });
  return ask.approve ? 'IN_FORCE' : 'REJECTED';
}

export const decideGrantRule = command({
  schema: z.strictObject({
    ruleId: id,
    expectedVersion,
    approve: z.boolean(),
    reason: optionalText(200),
  }),
  permission: 'finance.grant-rule.approve',
  async run(tx, ask): Promise<GrantRule> {
    const { sql, actor } = tx;
    const rule = await lockRule(sql, ask);
    const state = decideRuleDecision(rule, { ...ask, account: actor.id });
    if (state === 'IN_FORCE') {
      await sql`
        update grant_rule set valid_to = ${addDays(rule.validFrom, -1)}, version = version + 1
        where issuer = '' and rule_code = ${rule.ruleCode} and state = 'IN_FORCE' and valid_to is null`;
      announce(tx, rule);
    }
    await sql`
      update grant_rule set state = ${state}, decided_by = ${actor.id}, reason = ${ask.reason},
        version = version + 1
      where rule_id = ${rule.ruleId}`;
    return ruleView(await getRule(sql, rule.ruleId));
  },
});

/** What a rule lists nobody applies for. */
function announce({ emit, node, own }: Tx, rule: RuleRow): void {
  if (LISTED_KINDS.includes(rule.kind)) return;
  const { ruleId, ruleCode, kind, documentNo, validFrom, matchingBp, useDays } = rule;
  const said = { ruleId, ruleCode, kind, documentNo, validFrom, matchingBp, useDays };
  for (const toNode of own.subordinates) {
    emit(grantRuleAnnounced, {
      ...said,
      fromNode: node,
      toNode,
      title: rule.name,
      amountFen: BigInt(rule.amountFen),
    });
  }
}
