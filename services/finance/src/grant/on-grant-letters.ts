import {
  GrantAnswered,
  GrantApplied,
  GrantReported,
  GrantRuleAnnounced,
} from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { letterArrived } from '@gonglian/contracts/sync.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { reaction, type Tx } from '../pipeline.ts';
import { takeApplication } from './take-application.ts';

/**
 * What finance of a neighbour wrote of grants (ADR 22). Who it is from is what sync heard it from, and not what it says:
 * GRANT_NOT_YOURS parks what another node may not say, LETTER_MALFORMED what no version of this service says.
 */
export const onGrantLetters = reaction({
  facts: [letterArrived],
  async apply(tx, batch) {
    for (const { data: letter } of batch) {
      const from = letter.fromNode;
      switch (letter.kind) {
        case 'finance.grant-rule.announced':
          await takeRule(tx, from, GrantRuleAnnounced.fromJSON(JSON.parse(letter.data)));
          break;
        case 'finance.grant.applied':
          await takeApplication(tx, from, GrantApplied.fromJSON(JSON.parse(letter.data)));
          break;
        case 'finance.grant.answered':
          await takeAnswer(tx, from, GrantAnswered.fromJSON(JSON.parse(letter.data)));
          break;
        case 'finance.grant.reported':
          await takeReport(tx, from, GrantReported.fromJSON(JSON.parse(letter.data)));
          break;
        default: // about something else, or of a version that is newer than this one
      }
    }
  },
});

const APPLIED_KINDS = ['STANDARD', 'PER_SITE', 'REWARD', 'MATCHED'];

/** From its first day on it ends the version before, here as there. */
async function takeRule({ sql, own }: Tx, from: string, said: GrantRuleAnnounced): Promise<void> {
  demandForm(isId(said.ruleId) && APPLIED_KINDS.includes(said.kind) && said.amountFen > 0n);
  demandForm(isCalendarDate(said.validFrom) && said.ruleCode !== '' && said.useDays > 0);
  if (from !== own.superior || said.fromNode !== from) throw notYours(from, said.ruleId);
  await sql`
    update grant_rule set valid_to = ${said.validFrom}::date - 1, version = version + 1
    where issuer = ${from} and rule_code = ${said.ruleCode} and valid_to is null
      and valid_from < ${said.validFrom}::date`;
  await sql`
    insert into grant_rule (rule_id, issuer, rule_code, kind, name, document_no, valid_from, amount_fen, years,
      matching_bp, recipient_level, tiers, members, account_code, project, permitted_codes, use_days, state,
      proposed_by)
    values (${said.ruleId}, ${from}, ${said.ruleCode}, ${said.kind}, ${said.title}, ${said.documentNo},
      ${said.validFrom}, ${said.amountFen}, 0, ${said.matchingBp}, '', '[]', '[]', '', '', '{}',
      ${said.useDays}, 'IN_FORCE', '')
    on conflict do nothing`;
}

/** From which state each answer leads on. */
const FROM: Readonly<Record<string, readonly string[]>> = {
  ACCEPTED: ['SUBMITTED'],
  RETURNED: ['SUBMITTED', 'ACCEPTED'],
  REFUSED: ['SUBMITTED', 'ACCEPTED'],
  APPROVED: ['ACCEPTED'],
  PAID: ['APPROVED'],
};

async function takeAnswer({ sql }: Tx, from: string, told: GrantAnswered): Promise<void> {
  const before = FROM[told.answer];
  demandForm(before !== undefined && isCalendarDate(told.answeredOn));
  demandForm(told.dueOn === '' || isCalendarDate(told.dueOn));
  const [taken] = await sql`
    update fund_grant set state = ${told.answer}, granted_fen = ${told.grantedFen},
      answer_reason = ${told.reason}, due_on = nullif(${told.dueOn}, '')::date,
      approved_on = case ${told.answer} when 'APPROVED' then ${told.answeredOn}::date else approved_on end,
      paid_on = case ${told.answer} when 'PAID' then ${told.answeredOn}::date else paid_on end,
      version = version + 1
    where grant_id = ${told.grantId} and direction = 'OUT' and neighbour = ${from}
      and state = any(${before}::text[]) and ${told.grantedFen}::bigint between 0 and applied_fen
    returning 1`;
  if (!taken) throw notYours(from, told.grantId);
}

async function takeReport({ sql }: Tx, from: string, told: GrantReported): Promise<void> {
  demandForm(isCalendarDate(told.reportedOn) && told.usedFen >= 0n && told.unspentFen >= 0n);
  const [taken] = await sql`
    update fund_grant set state = 'REPORTED', used_fen = ${told.usedFen}, unspent_fen = ${told.unspentFen},
      matched_fen = ${told.matchedFen}, report_sha256 = ${told.reportSha256},
      reported_on = ${told.reportedOn}, version = version + 1
    where grant_id = ${told.grantId} and direction = 'IN' and neighbour = ${from} and state = 'PAID'
      and list_id is null and granted_fen = ${told.usedFen}::bigint + ${told.unspentFen}::bigint
    returning 1`;
  if (!taken) throw notYours(from, told.grantId);
}

/** LETTER_MALFORMED: another node may run another version, or be wrong. */
function demandForm(holds: boolean): void {
  if (!holds) throw refused('LETTER_MALFORMED');
}

function notYours(from: string, subject: string): Error {
  return refused('GRANT_NOT_YOURS', { from, subject });
}
