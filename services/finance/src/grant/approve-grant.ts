// A third person lets it be paid, or gives it back.
import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { code, optionalText } from '@gonglian/service/fields.ts';
import { command } from '../pipeline.ts';
import { decideApproval } from './decide-application.ts';
import {
  getRow,
  grantView,
  GrantStepAsk,
  lockGrant,
  requireDecidedHere,
  requireState,
} from './grant.ts';
import { getRule } from './grant-rule.ts';
import { tellAnswer, tellApproved } from './tell-answer.ts';

export const approveGrant = command({
  schema: GrantStepAsk.extend({
    answer: code(['APPROVED', 'RETURNED', 'REFUSED']),
    reason: optionalText(200),
  }),
  permission: 'finance.grant.approve',
  async run(tx, ask): Promise<Grant> {
    const { sql, actor, now } = tx;
    const grant = await lockGrant(sql, ask);
    requireDecidedHere(grant);
    requireState(grant, 'ACCEPTED');
    decideApproval(grant, { ...ask, account: actor.id });
    const { useDays } = await getRule(sql, grant.ruleId);
    const today = chinaDate(now);
    const approved = ask.answer === 'APPROVED';
    await sql`
      update fund_grant set state = ${ask.answer}, answer_reason = ${ask.reason},
        approved_by = ${approved ? actor.id : ''}, approved_on = ${approved ? today : null}::date,
        due_on = ${approved ? addDays(today, useDays) : null}::date, version = version + 1
      where grant_id = ${grant.grantId}`;
    const row = await getRow(sql, grant.grantId);
    tellAnswer(tx, row, today);
    if (approved) tellApproved(tx, row);
    return grantView(row, today);
  },
});
