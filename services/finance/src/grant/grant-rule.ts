// By what a grant is given: a rule in its versions, each from a day on by a document (domain §5.6).
import type { GrantRule } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chartAccount } from '@gonglian/kernel/chart.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export const RULE_KINDS = [
  'BY_TIER',
  'PER_SITE',
  'STANDARD',
  'FLOOR',
  'REWARD',
  'MATCHED',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];
/** Of those the rule itself makes a list; for the others somebody applies. */
export const LISTED_KINDS: readonly RuleKind[] = ['BY_TIER', 'FLOOR'];

export const RECIPIENT_LEVELS = ['', 'TOWNSHIP', 'COUNTY', 'CITY', 'PROVINCE'] as const;

export interface Tier {
  tier: string;
  amountFen: number;
}
export interface TierMember {
  regionCode: string;
  tier: string;
}

export interface RuleContent {
  ruleCode: string;
  kind: RuleKind;
  name: string;
  documentNo: string;
  validFrom: CalendarDate;
  amountFen: number;
  years: number;
  matchingBp: number;
  recipientLevel: string;
  tiers: readonly Tier[];
  members: readonly TierMember[];
  accountCode: string;
  project: string;
  permittedCodes: readonly string[];
  useDays: number;
}

export interface RuleRow extends RuleContent {
  ruleId: string;
  issuer: string;
  /** '' while no later version ends it. */
  validTo: string;
  state: string;
  proposedBy: string;
  decidedBy: string;
  reason: string;
  version: number;
}

/**
 * Refused GRANT_RULE_INCOMPLETE with the field that its kind needs, GRANT_TIERS_WRONG, ACCOUNT_NOT_EXPENDITURE,
 * GRANT_RULE_KIND where the version before is of another, GRANT_RULE_BEFORE_LAST.
 */
export function decideRule(
  ask: RuleContent,
  last: Pick<RuleRow, 'kind' | 'validFrom'> | undefined,
): void {
  const missing = missingField(ask);
  if (missing !== '') throw refused('GRANT_RULE_INCOMPLETE', { field: missing });
  if (ask.kind === 'BY_TIER') requireTiers(ask);
  if (chartAccount(ask.accountCode)?.kind !== 'EXPENDITURE')
    throw refused('ACCOUNT_NOT_EXPENDITURE', { accountCode: ask.accountCode });
  if (last && last.kind !== ask.kind) throw refused('GRANT_RULE_KIND', { kind: last.kind });
  if (last && ask.validFrom <= last.validFrom)
    throw refused('GRANT_RULE_BEFORE_LAST', { validFrom: last.validFrom });
}

function missingField(ask: RuleContent): string {
  const listed = LISTED_KINDS.includes(ask.kind);
  const tiered = ask.kind === 'BY_TIER';
  if ((ask.amountFen === 0) !== tiered) return 'amountFen';
  if (ask.tiers.length > 0 !== tiered) return 'tiers';
  if (listed !== (ask.recipientLevel !== '')) return 'recipientLevel';
  if ((ask.kind === 'FLOOR') !== ask.years > 0) return 'years';
  if ((ask.kind === 'MATCHED') !== ask.matchingBp > 0) return 'matchingBp';
  if ((ask.project !== '') !== ask.permittedCodes.length > 0) return 'permittedCodes';
  return '';
}

function requireTiers({ tiers, members }: RuleContent): void {
  const names = new Set(tiers.map(({ tier }) => tier));
  const regions = new Set(members.map(({ regionCode }) => regionCode));
  const unknown = members.find(({ tier }) => !names.has(tier));
  if (unknown) throw refused('GRANT_TIERS_WRONG', { ...unknown });
  if (names.size < tiers.length || regions.size < members.length)
    throw refused('GRANT_TIERS_WRONG', { tiers: tiers.length, members: members.length });
}

type Dated = Pick<RuleRow, 'validFrom' | 'validTo' | 'state'>;

/** The version that is in force on a day; undefined where none is. */
export function ruleOn<Row extends Dated>(versions: readonly Row[], day: string): Row | undefined {
  return versions.find(
    ({ state, validFrom, validTo }) =>
      state === 'IN_FORCE' && validFrom <= day && (validTo === '' || day <= validTo),
  );
}

/** More versions than all rules of a node and its superior have. */
const RULES_MAX = 2_000;

interface Find {
  ruleId?: string | null;
  issuer?: string | null;
  ruleCode?: string | null;
}

/** By issuer and rule, the newest version first. */
export function findRules(sql: Sql, find: Find = {}): Promise<RuleRow[]> {
  const { ruleId = null, issuer = null, ruleCode = null } = find;
  return sql<RuleRow>`
    select rule_id as "ruleId", issuer, rule_code as "ruleCode", kind, name,
      document_no as "documentNo", valid_from::text as "validFrom",
      coalesce(valid_to::text, '') as "validTo", amount_fen::float8 as "amountFen", years,
      matching_bp as "matchingBp", recipient_level as "recipientLevel", tiers, members,
      account_code as "accountCode", project, permitted_codes as "permittedCodes",
      use_days as "useDays", state, proposed_by as "proposedBy", decided_by as "decidedBy", reason,
      version
    from grant_rule
    where (${ruleId}::uuid is null or rule_id = ${ruleId}::uuid)
      and (${issuer}::text is null or issuer = ${issuer}::text)
      and (${ruleCode}::text is null or rule_code = ${ruleCode}::text)
    order by issuer, rule_code, valid_from desc, rule_id desc limit ${RULES_MAX}`;
}

/** GRANT_RULE_UNKNOWN. */
export async function getRule(sql: Sql, ruleId: string): Promise<RuleRow> {
  const [rule] = await findRules(sql, { ruleId });
  if (!rule) throw notFound('GRANT_RULE_UNKNOWN', { ruleId });
  return rule;
}

/** Locked until the transaction ends; stale VERSION_MOVED where it has gone on since it was looked at. */
export async function lockRule(
  sql: Sql,
  ask: { ruleId: string; expectedVersion: number },
): Promise<RuleRow> {
  await sql`select from grant_rule where rule_id = ${ask.ruleId} for update`;
  const rule = await getRule(sql, ask.ruleId);
  if (rule.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: rule.version });
  return rule;
}

/** A rule of this node that is in force; refused GRANT_RULE_NOT_IN_FORCE. */
export async function ownRule(sql: Sql, ruleId: string): Promise<RuleRow> {
  const rule = await getRule(sql, ruleId);
  if (rule.state !== 'IN_FORCE' || rule.issuer !== '')
    throw refused('GRANT_RULE_NOT_IN_FORCE', { ruleCode: rule.ruleCode });
  return rule;
}

export function ruleView(row: RuleRow): GrantRule {
  return {
    ...row,
    amountFen: BigInt(row.amountFen),
    tiers: row.tiers.map(({ tier, amountFen }) => ({ tier, amountFen: BigInt(amountFen) })),
    members: [...row.members],
    permittedCodes: [...row.permittedCodes],
  };
}
