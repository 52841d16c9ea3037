// What was decided, by kind of record: how much, for whom, and of which union. A record out of reach is none.
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import type { RecordKind } from './payout-policy.ts';

export interface Source {
  /** Of the record; who pays is it, or one above it. */
  unionId: string;
  payeeKind: 'PERSON' | 'UNIT';
  /** Of a person one at least; neither of a unit. */
  personId: string | null;
  memberId: string | null;
  nameSealed: Buffer | null;
  /** What was decided; 0 where nothing was yet. */
  decidedFen: number;
  /** Where whoever asks decides: no more than this, together with others of the same pool. */
  maxFen: number;
  pool: string;
}

type Found = Omit<Source, 'maxFen' | 'pool'> & { maxFen?: number; level?: string; pool?: string };
type Place = { recordId: string; recordPart: string };

const UUID = '[0-9a-f-]{36}';
const PART: Readonly<Record<RecordKind, RegExp>> = {
  SUGGESTION_REWARD: /^$/,
  HAZARD_AWARD: /^$/,
  STUDIO_FUNDING: /^[A-Z]+\/(NAMED|CONTINUED)\/\d{4}-\d\d-\d\d$/,
  COMPETITION_PRIZE: /^$/,
  HONOUR_BONUS: /^$/,
  STUDY_SUBSIDY: /^(PROVINCE|CITY|COUNTY)$/,
};

const FIND: Readonly<Record<RecordKind, (sql: Sql, place: Place) => Promise<Found[]>>> = {
  SUGGESTION_REWARD: (sql, { recordId }) => sql<Found>`
    select s.union_id as "unionId", 'PERSON' as "payeeKind", s.person_id as "personId",
      s.member_id as "memberId", p.name_sealed as "nameSealed", s.reward_fen::float8 as "decidedFen"
    from suggestion as s left join person as p using (person_id) where s.id = ${recordId}::uuid`,
  HAZARD_AWARD: (sql, { recordId }) => sql<Found>`
    select h.union_id as "unionId", 'PERSON' as "payeeKind", h.person_id as "personId",
      h.member_id as "memberId", p.name_sealed as "nameSealed", h.award_fen::float8 as "decidedFen"
    from hazard_report as h left join person as p using (person_id) where h.id = ${recordId}::uuid`,
  STUDIO_FUNDING: (sql, { recordId, recordPart }) => sql<Found>`
    select union_id as "unionId", 'UNIT' as "payeeKind", null::uuid as "personId", null::uuid as "memberId",
      null::bytea as "nameSealed", amount_fen::float8 as "decidedFen"
    from studio_funding
    where studio_id = ${recordId}::uuid
      and level || '/' || reason || '/' || funded_on::text = ${recordPart}`,
  // A prize of a competition is what its plan has for prizes, less what others were given of it.
  COMPETITION_PRIZE: (sql, { recordId }) => sql<Found>`
    select r.holder_union_id as "unionId", case when e.person_id is null then 'UNIT' else 'PERSON' end as "payeeKind",
      e.person_id as "personId", e.member_id as "memberId", p.name_sealed as "nameSealed", 0::float8 as "decidedFen",
      c.competition_id as pool, (c.prize_fen - coalesce((
        select sum(l.amount_fen) from payout_line as l join competition_entry as o on o.entry_id::text = l.record_id
        where l.payout_kind = 'COMPETITION_PRIZE' and l.state <> 'DROPPED'
          and o.competition_id = c.competition_id), 0))::float8 as "maxFen"
    from competition_result as r join competition_entry as e using (entry_id)
    join competition as c on c.competition_id = r.competition_id left join person as p using (person_id)
    where r.entry_id = ${recordId}::uuid and r.prize <> '' and c.origin = 'HELD'`,
  HONOUR_BONUS: (sql, { recordId }) => sql<Found>`
    select g.union_id as "unionId", case when g.person_id is null then 'UNIT' else 'PERSON' end as "payeeKind",
      g.person_id as "personId", null::uuid as "memberId", p.name_sealed as "nameSealed", 0::float8 as "decidedFen",
      g.level
    from honour_grant as g left join person as p using (person_id)
    where g.grant_id = ${recordId}::uuid and g.revoked_on is null`,
  STUDY_SUBSIDY: (sql, { recordId, recordPart }) => sql<Found>`
    select s.union_id as "unionId", 'PERSON' as "payeeKind", s.person_id as "personId",
      s.member_id as "memberId", p.name_sealed as "nameSealed", h.amount_fen::float8 as "decidedFen"
    from study_subsidy as s join study_share as h using (study_id) left join person as p using (person_id)
    where s.study_id = ${recordId}::uuid and h.level = ${recordPart}`,
};

/** RECORD_UNKNOWN; refused RECORD_UNDECIDED where nothing was decided that could be paid. */
export async function readSource(tx: Tx, kind: RecordKind, place: Place): Promise<Source> {
  const known = new RegExp(`^${UUID}$`).test(place.recordId) && PART[kind].test(place.recordPart);
  const [found] = known ? await FIND[kind](tx.sql, place) : [];
  if (!found) throw notFound('RECORD_UNKNOWN', { recordId: place.recordId });
  const maxFen = found.maxFen ?? bonusMax(tx, found.level);
  if (found.decidedFen === 0 && maxFen === 0) throw refused('RECORD_UNDECIDED');
  return { ...found, maxFen, pool: found.pool ?? place.recordId };
}

function bonusMax({ now }: Tx, level: string | undefined): number {
  if (level === undefined) return 0;
  const max: Readonly<Record<string, number>> = competitionsPolicy(
    'payout.honour_bonus_max',
    chinaDate(now),
  );
  return max[level] ?? 0;
}

/** What is paid. Refused PAYOUT_AMOUNT_DECIDED where the record says otherwise, PAYOUT_ABOVE beyond what there is. */
export function decideAmount(
  { decidedFen, maxFen }: Pick<Source, 'decidedFen' | 'maxFen'>,
  askedFen: number,
): number {
  if (decidedFen > 0 && askedFen !== 0 && askedFen !== decidedFen)
    throw refused('PAYOUT_AMOUNT_DECIDED', { decidedFen });
  if (decidedFen > 0) return decidedFen;
  if (askedFen === 0 || askedFen > maxFen) throw refused('PAYOUT_ABOVE', { maxFen });
  return askedFen;
}
