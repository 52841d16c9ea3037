// From a day on grants are given otherwise. What was applied for before stays bound to the version of its day.
import type { GrantRule } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chartAccount } from '@gonglian/kernel/chart.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen, optionalFen } from '../amount.ts';
import { command } from '../pipeline.ts';
import {
  decideRule,
  findRules,
  getRule,
  RECIPIENT_LEVELS,
  RULE_KINDS,
  ruleView,
} from './grant-rule.ts';
import { region } from './grant-fields.ts';

const TIERS_MAX = 20;
const MEMBERS_MAX = 5_000;
const PERMITTED_MAX = 20;
const YEARS_MAX = 20;
const USE_DAYS_MAX = 3_660;
const tier = text(20);

const SetGrantRule = z.strictObject({
  ruleCode: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/, 'not_a_code'),
  kind: code(RULE_KINDS),
  name: text(100),
  documentNo: text(100),
  validFrom: date,
  amountFen: optionalFen,
  years: z.int().min(0, 'negative').max(YEARS_MAX, 'too_large'),
  matchingBp: z.int().min(0, 'negative').max(9_999, 'too_large'),
  recipientLevel: code(RECIPIENT_LEVELS),
  tiers: z.array(z.strictObject({ tier, amountFen })).max(TIERS_MAX, 'too_many'),
  members: z.array(z.strictObject({ regionCode: region, tier })).max(MEMBERS_MAX, 'too_many'),
  accountCode: text(5),
  project: optionalText(40),
  permittedCodes: z
    .array(z.string().refine((one) => chartAccount(one)?.kind === 'EXPENDITURE', 'not_an_account'))
    .max(PERMITTED_MAX, 'too_many'),
  useDays: z.int().min(1, 'required').max(USE_DAYS_MAX, 'too_large'),
});

export const setGrantRule = command({
  schema: SetGrantRule,
  permission: 'finance.grant-rule.set',
  async run({ sql, actor }, ask): Promise<GrantRule> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`grant rule ${ask.ruleCode}`}, 0))`;
    const versions = await findRules(sql, { issuer: '', ruleCode: ask.ruleCode });
    if (versions.some(({ state }) => state === 'PROPOSED')) throw refused('GRANT_RULE_OPEN');
    decideRule(
      ask,
      versions.find(({ state }) => state === 'IN_FORCE'),
    );
    const ruleId = newId();
    await sql`
      insert into grant_rule (rule_id, rule_code, kind, name, document_no, valid_from, amount_fen, years,
        matching_bp, recipient_level, tiers, members, account_code, project, permitted_codes, use_days, state,
        proposed_by)
      values (${ruleId}, ${ask.ruleCode}, ${ask.kind}, ${ask.name}, ${ask.documentNo}, ${ask.validFrom},
        ${ask.amountFen}, ${ask.years}, ${ask.matchingBp}, ${ask.recipientLevel},
        ${JSON.stringify(ask.tiers)}, ${JSON.stringify(ask.members)}, ${ask.accountCode}, ${ask.project},
        ${ask.permittedCodes}, ${ask.useDays}, 'PROPOSED', ${actor.id})`;
    return ruleView(await getRule(sql, ruleId));
  },
});
