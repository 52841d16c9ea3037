// A slate goes up: each nomination in a letter, and one more that says that the slate is whole.
import { honourNominationSent, honourSlateSent } from '@gonglian/contracts/competitions.ts';
import type { HonourNodeSlate } from '@gonglian/contracts/gen/gonglian/competitions/v1/across.ts';
import type { HonourRound } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { HONOUR_CODES, type HonourRule } from '../honour/honour-policy.ts';
import { findSlates, getRound, ruleIn } from '../honour/round.ts';
import { readConsultations } from '../nomination/nomination-file.ts';
import { deedsPlace, writeStep, type NominationRow } from '../nomination/nomination.ts';
import { decideShares, readSlate } from '../nomination/slate.ts';
import { decideDate } from '../nomination/steps.ts';
import { heldBasis } from '../nomination/subject.ts';
import { openName } from '@gonglian/service/person.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { letterKeyOf, sealSubject, slateKeyOf } from './sealing.ts';

const SLATE_MAX = 5_000;

interface Sending {
  slateId: string;
  toNode: string;
  slateKey: Buffer;
  rule: HonourRule;
}

type SlateNomination = NominationRow & { numberSealed: Buffer | null };

export const sendHonourSlate = command({
  schema: z.strictObject({ roundId: id, honourCode: code(HONOUR_CODES), sentOn: date }),
  permission: 'competitions.honour-slate.submit',
  async run(tx, ask): Promise<HonourNodeSlate> {
    const { sql, node, emit } = tx;
    const { roundId, honourCode, sentOn } = ask;
    const round = await getRound(sql, roundId);
    const slateKey = await slateKeyOf(sql, roundId);
    if (slateKey === null) throw refused('HONOUR_ROUND_OWN');
    await requireSendable(tx, round, ask);
    const ready = await readReady(sql, ask);
    decideShares(await readSlate(sql, ask));
    const [slateId, toNode] = [newId(), round.fromNode];
    const nominations = ready.length;
    await sql`
      insert into honour_slate (slate_id, round_id, honour_code, neighbour, direction, nominations, sent_on, state)
      values (${slateId}, ${roundId}, ${honourCode}, ${toNode}, 'OUT', ${nominations}, ${sentOn}, 'SENT')`;
    const rule = await ruleIn(sql, round, honourCode);
    for (const one of ready) {
      await writeStep(tx, one, { step: 'SEND', state: 'REVIEWED', happenedOn: sentOn });
      await sendOne(tx, one, { slateId, toNode, slateKey, rule });
    }
    const said = { slateId, roundId, honourCode, fromNode: node, toNode, nominations, sentOn };
    emit(honourSlateSent, said);
    const [sent] = await findSlates(sql, roundId, slateId);
    if (!sent) throw notFound('HONOUR_ROUND_UNKNOWN', { roundId });
    return sent;
  },
});

/** In the order of refusals: the date, the slate is not complete here, too late. */
async function requireSendable(
  { sql, now }: Tx,
  { roundId, openedOn, categories }: HonourRound,
  { honourCode, sentOn }: { honourCode: string; sentOn: string },
): Promise<void> {
  decideDate(openedOn, sentOn, chinaDate(now));
  await sql`
    select from honour_category where round_id = ${roundId} and honour_code = ${honourCode}
    for update`;
  const { slateSubmittedOn = '', slateDueOn: dueOn = '' } =
    categories.find((one) => one.honourCode === honourCode) ?? {};
  if (slateSubmittedOn === '') throw refused('HONOUR_SLATE_NOT_SUBMITTED');
  if (sentOn > dueOn) throw refused('HONOUR_SLATE_LATE', { dueOn });
}

/** What has its place here and was not sent yet, locked. Refused HONOUR_SLATE_UNREVIEWED while one waits for its review. */
async function readReady(
  sql: Sql,
  { roundId, honourCode }: { roundId: string; honourCode: string },
): Promise<SlateNomination[]> {
  const locked = await sql<{ id: string; number: Buffer | null }>`
    select nomination_id as id, number_sealed as number from nomination
    where round_id = ${roundId} and honour_code = ${honourCode} and quota_union_id is not null
      and held_by = '' order by nomination_id limit ${SLATE_MAX} for update`;
  const numbers = new Map(locked.map(({ id: one, number }) => [one, number]));
  const rows = await sql<NominationRow>`
    select * from nomination_row where "nominationId" = any(${[...numbers.keys()]}::uuid[])
    order by "nominationId"`;
  const waiting = rows.filter(({ state }) => state !== 'REVIEWED').length;
  if (waiting > 0) throw refused('HONOUR_SLATE_UNREVIEWED', { waiting });
  if (rows.length === 0) throw refused('HONOUR_SLATE_EMPTY');
  return rows.map((row) => ({ ...row, numberSealed: numbers.get(row.nominationId) ?? null }));
}

async function sendOne(tx: Tx, one: SlateNomination, sending: Sending): Promise<void> {
  const { sql, own, node, emit } = tx;
  const { nominationId, roundId, honourCode, unionId, unionName, holder } = one;
  const { slateId, toNode, slateKey, rule } = sending;
  await sql`
    update nomination set held_by = ${toNode}, slate_id = ${slateId}
    where nomination_id = ${nominationId}`;
  const personName = one.nameSealed ? openName(own.vault, one.personId, one.nameSealed) : '';
  const deeds = own.vault.open(one.deedsSealed, deedsPlace(nominationId));
  // A unit is its union: it has no name besides.
  const holderName = holder === 'TEAM' || holder === 'RESULT' ? one.holderName : '';
  const asked = await readConsultations(sql, nominationId);
  const basis = await heldBasis(sql, one, rule);
  emit(honourNominationSent, {
    nominationId,
    slateId,
    roundId,
    honourCode,
    fromNode: node,
    toNode,
    unionId,
    unionName,
    traits: one.traits,
    singleListed: one.singleListed,
    submittedOn: one.submittedOn,
    basis,
    consulted: asked.map(({ body, askedOn, repliedOn, reply }) => ({
      body,
      askedOn,
      repliedOn,
      reply,
    })),
    subjectSealed: sealSubject(slateKey, nominationId, { personName, holderName, deeds }),
    numberSealed: one.numberSealed ?? Buffer.alloc(0),
    replyKey: letterKeyOf(own.vault).publicKey,
  });
}
