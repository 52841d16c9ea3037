// A round of honours as it is kept and as the API shows it.
import type { HonourNodeSlate } from '@gonglian/contracts/gen/gonglian/competitions/v1/across.ts';
import type {
  HonourRound,
  HonourRoundFile,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import type { HonourCode, HonourLevel, HonourRule, StructureShare } from './honour-policy.ts';
import { readQuotas } from './quota.ts';

interface Find {
  roundId?: string | null;
  roundYear?: number;
  before?: string | null;
  limit?: number;
}

/** The newest first. */
export function findRounds(sql: Sql, find: Find): Promise<HonourRound[]> {
  const { roundId = null, roundYear = 0, before = null, limit = 1 } = find;
  return sql<HonourRound>`
    select r.round_id as "roundId", r.round_year as "roundYear", r.level, r.title,
      r.document_no as "documentNo", r.opened_on::text as "openedOn", r.from_node as "fromNode",
      (select json_agg(json_build_object('honourCode', c.honour_code, 'name', c.name,
          'places', c.places, 'singleListed', c.single_listed,
          'slateSubmittedOn', coalesce(c.slate_submitted_on::text, ''),
          'slateDueOn', coalesce(c.slate_due_on::text, '')) order by c.honour_code)
        from honour_category as c where c.round_id = r.round_id) as categories
    from honour_round as r
    where (${roundId}::uuid is null or r.round_id = ${roundId}::uuid)
      and (${roundYear}::int = 0 or r.round_year = ${roundYear}::int)
      and (${before}::uuid is null or r.round_id < ${before}::uuid)
    order by r.round_id desc limit ${limit}`;
}

/** HONOUR_ROUND_UNKNOWN for none. */
export async function getRound(sql: Sql, roundId: string): Promise<HonourRound> {
  const [round] = await findRounds(sql, { roundId });
  if (!round) throw notFound('HONOUR_ROUND_UNKNOWN', { roundId });
  return round;
}

export async function roundFile(sql: Sql, roundId: string): Promise<HonourRoundFile> {
  return {
    round: await getRound(sql, roundId),
    quotas: await readQuotas(sql, { roundId }),
    slates: await findSlates(sql, roundId),
  };
}

const SLATES_MAX = 1_000;

/** Sent up or come from below, the newest first. */
export function findSlates(
  sql: Sql,
  roundId: string,
  slateId: string | null = null,
): Promise<HonourNodeSlate[]> {
  return sql<HonourNodeSlate>`
    select slate_id as "slateId", round_id as "roundId", honour_code as "honourCode", neighbour, direction,
      nominations, sent_on::text as "sentOn", state, reason,
      coalesce(answered_on::text, '') as "answeredOn", returned_ids as "returnedIds"
    from honour_slate
    where round_id = ${roundId} and (${slateId}::uuid is null or slate_id = ${slateId}::uuid)
    order by slate_id desc limit ${SLATES_MAX}`;
}

/** Refused HONOUR_UNKNOWN where there is none of that level. */
export function honourOn(honourCode: HonourCode, level: HonourLevel, on: CalendarDate): HonourRule {
  const table = competitionsPolicy('honour.table', on);
  const rule = table.find((one) => one.honourCode === honourCode && one.level === level);
  if (!rule) throw refused('HONOUR_UNKNOWN', { honourCode, level });
  return rule;
}

/** What of an honour a node above says when it hands a quota down. */
export type ToldRule = Pick<HonourRule, 'name' | 'holder' | 'cycleYears' | 'prerequisites'> & {
  shares: readonly StructureShare[];
};

/** The rule of an honour in a round: of the node above that handed it down, else of the day it was opened. */
export async function ruleIn(
  sql: Sql,
  { roundId, level, openedOn }: HonourRound,
  honourCode: HonourCode,
): Promise<HonourRule & ToldRule> {
  const [category] = await sql<{ rule: ToldRule | null }>`
    select rule from honour_category where round_id = ${roundId} and honour_code = ${honourCode}`;
  const known = level as HonourLevel;
  if (category?.rule) return { honourCode, level: known, authority: 'UNION', ...category.rule };
  const structure = competitionsPolicy('honour.structure', openedOn).find(
    (one) => one.level === level && one.honourCode === honourCode,
  );
  return { ...honourOn(honourCode, known, openedOn), shares: structure?.shares ?? [] };
}
