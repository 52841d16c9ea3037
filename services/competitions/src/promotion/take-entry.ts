// A node below enters somebody in a contest that it was offered: he is entered or refused, and either is answered at once.
import { contestEntryAnswered } from '@gonglian/contracts/contests.ts';
import type {
  ContestEntrySent,
  ContestEntryWithdrawn,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { isRefusal, refused } from '@gonglian/kernel/refusal.ts';
import { demandForm } from '@gonglian/service/letter-form.ts';
import { letterKeyOf } from '../across/sealing.ts';
import { holdCompetition, ruleBookOf } from '../competition/competition.ts';
import { decideEntry, fullOf } from '../entry/decide-entry.ts';
import { birthDateOf } from '../entry/entry.ts';
import { requireNoJudge, takePlaces } from '../entry/places.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { entryNumberPlace, entrySubjectPlace } from './send-entries.ts';

const NAME_MAX = 60;

/** CONTEST_NOT_YOURS for who is no subordinate. One that was answered is passed over. */
export async function takeEntry(tx: Tx, from: string, said: ContestEntrySent): Promise<void> {
  const { sql, own, node, emit } = tx;
  const { entryId, competitionId } = said;
  demandForm([entryId, competitionId, said.tradeId, said.unionId].every(isId));
  demandForm(said.unionName.length <= 200 && said.teamTitle.length <= NAME_MAX);
  const theirs = own.subordinates.includes(from) && said.fromNode === from && said.toNode === node;
  if (!theirs) throw refused('CONTEST_NOT_YOURS', { from, subject: entryId });
  const known = await sql`
    select from competition_entry where entry_id = ${entryId}
    union all select from contest_refusal where entry_id = ${entryId}`;
  if (known.length > 0) return;
  const to = { entryId, fromNode: node, toNode: from };
  try {
    await enter(tx, from, said);
    emit(contestEntryAnswered, { ...to, answer: 'ENTERED', reason: '' });
  } catch (error) {
    // Nothing was written but for a person; what is sealed for another is no entry, and is parked.
    if (!isRefusal(error) || error.code === 'LETTER_SEAL_BROKEN') throw error;
    const reason = error.code;
    await sql`
      insert into contest_refusal (entry_id, node, reason) values (${entryId}, ${from}, ${reason})`;
    emit(contestEntryAnswered, { ...to, answer: 'REFUSED', reason });
  }
}

/** Everything that may stand against it is asked before anything is written: a refusal leaves no place taken. */
async function enter(tx: Tx, from: string, said: ContestEntrySent): Promise<void> {
  const { sql, own, now } = tx;
  const { entryId, competitionId, tradeId, unionId } = said;
  const places = await offeredPlaces(sql, competitionId, from);
  const competition = await holdCompetition(sql, competitionId);
  const key = letterKeyOf(own.vault);
  const personName = key.open(said.subjectSealed, entrySubjectPlace(entryId));
  const idNumber = key.open(said.numberSealed, entryNumberPlace(competitionId));
  demandForm(personName !== '' && personName.length <= NAME_MAX);
  // One of an older version has sent none, and is told no certificate.
  const replyKey = said.replyKey.length === 0 ? null : Buffer.from(said.replyKey);
  const today = chinaDate(now);
  const trade = competition.trades.find((one) => one.tradeId === tradeId);
  // The grade was checked by the node that knows it.
  const person = { birthDate: birthDateOf(idNumber, today), skillGrade: 1 };
  const ruleBook = ruleBookOf(competition);
  decideEntry({ competition, trade, below: true, people: [person], ruleBook });
  const people = [{ personName, idNumber }];
  const [personId = ''] = await enterPeople({ sql, vault: own.vault, today }, people);
  await requireNoJudge(sql, { tradeId, unionId, personIds: [personId] });
  await requireRoom(sql, { competitionId, tradeId, from, personId, places });
  await takePlaces(sql, tradeId, 1);
  await sql`
    insert into competition_entry (entry_id, competition_id, holder_union_id, trade_id, union_id, entry_kind,
      person_id, team_name, enrolled_on, from_node, union_name, reply_key)
    values (${entryId}, ${competitionId}, ${competition.unionId}, ${tradeId}, ${unionId}, 'PERSON',
      ${personId}, ${said.teamTitle}, ${today}, ${from}, ${said.unionName}, ${replyKey})`;
}

async function offeredPlaces(sql: Sql, competitionId: string, from: string): Promise<number> {
  const [offer] = await sql<{ places: number }>`
    select places from contest_offer where competition_id = ${competitionId} and node = ${from}`;
  if (!offer) throw refused('CONTEST_NOT_OFFERED');
  return offer.places;
}

interface Room {
  competitionId: string;
  tradeId: string;
  from: string;
  personId: string;
  places: number;
}

/** Under the lock of the trade: who enters here at once waits, and is seen. */
async function requireRoom(
  sql: Sql,
  { competitionId, tradeId, from, personId, places }: Room,
): Promise<void> {
  await sql`select from competition_trade where trade_id = ${tradeId} for update`;
  const twice = await sql`
    select from competition_entry
    where competition_id = ${competitionId} and person_id = ${personId} and state = 'ENROLLED'`;
  if (twice.length > 0) throw refused('ENTRANT_TWICE');
  const [sent] = await sql<{ count: number }>`
    select count(*)::int as count from competition_entry
    where trade_id = ${tradeId} and from_node = ${from} and state = 'ENROLLED'`;
  if ((sent?.count ?? 0) >= places) throw fullOf({ places });
}

/** His place is free again while enrolment goes on; later he is one who did not come. */
export async function takeWithdrawal(
  { sql }: Tx,
  from: string,
  { entryId, fromNode }: ContestEntryWithdrawn,
): Promise<void> {
  demandForm(isId(entryId));
  const [entry] = await sql<{ from: string; tradeId: string; open: boolean }>`
    select e.from_node as from, e.trade_id as "tradeId",
      e.state = 'ENROLLED' and c.state = 'ENROLLING' as open
    from competition_entry as e join competition as c using (competition_id)
    where e.entry_id = ${entryId} for update of e`;
  if (!entry) return; // it was refused
  if (entry.from !== from || fromNode !== from)
    throw refused('CONTEST_NOT_YOURS', { from, subject: entryId });
  if (!entry.open) return;
  await sql`
    update competition_entry set state = 'WITHDRAWN', version = version + 1
    where entry_id = ${entryId}`;
  await sql`update competition_trade set taken = taken - 1 where trade_id = ${entry.tradeId}`;
}
