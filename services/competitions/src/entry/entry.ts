// One entry: a person in a trade, or a unit in a labour competition.
import type { CompetitionEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { parseIdNumber } from '@gonglian/kernel/id-number.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

export interface EntryRow {
  entryId: string;
  competitionId: string;
  tradeId: string;
  unionId: string;
  unionName: string;
  entryKind: string;
  personId: string;
  sealed: Buffer | null;
  teamName: string;
  state: string;
  inFinal: boolean;
  benchNo: number;
  enrolledOn: string;
  version: number;
  /** To the node above, where it is of a contest of that one. */
  sentTo: string;
  sentState: string;
  sentReason: string;
}

interface Find {
  entryIds?: readonly string[] | null;
  competitionId?: string | null;
  tradeId?: string | null;
  after?: string | null;
  limit: number;
}

/** In the order in which they came, as far as the caller reaches. */
export function findEntries(sql: Sql, find: Find): Promise<EntryRow[]> {
  const { entryIds = null, competitionId = null, tradeId = null, after = null, limit } = find;
  return sql<EntryRow>`
    select e.entry_id as "entryId", e.competition_id as "competitionId",
      coalesce(e.trade_id::text, '') as "tradeId", e.union_id as "unionId", coalesce(u.name, e.union_name) as "unionName",
      e.entry_kind as "entryKind", coalesce(e.person_id::text, '') as "personId", p.name_sealed as sealed,
      e.team_name as "teamName", e.state, e.in_final as "inFinal", coalesce(e.bench_no, 0) as "benchNo",
      e.enrolled_on::text as "enrolledOn", e.version, e.sent_to as "sentTo",
      e.sent_state as "sentState", e.sent_reason as "sentReason"
    from competition_entry as e
    left join known_union as u on u.union_id = e.union_id
    left join person as p on p.person_id = e.person_id
    where (${entryIds}::uuid[] is null or e.entry_id = any(${entryIds}::uuid[]))
      and (${competitionId}::uuid is null or e.competition_id = ${competitionId}::uuid)
      and (${tradeId}::uuid is null or e.trade_id = ${tradeId}::uuid)
      and (${after}::uuid is null or e.entry_id > ${after}::uuid)
    order by e.entry_id limit ${limit}`;
}

/** Whoever judges the competition is told no number while he scores. */
export function entryView(vault: Vault, row: EntryRow, judges = false): CompetitionEntry {
  const { personId, sealed, sentTo: _, ...shown } = row;
  const personNameMasked = sealed ? shownName(vault, personId, sealed) : '';
  return { ...shown, personNameMasked, benchNo: judges ? 0 : row.benchNo };
}

/** Throws invalid with the rule of the number that fails (domain §2.6). */
export function birthDateOf(idNumber: string, today: string): string {
  const parsed = parseIdNumber(idNumber, { today, allowFifteen: true });
  if (!parsed.ok) throw invalid(parsed.rule);
  return parsed.birthDate;
}
