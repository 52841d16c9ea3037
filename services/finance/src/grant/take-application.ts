// A subordinate applies. What its own node could not know is answered at once: the version of the day is this node's to say.
import { grantAnswered } from '@gonglian/contracts/finance.ts';
import type { GrantApplied } from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { chinaDate, isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { isRefusal, refused } from '@gonglian/kernel/refusal.ts';
import type { Tx } from '../pipeline.ts';
import { decideApplication } from './decide-application.ts';
import { findRules, ruleOn, type RuleRow } from './grant-rule.ts';

const DOCUMENTS_MAX = 10;
const TEXT_MAX = 500;

/** LETTER_MALFORMED; GRANT_NOT_YOURS for who is no subordinate, and for a grant that is not his to apply for again. */
export async function takeApplication(tx: Tx, from: string, said: GrantApplied): Promise<void> {
  const { sql, own, node } = tx;
  const whole = isId(said.grantId) && isCalendarDate(said.appliedOn) && said.appliedFen > 0n;
  const short = said.documents.length <= DOCUMENTS_MAX && said.reason.length <= TEXT_MAX;
  if (!whole || !short) throw refused('LETTER_MALFORMED');
  const theirs = own.subordinates.includes(from) && said.fromNode === from && said.toNode === node;
  if (!theirs) throw refused('GRANT_NOT_YOURS', { from, subject: said.grantId });
  const found = await findRule(tx, said);
  if ('refusal' in found) return answer(tx, said, 'RETURNED', found.refusal);
  const [known] = await sql<{ again: boolean }>`
    select neighbour = ${from} and state = 'RETURNED' as again from fund_grant
    where grant_id = ${said.grantId} for update`;
  if (known && !known.again) throw refused('GRANT_NOT_YOURS', { from, subject: said.grantId });
  if (await isEarned(tx, found.rule, said)) {
    await sql`
      update fund_grant set state = 'REFUSED', answer_reason = 'GRANT_RECORD_EARNED', version = version + 1
      where grant_id = ${said.grantId}`;
    return answer(tx, said, 'REFUSED', 'GRANT_RECORD_EARNED');
  }
  await (known ? mend(tx, found.rule, said) : enter(tx, found.rule, said));
}

/** By the version of the day, whatever version the subordinate has heard of. */
async function findRule(
  { sql }: Tx,
  said: GrantApplied,
): Promise<{ rule: RuleRow } | { refusal: string }> {
  const [named] = await findRules(sql, { ruleId: said.ruleId, issuer: '' });
  const versions = named ? await findRules(sql, { issuer: '', ruleCode: named.ruleCode }) : [];
  const rule = ruleOn(versions, said.appliedOn);
  if (!rule) return { refusal: 'GRANT_RULE_NOT_IN_FORCE' };
  try {
    decideApplication(rule, {
      ...said,
      appliedFen: Number(said.appliedFen),
      beneficiary: beneficiaryOf(rule, said),
    });
    return { rule };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { refusal: error.code };
  }
}

/** A studio's name may be a person's, and stays with its node. */
function beneficiaryOf({ kind }: RuleRow, { recordId }: GrantApplied): string {
  return kind === 'MATCHED' ? recordId : '';
}

async function isEarned({ sql }: Tx, rule: RuleRow, said: GrantApplied): Promise<boolean> {
  const [taken] = await sql`
    select from fund_grant
    where ${said.recordId} <> '' and direction = 'IN' and rule_code = ${rule.ruleCode}
      and record_kind = ${said.recordKind} and record_id = ${said.recordId}
      and (kind <> 'MATCHED' or fiscal_year = ${said.fiscalYear})
      and state not in ('REFUSED', 'WITHDRAWN') and grant_id <> ${said.grantId}`;
  return taken !== undefined;
}

async function enter({ sql, node }: Tx, rule: RuleRow, said: GrantApplied): Promise<void> {
  await sql`
    insert into fund_grant (grant_id, rule_id, rule_code, kind, fiscal_year, direction, neighbour, union_id,
      recipient_union_id, applied_fen, matching_bp, beneficiary, record_kind, record_id, acceptance_sha256,
      documents, reason, state, made_by, applied_on)
    values (${said.grantId}, ${rule.ruleId}, ${rule.ruleCode}, ${rule.kind}, ${said.fiscalYear}, 'IN',
      ${said.fromNode}, ${nodeRootUnionId(node)}, ${nodeRootUnionId(said.fromNode)}, ${said.appliedFen},
      ${said.matchingBp}, ${beneficiaryOf(rule, said)}, ${said.recordKind}, ${said.recordId},
      ${said.acceptanceSha256}, ${JSON.stringify(said.documents)}, ${said.reason}, 'SUBMITTED', '',
      ${said.appliedOn})`;
}

async function mend({ sql }: Tx, rule: RuleRow, said: GrantApplied): Promise<void> {
  await sql`
    update fund_grant set rule_id = ${rule.ruleId}, state = 'SUBMITTED', applied_fen = ${said.appliedFen},
      granted_fen = 0, matching_bp = ${said.matchingBp}, beneficiary = ${beneficiaryOf(rule, said)},
      record_kind = ${said.recordKind}, record_id = ${said.recordId},
      acceptance_sha256 = ${said.acceptanceSha256}, documents = ${JSON.stringify(said.documents)},
      reason = ${said.reason}, answer_reason = '', checked_by = '', applied_on = ${said.appliedOn},
      version = version + 1
    where grant_id = ${said.grantId}`;
}

function answer({ emit, node, now }: Tx, said: GrantApplied, word: string, reason: string): void {
  emit(grantAnswered, {
    grantId: said.grantId,
    fromNode: node,
    toNode: said.fromNode,
    answer: word,
    grantedFen: 0n,
    reason,
    answeredOn: chinaDate(now),
    dueOn: '',
  });
}
