// Places of an honour: what a union was given, what it gave on, and what its nominations use. Single-listed places are
// apart: those for the best of skill contests and for major projects.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

/** Where a quota of one honour in one round stands. */
export interface QuotaStanding {
  unionId: string;
  unionName: string;
  /** Empty: given to the node by the round itself. */
  fromUnionId: string;
  /** All places, and how many of them are single-listed. */
  places: number;
  singleListed: number;
  /** Given on to unions below. */
  handedPlaces: number;
  handedSingle: number;
  /** Taken by what was submitted. */
  takenPlaces: number;
  takenSingle: number;
  /** Empty, or the node below that has it. */
  toNode: string;
  /** It draws on its giver's places. */
  pooled: boolean;
}

export interface QuotaPlace {
  roundId: string;
  honourCode: string;
}

interface Places {
  places: number;
  singleListed: number;
}

/** What a quota still has of each kind. */
export function leftOf(standing: QuotaStanding): { regular: number; single: number } {
  const { places, singleListed, handedPlaces, handedSingle, takenPlaces, takenSingle } = standing;
  const single = singleListed - handedSingle - takenSingle;
  return { single, regular: places - handedPlaces - takenPlaces - single };
}

/**
 * Sets what a union below has, from its giver's. In the order of refusals: whose it is, what the giver has left, what
 * the receiver uses already.
 */
export function decideHandDown(
  giver: QuotaStanding,
  receiver: QuotaStanding | undefined,
  ask: Places & { isBelow: boolean },
): void {
  if (!ask.isBelow) throw refused('HONOUR_QUOTA_NOT_BELOW');
  if (receiver !== undefined && receiver.fromUnionId !== giver.unionId)
    throw refused('HONOUR_QUOTA_OF_OTHER');
  const before = receiver ?? { places: 0, singleListed: 0 };
  const left = leftOf(giver);
  const regular = ask.places - ask.singleListed - (before.places - before.singleListed);
  const single = ask.singleListed - before.singleListed;
  if (regular > left.regular || single > left.single)
    throw refused('HONOUR_QUOTA_EXCEEDED', { left: left.regular, singleListedLeft: left.single });
  if (receiver === undefined) return;
  const kept = leftOf({ ...receiver, places: ask.places, singleListed: ask.singleListed });
  if (kept.regular < 0 || kept.single < 0)
    throw refused('HONOUR_QUOTA_IN_USE', {
      places: receiver.handedPlaces + receiver.takenPlaces,
      singleListed: receiver.handedSingle + receiver.takenSingle,
    });
}

/** Refused HONOUR_QUOTA_USED: the sixth for five places. */
export function decideTaking(standing: QuotaStanding, singleListed: boolean): void {
  const { regular, single } = leftOf(standing);
  if ((singleListed ? single : regular) < 1)
    throw refused('HONOUR_QUOTA_USED', { places: standing.places, singleListed });
}

/** Those of some unions, or all in reach, the highest first. */
export function readQuotas(
  sql: Sql,
  { roundId, honourCode = '', unionIds = null }: Find,
): Promise<(QuotaStanding & { honourCode: string })[]> {
  return sql<QuotaStanding & { honourCode: string }>`
    select * from honour_quota_row
    where "roundId" = ${roundId} and (${honourCode}::text = '' or "honourCode" = ${honourCode}::text)
      and (${unionIds}::uuid[] is null or "unionId" = any(${unionIds}::uuid[]))
    order by "honourCode", "fromUnionId" <> '', "unionName", "unionId" limit ${QUOTAS_MAX}`;
}

interface Find {
  roundId: string;
  honourCode?: string;
  unionIds?: readonly string[] | null;
}
const QUOTAS_MAX = 2_000;

/** Locked until the transaction ends: whoever gives or takes of it waits, and then sees what is left. */
export async function lockQuota(
  sql: Sql,
  { roundId, honourCode }: QuotaPlace,
  unionId: string,
): Promise<QuotaStanding> {
  await sql`
    select from honour_quota
    where round_id = ${roundId} and honour_code = ${honourCode} and union_id = ${unionId}
    for update`;
  const [standing] = await readQuotas(sql, { roundId, honourCode, unionIds: [unionId] });
  if (!standing) throw refused('HONOUR_QUOTA_NONE', { unionId });
  return standing;
}
