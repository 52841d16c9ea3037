// From here on it is looked at. It is bound to the version of the rule that is in force today, and stays so whatever comes.
import { grantApplied, grantSubmitted } from '@gonglian/contracts/finance.ts';
import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
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
    const previouslyFen = await readSubmitted(sql, grantId);
    await sql`
      update fund_grant set state = 'SUBMITTED', rule_id = ${rule.ruleId}, applied_on = ${today},
        submitted_fen = applied_fen, answer_reason = '', checked_by = '', version = version + 1
      where grant_id = ${grantId}`;
    const submitted = await getRow(sql, grantId);
    tellSubmitted(tx, submitted, { previouslyFen, previouslyOn: grant.appliedOn });
    if (submitted.direction === 'OUT') tellApplied(tx, submitted);
    return grantView(submitted, today);
  },
});

/** What was told of it before, which whoever counts takes back. */
async function readSubmitted(sql: Sql, grantId: string): Promise<bigint> {
  const [row] = await sql<{ fen: string }>`
    select submitted_fen as fen from fund_grant where grant_id = ${grantId}`;
  return BigInt(row?.fen ?? 0);
}

function tellSubmitted(
  { emit }: Tx,
  grant: GrantRow,
  before: { previouslyFen: bigint; previouslyOn: string },
): void {
  const { grantId, ruleId, ruleCode, kind, fiscalYear, unionId, neighbour, appliedOn } = grant;
  emit(grantSubmitted, {
    grantId,
    ruleId,
    ruleCode,
    kind,
    fiscalYear,
    unionId,
    issuer: neighbour,
    appliedFen: BigInt(grant.appliedFen),
    appliedOn,
    ...before,
  });
}

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
