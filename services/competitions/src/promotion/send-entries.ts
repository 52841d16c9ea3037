// Whoever enters a contest that a node above has offered is entered there by letter.
import { contestEntrySent } from '@gonglian/contracts/contests.ts';
import { sealLetter } from '@gonglian/kernel/letter-seal.ts';
import { letterKeyOf } from '../across/sealing.ts';
import { openName } from '@gonglian/service/person.ts';
import type { Sql, Tx } from '../pipeline.ts';

export const entryNumberPlace = (competitionId: string) => `contest.number.${competitionId}`;
export const entrySubjectPlace = (entryId: string) => `contest.subject.${entryId}`;

interface Contest {
  competitionId: string;
  origin: string;
  parentCompetitionId: string;
}

interface Offer {
  competitionId: string;
  fromNode: string;
  entryKey: Buffer;
}

/** The contest of a node above that entries of this one go to, or that its winners may be promoted to. */
export async function findOffer(sql: Sql, contest: Contest): Promise<Offer | undefined> {
  const { competitionId, origin, parentCompetitionId } = contest;
  const offered = origin === 'JOINED' ? competitionId : parentCompetitionId;
  if (offered === '') return undefined;
  const [offer] = await sql<Offer>`
    select competition_id as "competitionId", from_node as "fromNode", entry_key as "entryKey"
    from competition where competition_id = ${offered} and from_node <> ''`;
  return offer;
}

/** This node keeps none of the numbers: each is sealed for the one above that will ask for it, and read there alone. */
export async function keepNumbers(
  { sql }: Pick<Tx, 'sql'>,
  contest: Contest,
  { entryIds, people }: { entryIds: readonly string[]; people: readonly { idNumber: string }[] },
): Promise<void> {
  const offer = await findOffer(sql, contest);
  if (!offer) return;
  const place = entryNumberPlace(offer.competitionId);
  const numbers = people.map(({ idNumber }) => sealLetter(offer.entryKey, idNumber, place));
  await sql`
    update competition_entry as e set number_sealed = n.number
    from unnest(${entryIds}::uuid[], ${numbers}::bytea[]) as n(id, number) where e.entry_id = n.id`;
}

interface Sending {
  entryId: string;
  tradeId: string;
  unionId: string;
  unionName: string;
  teamName: string;
  personId: string;
  nameSealed: Buffer;
  numberSealed: Buffer;
}

/** Of a contest that is held here, or that is joined without an offer, nothing is sent. */
export async function sendEntries(
  { sql, own, node, emit }: Tx,
  contest: Contest,
  entryIds: readonly string[],
): Promise<void> {
  const offer = contest.origin === 'JOINED' ? await findOffer(sql, contest) : undefined;
  if (!offer) return;
  const { competitionId, fromNode: toNode, entryKey } = offer;
  await sql`
    update competition_entry set sent_to = ${toNode}, sent_state = 'SENT'
    where entry_id = any(${entryIds}::uuid[])`;
  const rows = await sql<Sending>`
    select e.entry_id as "entryId", e.trade_id as "tradeId", e.union_id as "unionId",
      coalesce(u.name, '') as "unionName", e.team_name as "teamName", e.person_id as "personId",
      p.name_sealed as "nameSealed", e.number_sealed as "numberSealed"
    from competition_entry as e join person as p on p.person_id = e.person_id
    left join known_union as u on u.union_id = e.union_id
    where e.entry_id = any(${entryIds}::uuid[]) order by e.entry_id`;
  const replyKey = letterKeyOf(own.vault).publicKey;
  for (const { entryId, personId, nameSealed, teamName: teamTitle, ...entry } of rows) {
    const name = openName(own.vault, personId, nameSealed);
    const subjectSealed = sealLetter(entryKey, name, entrySubjectPlace(entryId));
    const to = { entryId, fromNode: node, toNode, competitionId };
    emit(contestEntrySent, { ...to, ...entry, teamTitle, subjectSealed, replyKey });
  }
}
