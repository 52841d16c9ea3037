// One of a slate that a node below sends. Until the slate is whole it stands in nobody's way and takes no place.
import type { HonourNominationSent } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { chinaDate, isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { openText, sealLetter } from '@gonglian/kernel/letter-seal.ts';
import { HONOUR_CODES, TRAITS, type HonourCode } from '../honour/honour-policy.ts';
import { findRounds, ruleIn } from '../honour/round.ts';
import { deedsPlace } from '../nomination/nomination.ts';
import { enterSubject } from '../nomination/subject.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { demandForm, includes } from '@gonglian/service/letter-form.ts';
import { letterKeyOf, numberPlace, openSubject, slateKeyOf } from './sealing.ts';

const KEY_BYTES = 32;
const CONSULTED_MAX = 20;

/** NOMINATION_NOT_YOURS for who is no subordinate. What it was given no quota for is answered with its slate. */
export async function takeNomination(
  tx: Tx,
  from: string,
  said: HonourNominationSent,
): Promise<void> {
  const { sql, own, node } = tx;
  demandWhole(said);
  const { nominationId, roundId } = said;
  const theirs = own.subordinates.includes(from) && said.fromNode === from && said.toNode === node;
  if (!theirs) throw refused('NOMINATION_NOT_YOURS', { from, subject: nominationId });
  const [round] = await findRounds(sql, { roundId });
  const honourCode = said.honourCode as HonourCode;
  if (!round?.categories.some((one) => one.honourCode === honourCode)) return;
  const [known] = await sql<{ again: boolean }>`
    select from_node = ${from} and state in ('ARRIVED', 'RETURNED') as again from nomination
    where nomination_id = ${nominationId} for update`;
  if (known && !known.again) return;
  const { holder } = await ruleIn(sql, round, honourCode);
  const key = letterKeyOf(own.vault);
  const { deeds, ...subject } = openSubject(key, nominationId, said.subjectSealed);
  const idNumber = openText(key, said.numberSealed, numberPlace(nominationId));
  const { unionId, unionName } = said;
  const whole = { ...subject, idNumber, unionId, unionName };
  const one = await enterSubject(tx, holder, whole, chinaDate(tx.now));
  const slateKey = await slateKeyOf(sql, roundId);
  const number =
    slateKey === null || idNumber === ''
      ? null
      : sealLetter(slateKey, idNumber, numberPlace(nominationId));
  const sealed = { deeds: own.vault.seal(deeds, deedsPlace(nominationId)), number };
  await write(sql, said, { ...one, ...sealed, holder });
  await writeConsulted(sql, said);
}

function demandWhole(said: HonourNominationSent): void {
  demandForm([said.nominationId, said.slateId, said.roundId, said.unionId].every(isId));
  demandForm(includes(HONOUR_CODES, said.honourCode) && said.replyKey.length === KEY_BYTES);
  demandForm(said.traits.every((trait) => includes(TRAITS, trait)));
  demandForm(said.unionName.length <= 200 && isCalendarDate(said.submittedOn));
  demandForm(said.consulted.length <= CONSULTED_MAX);
  for (const { body, askedOn, repliedOn, reply } of said.consulted) {
    demandForm(body.length <= 40 && reply === 'NO_OBJECTION');
    demandForm(isCalendarDate(askedOn) && isCalendarDate(repliedOn));
  }
}

interface Entering {
  holder: string;
  subjectKey: string;
  personId: string | null;
  holderName: string;
  deeds: Buffer;
  number: Buffer | null;
}

async function write(sql: Sql, said: HonourNominationSent, one: Entering): Promise<void> {
  const basis = said.basis ? `${said.basis.level} ${said.basis.honourCode}` : '';
  await sql`
    insert into nomination (nomination_id, round_id, honour_code, union_id, holder, person_id, holder_name,
      subject_key, traits, single_listed, deeds_sealed, state, stood_on, made_by, from_node, union_name,
      reply_key, number_sealed, slate_id, basis)
    values (${said.nominationId}, ${said.roundId}, ${said.honourCode}, ${said.unionId}, ${one.holder},
      ${one.personId}, ${one.holderName}, ${one.subjectKey}, ${said.traits}, ${said.singleListed},
      ${one.deeds}, 'ARRIVED', ${said.submittedOn}, '', ${said.fromNode}, ${said.unionName},
      ${said.replyKey}, ${one.number}, ${said.slateId}, ${basis})
    on conflict (nomination_id) do update set person_id = excluded.person_id,
      holder_name = excluded.holder_name, subject_key = excluded.subject_key, traits = excluded.traits,
      single_listed = excluded.single_listed, deeds_sealed = excluded.deeds_sealed, state = 'ARRIVED',
      stood_on = excluded.stood_on, union_name = excluded.union_name, reply_key = excluded.reply_key,
      number_sealed = excluded.number_sealed, slate_id = excluded.slate_id, basis = excluded.basis,
      version = nomination.version + 1`;
}

/** Whom the node below has asked need not be asked again here. */
async function writeConsulted(
  sql: Sql,
  { nominationId, unionId, consulted }: HonourNominationSent,
): Promise<void> {
  for (const { body, askedOn, repliedOn, reply } of consulted)
    await sql`
      insert into honour_consultation (nomination_id, union_id, body, asked_on, replied_on, reply)
      values (${nominationId}, ${unionId}, ${body}, ${askedOn}, ${repliedOn}, ${reply})
      on conflict (nomination_id, body) do nothing`;
}
