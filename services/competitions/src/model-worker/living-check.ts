// The yearly check that whoever is paid is alive and here: as it is kept and shown, and when it holds.
import type {
  LivingCheck,
  LivingCheckRound,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { z } from 'zod';
import type { Standing } from '../certificate/standing.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

export const CHECK_METHODS = ['VISIT', 'IN_PERSON', 'VIDEO', 'REGISTER'] as const;
export const CHECK_OUTCOMES = ['ALIVE', 'DECEASED', 'MOVED', 'EMIGRATED', 'UNTRACEABLE'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export const roundYear = z.int().min(2000, 'too_early').max(2100, 'too_late');

/** What a check says of how somebody stands; that he is under investigation it does not end. */
export function standingAfter(outcome: CheckOutcome, before: string): Standing {
  if (outcome !== 'ALIVE') return outcome;
  return before === 'INVESTIGATED' ? 'INVESTIGATED' : 'LIVING';
}

/** Whether the last check holds in a month: that of its year, or of the year before in the first months. */
export function checkHolds(
  { checkedYear, checkOutcome }: { checkedYear: number; checkOutcome: string },
  month: string,
  carriesMonths: number,
): boolean {
  if (checkOutcome !== 'ALIVE') return false;
  const [year = 0, n = 0] = month.split('-').map(Number);
  return checkedYear === year || (checkedYear === year - 1 && n <= carriesMonths);
}

/** Who should be checked: who holds the honour and was not found dead, gone or unfindable before the round. */
export async function readRound(sql: Sql, year: number): Promise<LivingCheckRound> {
  const [round] = await sql<LivingCheckRound>`
    select round_year as "roundYear", opened_on::text as "openedOn", document_no as "documentNo",
      h.holders, h.checked, h.holders - h.checked as unchecked
    from living_check_round as r cross join lateral (
      select count(*)::int as holders, (count(*) filter (where c.checked))::int as checked
      from model_worker_row as w cross join lateral (
        select exists (select from living_check as k
          where k.person_id = w."personId" and k.round_year = r.round_year) as checked) as c
      where c.checked or w.standing in ('LIVING', 'INVESTIGATED')) as h
    where round_year = ${year}`;
  if (!round) throw notFound('LIVING_CHECK_UNKNOWN', { year });
  return round;
}

export interface CheckRow extends Omit<LivingCheck, 'personNameMasked'> {
  nameSealed: Buffer;
}

export function checkView(vault: Vault, { nameSealed, ...row }: CheckRow): LivingCheck {
  return { ...row, personNameMasked: shownName(vault, row.personId, nameSealed) };
}

interface Find {
  roundYear: number;
  personId?: string | null;
  unionId?: string | null;
  /** '' for all. */
  outcome: string;
  before?: string | null;
  limit: number;
}

/** The last of each holder in a round, or that there is none. */
export function findChecks(sql: Sql, of: Find): Promise<CheckRow[]> {
  const { personId = null, unionId = null, before = null } = of;
  return sql<CheckRow>`
    select ${of.roundYear}::int as "roundYear", w."personId", w."nameSealed", w."unionId", w."unionName",
      coalesce(k.check_id::text, '') as "checkId", coalesce(k.checked_on::text, '') as "checkedOn",
      coalesce(k.checked_by, '') as "checkedBy", coalesce(k.method, '') as "checkMethod",
      coalesce(k.outcome, '') as "checkOutcome", coalesce(k.note, '') as note
    from model_worker_row as w left join lateral (
      select * from living_check as c
      where c.person_id = w."personId" and c.round_year = ${of.roundYear}::int
      order by c.checked_on desc, c.check_id desc limit 1) as k on true
    where (k.check_id is not null or w.standing in ('LIVING', 'INVESTIGATED'))
      and (${of.outcome}::text = '' or coalesce(k.outcome, 'UNCHECKED') = ${of.outcome}::text)
      and (${personId}::uuid is null or w."personId" = ${personId}::uuid)
      and (${unionId}::uuid is null or w."unionId" = ${unionId}::uuid)
      and (${before}::uuid is null or w."personId" < ${before}::uuid)
    order by w."personId" desc limit ${of.limit}`;
}
