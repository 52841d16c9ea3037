// From here on it is looked at. It is bound to the version of the rule that is in force today, and stays so whatever comes.
import { grantApplied } from '@gonglian/contracts/finance.ts';
import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { command, type Tx } from '../pipeline.ts';
import { decideApplication } from './decide-application.ts';
import {
  getRow,
  grantView,
  GrantStepAsk,
  lockGrant,
  requireState,
  requireWrittenHere,
  type GrantRow,
} from './grant.ts';
import { findRules, ruleOn } from './grant-rule.ts';

export const submitGrant = command({
  schema: GrantStepAsk,
  permission: 'finance.grant.apply',
  async run(tx, ask): Promise<Grant> {
    const { sql, now } = tx;
    const grant = await lockGrant(sql, ask);
    requireWrittenHere(grant);
    requireState(grant, 'DRAFT', 'RETURNED');
    const today = chinaDate(now);
    // What is written here is asked of this node, or of the neighbour that set the rule.
    const { ruleCode, neighbour: issuer, grantId } = grant;
    const rule = ruleOn(await findRules(sql, { issuer, ruleCode }), today);
    if (!rule) throw refused('GRANT_RULE_NOT_IN_FORCE', { ruleCode });
    decideApplication(rule, grant);
    await sql`
      update fund_grant set state = 'SUBMITTED', rule_id = ${rule.ruleId}, applied_on = ${today},
        answer_reason = '', checked_by = '', version = version + 1
      where grant_id = ${grantId}`;
    const submitted = await getRow(sql, grantId);
    if (submitted.direction === 'OUT') tellApplied(tx, submitted);
    return grantView(submitted, today);
  },
});

/** The name of a studio stays here: it may be a person's. */
function tellApplied({ emit, node }: Tx, grant: GrantRow): void {
  const { grantId, ruleId, fiscalYear, appliedOn, recordKind, recordId } = grant;
  const { acceptanceSha256, documents, matchingBp, reason } = grant;
  emit(grantApplied, {
    grantId,
    ruleId,
    fiscalYear,
    appliedOn,
    recordKind,
    recordId,
    acceptanceSha256,
    documents,
    matchingBp,
    reason,
    fromNode: node,
    toNode: grant.neighbour,
    appliedFen: BigInt(grant.appliedFen),
  });
}
