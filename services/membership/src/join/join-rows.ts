// People who join a union together, by a batch or by an import. Set-based, one statement a table, because a federation
// brings in a hundred thousand people in an afternoon.
import type { JoinRefusal, Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { memberApproved } from '@gonglian/contracts/membership.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { MembershipState } from '@gonglian/kernel/member.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import { codeIds, codesKey } from '../member/codes.ts';
import { drawMemberNumbers } from '../member/member-numbers.ts';
import { sealPerson } from '../member/person.ts';
import {
  findKnown,
  insertPersons,
  updatePersons,
  type KnownMember,
} from '../member/person-rows.ts';
import type { Own } from '../pipeline.ts';
import { admissionAges, decideAdmission } from './admission.ts';
import { admitAgain, admitNew, type Joiner } from './admitted-rows.ts';
import { checkRows, refusalOf, type Candidate } from './candidates.ts';
import type { CheckTerms } from './check-person.ts';

export interface Joining {
  unionId: string;
  joinedOn: CalendarDate;
}

/** Who became a member, and by which row, from 1. */
export interface JoinedRow {
  row: number;
  memberId: string;
}

export interface JoinedRows {
  joined: JoinedRow[];
  /** Who was known here before and is a member again. */
  again: JoinedRow[];
  unchanged: number;
  refused: JoinRefusal[];
}

/** Refused EFFECTIVE_IN_FUTURE: nobody joins before the day has come. */
export function requireJoinDate(joinedOn: CalendarDate, now: Date): void {
  const today = chinaDate(now);
  if (joinedOn > today) throw refused('EFFECTIVE_IN_FUTURE', { today });
}

export function joinTerms(joinedOn: CalendarDate, now: Date): CheckTerms {
  const age = admissionAges(joinedOn);
  return { today: chinaDate(now), onDate: joinedOn, age, allowFifteen: true };
}

/**
 * Takes each row that is in order and names the rule by which another is refused. The transaction must reach the whole
 * node, and the union must be one that takes members.
 */
export async function joinRows(
  tx: Tx<Own>,
  ask: Joining,
  persons: readonly Person[],
): Promise<JoinedRows> {
  const terms = joinTerms(ask.joinedOn, tx.now);
  const { candidates, refusals } = checkRows(tx.own.vault, persons, terms);
  const admitted = await admit(tx, ask, candidates, refusals);
  return { ...admitted, refused: refusals.toSorted((a, b) => a.row - b.row) };
}

type RowJoiner = Joiner & { row: number };

async function admit(
  tx: Tx<Own>,
  ask: Joining,
  candidates: readonly Candidate[],
  refusals: JoinRefusal[],
): Promise<Omit<JoinedRows, 'refused'>> {
  if (candidates.length === 0) return { joined: [], again: [], unchanged: 0 };
  const { sql, own } = tx;
  const persons = candidates
    .map((candidate) => {
      const personId = newId();
      const { idType } = candidate.identity;
      const sealed = sealPerson(own.vault, personId, candidate.identity);
      return { id: personId, idType, hash: candidate.hash, sealed, candidate };
    })
    .toSorted((a, b) => Buffer.compare(a.hash, b.hash));
  const inserted = await insertPersons(sql, persons);
  const news = persons.filter((person) => inserted.has(person.id));
  const left = persons.filter((person) => !inserted.has(person.id)).map((one) => one.candidate);
  const { again, unchanged } = await judgeKnown(tx, ask, left, refusals);
  const joined: RowJoiner[] = news
    .map(({ id, candidate: { row, codes } }) => ({ row, memberId: id, codes }))
    .toSorted((a, b) => a.row - b.row);
  await join(tx, ask, [...joined, ...again]);
  return { joined: joined.map(rowOf), again: again.map(rowOf), unchanged };
}

function rowOf({ row, memberId }: RowJoiner): JoinedRow {
  return { row, memberId };
}

/** Those whose documents are known here: members already, refused, or joining again. */
async function judgeKnown(
  { sql, own }: Tx<Own>,
  { unionId, joinedOn }: Joining,
  candidates: readonly Candidate[],
  refusals: JoinRefusal[],
): Promise<{ again: RowJoiner[]; unchanged: number }> {
  if (candidates.length === 0) return { again: [], unchanged: 0 };
  const known = await findKnown(
    sql,
    candidates.map((candidate) => candidate.hash),
  );
  const byHash = new Map(known.map((member) => [member.hash.toString('latin1'), member]));
  const again: { candidate: Candidate; known: KnownMember }[] = [];
  let unchanged = 0;
  for (const candidate of candidates) {
    const member = byHash.get(candidate.hashText);
    if (member === undefined) throw new Error('a known person without a membership');
    const past = { ...member, state: member.state as MembershipState };
    const admission = decideAdmission(past, unionId, joinedOn);
    if (admission.kind === 'unchanged') unchanged += 1;
    else if (admission.kind === 'again') again.push({ candidate, known: member });
    else refusals.push(refusalOf(candidate.row, admission.code, admission.heldByUnionId));
  }
  if (again.length > 0) {
    await updatePersons(
      sql,
      again.map(({ candidate, known: { memberId } }) => ({
        id: memberId,
        sealed: sealPerson(own.vault, memberId, candidate.identity),
      })),
    );
  }
  return {
    unchanged,
    again: again.map(({ candidate: { row, codes }, known: past }) => ({
      row,
      memberId: past.memberId,
      codes,
      past,
    })),
  };
}

/** Numbers, memberships, spells and facts of everybody who joins. */
async function join(tx: Tx<Own>, ask: Joining, joiners: readonly Joiner[]): Promise<void> {
  if (joiners.length === 0) return;
  const { sql, own, emit } = tx;
  const { unionId, joinedOn } = ask;
  const ids = await codeIds(
    sql,
    joiners.map((joiner) => joiner.codes),
  );
  const numberless = joiners.filter((joiner) => !joiner.past?.memberNo).length;
  const year = Number(joinedOn.slice(0, 4));
  const numbers = await drawMemberNumbers(sql, own.regionCode, year, numberless);
  let drawn = 0;
  const admitted = joiners.map((joiner) => ({
    ...joiner,
    memberNo: joiner.past?.memberNo ?? numbers[drawn++] ?? '',
    codesId: ids.get(codesKey(joiner.codes)) ?? 0,
  }));
  await admitNew(
    sql,
    ask,
    admitted.filter((one) => one.past === undefined),
  );
  await admitAgain(
    sql,
    ask,
    admitted.filter((one) => one.past !== undefined),
  );
  for (const { memberId, codes, past } of admitted) {
    emit(memberApproved, {
      memberId,
      unionId,
      channel: 'BATCH',
      joinedOn,
      codes,
      rejoined: past !== undefined && past.lastNo !== null,
      version: (past?.version ?? 0) + 1,
    });
  }
}
