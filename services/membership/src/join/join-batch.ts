// Collective registration of up to 2,000 people in one call: each row is taken or refused by name.
// Set-based, one statement a table, because a federation brings in a hundred thousand people in an
// afternoon.
import type {
  JoinBatchResult,
  JoinRefusal,
  Person,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { memberApproved } from '@gonglian/contracts/membership.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { MembershipState } from '@gonglian/kernel/member.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { codeIds, codesKey } from '../member/codes.ts';
import { drawMemberNumbers } from '../member/member-numbers.ts';
import { sealPerson } from '../member/person.ts';
import {
  findKnown,
  insertPersons,
  updatePersons,
  type KnownMember,
} from '../member/person-rows.ts';
import { command, type Own } from '../pipeline.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { admissionAges, decideAdmission } from './admission.ts';
import { admitAgain, admitNew, type Joiner } from './admitted-rows.ts';
import { checkRows, refusalOf, type Candidate } from './candidates.ts';

const ROWS_MAX = 2_000;

const JoinBatch = z.strictObject({
  unionId: id,
  joinedOn: date,
  // Rows are checked by hand, each on its own: a bad one is refused and the others join.
  rows: z.custom<Person[]>(
    (rows) => Array.isArray(rows) && rows.length > 0 && rows.length <= ROWS_MAX,
    'between_1_and_2000_rows',
  ),
});
type JoinBatch = z.output<typeof JoinBatch>;

export const joinBatch = command({
  schema: JoinBatch,
  permission: 'membership.member.join',
  unions: (ask) => [ask.unionId],
  wholeNode: 'a document is looked up in the whole node',
  async run(tx, ask): Promise<JoinBatchResult> {
    const today = chinaDate(tx.now);
    if (ask.joinedOn > today) throw refused('EFFECTIVE_IN_FUTURE', { today });
    requireAdmitting(await findUnion(tx.sql, ask.unionId), ask.unionId);
    const terms = {
      today,
      onDate: ask.joinedOn,
      age: admissionAges(ask.joinedOn),
      allowFifteen: true,
    };
    const { candidates, refusals } = checkRows(tx.own.vault, ask.rows, terms);
    const { joined, unchanged } = await admit(tx, ask, candidates, refusals);
    return { joined, unchanged, refused: refusals.toSorted((a, b) => a.row - b.row) };
  },
});

async function admit(
  tx: Tx<Own>,
  ask: JoinBatch,
  candidates: readonly Candidate[],
  refusals: JoinRefusal[],
): Promise<{ joined: number; unchanged: number }> {
  if (candidates.length === 0) return { joined: 0, unchanged: 0 };
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
  const joiners: Joiner[] = [
    ...news
      .toSorted((a, b) => a.candidate.row - b.candidate.row)
      .map((one) => ({ memberId: one.id, codes: one.candidate.codes })),
    ...again,
  ];
  await join(tx, ask, joiners);
  return { joined: joiners.length, unchanged };
}

/** Those whose documents are known here: members already, refused, or joining again. */
async function judgeKnown(
  { sql, own }: Tx<Own>,
  { unionId, joinedOn }: JoinBatch,
  candidates: readonly Candidate[],
  refusals: JoinRefusal[],
): Promise<{ again: Joiner[]; unchanged: number }> {
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
    again: again.map(({ candidate: { codes }, known: past }) => ({
      memberId: past.memberId,
      codes,
      past,
    })),
  };
}

/** Numbers, memberships, spells and facts of everybody who joins. */
async function join(tx: Tx<Own>, ask: JoinBatch, joiners: readonly Joiner[]): Promise<void> {
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
