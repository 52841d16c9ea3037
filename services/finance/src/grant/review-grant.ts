// A second person looks through what was applied for.
import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, optionalText } from '@gonglian/service/fields.ts';
import { optionalFen } from '../amount.ts';
import { command } from '../pipeline.ts';
import { decideReview } from './decide-application.ts';
import {
  getRow,
  grantView,
  GrantStepAsk,
  lockGrant,
  requireDecidedHere,
  requireState,
} from './grant.ts';
import { tellAnswer } from './tell-answer.ts';

export const reviewGrant = command({
  schema: GrantStepAsk.extend({
    answer: code(['ACCEPTED', 'RETURNED', 'REFUSED']),
    grantedFen: optionalFen,
    reason: optionalText(200),
  }),
  permission: 'finance.grant.review',
  async run(tx, ask): Promise<Grant> {
    const { sql, actor, now } = tx;
    const grant = await lockGrant(sql, ask);
    requireDecidedHere(grant);
    requireState(grant, 'SUBMITTED');
    decideReview(grant, { ...ask, account: actor.id });
    await sql`
      update fund_grant set state = ${ask.answer}, granted_fen = ${ask.grantedFen},
        answer_reason = ${ask.reason}, checked_by = ${actor.id}, version = version + 1
      where grant_id = ${grant.grantId}`;
    const today = chinaDate(now);
    const reviewed = await getRow(sql, grant.grantId);
    tellAnswer(tx, reviewed, today);
    return grantView(reviewed, today);
  },
});
