// Who is entitled to how much by a rule in a year (domain §5.6): by the tier he is in, or by what lacks to the floor.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { RuleRow } from './grant-rule.ts';

export interface Recipient {
  unionId: string;
  regionCode: string;
  name: string;
  /** Region code of a subordinate; '' for a union of this node. */
  recipientNode: string;
  /** What the receipts of the year say of the unions below; null where they are in another node's books. */
  collectedFen: number | null;
}

export interface Entitlement extends Omit<Recipient, 'collectedFen'> {
  tier: string;
  collectedFen: number;
  collectedFrom: '' | 'RECEIPTS' | 'DECLARED';
  amountFen: number;
}

export interface Missing {
  regionCode: string;
  name: string;
  cause: 'NO_TIER' | 'NOT_COLLECTED' | 'ABOVE_FLOOR';
}

type Rule = Pick<RuleRow, 'kind' | 'amountFen' | 'years' | 'validFrom' | 'validTo'> &
  Pick<RuleRow, 'tiers' | 'members'>;

/** Refused GRANT_NOT_LISTED for what is applied for, GRANT_YEAR_OUTSIDE where the rule is not of that year. */
export function requireListed(rule: Rule, fiscalYear: number): void {
  if (rule.kind !== 'BY_TIER' && rule.kind !== 'FLOOR')
    throw refused('GRANT_NOT_LISTED', { kind: rule.kind });
  const first = Number(rule.validFrom.slice(0, 4));
  const ended = rule.validTo !== '' && fiscalYear > Number(rule.validTo.slice(0, 4));
  const over = rule.kind === 'FLOOR' && fiscalYear >= first + rule.years;
  if (fiscalYear < first || ended || over) throw refused('GRANT_YEAR_OUTSIDE', { fiscalYear });
}

/** Everybody is on one of the two lists, and nobody on both. */
export function decideEntitlements(
  rule: Rule,
  recipients: readonly Recipient[],
  declared: ReadonlyMap<string, number>,
): { entitled: Entitlement[]; missing: Missing[] } {
  const entitled: Entitlement[] = [];
  const missing: Missing[] = [];
  for (const one of recipients) {
    const found = rule.kind === 'FLOOR' ? byFloor(rule, one, declared) : byTier(rule, one);
    if ('cause' in found)
      missing.push({ regionCode: one.regionCode, name: one.name, cause: found.cause });
    else entitled.push({ ...one, ...found });
  }
  return { entitled, missing };
}

type Found = Omit<Entitlement, keyof Omit<Recipient, 'collectedFen'>> | Pick<Missing, 'cause'>;

function byTier({ tiers, members }: Rule, { regionCode }: Recipient): Found {
  const member = members.find((one) => one.regionCode === regionCode);
  const tier = tiers.find((one) => one.tier === member?.tier);
  if (!tier) return { cause: 'NO_TIER' };
  return { ...tier, collectedFen: 0, collectedFrom: '' };
}

/** What lacks to the floor; never below zero, so whoever collected as much gets nothing. */
function byFloor(
  { amountFen: floorFen }: Rule,
  { collectedFen, regionCode }: Recipient,
  declared: ReadonlyMap<string, number>,
): Found {
  const known = collectedFen ?? declared.get(regionCode);
  if (known === undefined) return { cause: 'NOT_COLLECTED' };
  const amountFen = Math.max(0, floorFen - known);
  if (amountFen === 0) return { cause: 'ABOVE_FLOOR' };
  const collectedFrom = collectedFen === null ? 'DECLARED' : 'RECEIPTS';
  return { tier: '', collectedFen: known, collectedFrom, amountFen };
}
