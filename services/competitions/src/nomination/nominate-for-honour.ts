// A union writes down whom it would see honoured: a draft, until its workers' congress has agreed.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { sealNumber } from '../across/sealing.ts';
import { HONOUR_CODES, TRAITS, type HonourLevel } from '../honour/honour-policy.ts';
import { getRound, ruleIn } from '../honour/round.ts';
import { command, type Sql } from '../pipeline.ts';
import { deedsPlace, viewNow } from './nomination.ts';
import { enterSubject, requireOnceInCycle } from './subject.ts';

const NominateForHonour = z.strictObject({
  roundId: id,
  honourCode: code(HONOUR_CODES),
  unionId: id,
  personName: optionalText(50),
  idNumber: optionalText(18),
  holderName: optionalText(100),
  traits: z
    .array(code(TRAITS))
    .max(TRAITS.length, 'too_many')
    .refine((traits) => new Set(traits).size === traits.length, 'twice'),
  singleListed: z.boolean(),
  deeds: text(2_000),
});

export const nominateForHonour = command({
  schema: NominateForHonour,
  permission: 'competitions.nomination.write',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Nomination> {
    const { sql, actor, now, own } = tx;
    const round = await getRound(sql, ask.roundId);
    const unionName = await livingUnion(sql, ask.unionId);
    const { honourCode, roundId } = ask;
    const category = round.categories.find((one) => one.honourCode === honourCode);
    if (!category) throw refused('HONOUR_QUOTA_NONE', { unionId: ask.unionId });
    const level = round.level as HonourLevel;
    const rule = await ruleIn(sql, round, honourCode);
    const subject = await enterSubject(tx, rule.holder, { ...ask, unionName }, chinaDate(now));
    await tx.beyondScope('nobody is nominated twice, by whatever union');
    const nominationId = newId();
    const { subjectKey, personId, holderName } = subject;
    const { roundYear } = round;
    const one = { nominationId, roundId, roundYear, honourCode, level, subjectKey };
    await requireOnceInCycle(sql, one, rule);
    const deeds = own.vault.seal(ask.deeds, deedsPlace(nominationId));
    const number = await sealNumber(sql, roundId, { nominationId, idNumber: ask.idNumber });
    await sql`
      insert into nomination (nomination_id, round_id, honour_code, union_id, holder, person_id, holder_name,
        subject_key, traits, single_listed, deeds_sealed, state, stood_on, made_by, number_sealed)
      values (${nominationId}, ${roundId}, ${honourCode}, ${ask.unionId}, ${rule.holder}, ${personId},
        ${holderName}, ${subjectKey}, ${ask.traits}, ${ask.singleListed}, ${deeds}, 'DRAFT',
        ${round.openedOn}, ${actor.id}, ${number})`;
    return viewNow(tx, nominationId);
  },
});

/** Its name; UNION_UNKNOWN for one that is dissolved. */
async function livingUnion(sql: Sql, unionId: string): Promise<string> {
  const [union] = await sql<{ name: string }>`
    select name from known_union where union_id = ${unionId} and dissolved_on is null`;
  if (!union) throw notFound('UNION_UNKNOWN', { unionId });
  return union.name;
}
