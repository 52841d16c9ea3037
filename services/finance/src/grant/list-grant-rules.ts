import { nothing } from '@gonglian/service/fields.ts';
import type { GrantRuleList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { query } from '../pipeline.ts';
import { findRules, ruleView } from './grant-rule.ts';

export const listGrantRules = query({
  schema: nothing,
  permission: 'finance.grant.read',
  async run({ sql }): Promise<GrantRuleList> {
    return { items: (await findRules(sql)).map(ruleView) };
  },
});
