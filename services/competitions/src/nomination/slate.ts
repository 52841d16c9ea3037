// What was submitted for an honour in a round, beside what its slate must look like.
import type { HonourSlate } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { HonourCode } from '../honour/honour-policy.ts';
import { getRound, ruleIn } from '../honour/round.ts';
import { checkSlate } from '../honour/structure.ts';
import type { Sql } from '../pipeline.ts';

const SLATE_MAX = 20_000;

/** The shares are of what is not single-listed; under the policy of the day on which the round was opened. */
export async function readSlate(
  sql: Sql,
  { roundId, honourCode }: { roundId: string; honourCode: string },
): Promise<HonourSlate> {
  const round = await getRound(sql, roundId);
  const { level } = round;
  const category = round.categories.find((one) => one.honourCode === honourCode);
  if (!category) throw refused('HONOUR_UNKNOWN', { honourCode, level });
  const submitted = await sql<{ traits: string[]; singleListed: boolean }>`
    select traits, single_listed as "singleListed" from nomination
    where round_id = ${roundId} and honour_code = ${honourCode} and quota_union_id is not null
    limit ${SLATE_MAX}`;
  const slate = submitted.filter((one) => !one.singleListed);
  const { shares } = await ruleIn(sql, round, honourCode as HonourCode);
  return {
    nominations: slate.length,
    singleListed: submitted.length - slate.length,
    slateSubmittedOn: category.slateSubmittedOn,
    shares: checkSlate(shares, slate).map(({ limit, actual, traits, ...share }) => ({
      ...share,
      traits: [...traits],
      limitCount: limit,
      actualCount: actual,
    })),
  };
}

/** Refused HONOUR_STRUCTURE, with the first share that is not met. */
export function decideShares({ shares }: Pick<HonourSlate, 'shares'>): void {
  const unmet = shares.find(({ met }) => !met);
  if (!unmet) return;
  const { traits, bound, percent, limitCount, actualCount } = unmet;
  const asked = { traits: traits.join('|'), bound, percent, limitCount, actualCount };
  throw refused('HONOUR_STRUCTURE', asked);
}
