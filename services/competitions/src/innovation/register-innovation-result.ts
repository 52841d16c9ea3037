import type { InnovationResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { innovationRegistered } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence, optionalFen } from '@gonglian/service/record-fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { readResult, RESULT_KINDS } from './innovation-result.ts';

const AUTHORS_MAX = 50;

/** Refused RESULT_AUTHOR_TWICE, whichever number he is written with. */
export function decideAuthors(people: readonly string[]): void {
  if (new Set(people).size < people.length) throw refused('RESULT_AUTHOR_TWICE');
}

/** Into the library: what it was before, what it is now, and what the unit says it is worth. */
export const registerInnovationResult = command({
  schema: z.strictObject({
    unionId: id,
    resultKind: code(RESULT_KINDS),
    title: text(200),
    authors: z
      .array(z.strictObject({ personName: text(50), idNumber: text(18) }))
      .min(1, 'required')
      .max(AUTHORS_MAX, 'too_many'),
    beforeText: text(1_000),
    afterText: text(1_000),
    benefitFen: optionalFen,
    evidenceSha256: evidence,
    registeredOn: date,
  }),
  permission: 'competitions.innovation.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now, emit }, ask): Promise<InnovationResult> {
    const { unionId, resultKind, registeredOn } = ask;
    const today = chinaDate(now);
    decideDay(registeredOn, '', today);
    await requireLivingUnion(sql, unionId);
    const people = await enterPeople({ sql, vault: own.vault, today }, ask.authors);
    decideAuthors(people);
    const resultId = newId();
    await sql`
      insert into innovation_result (id, union_id, kind, title, before_text, after_text, benefit_fen,
        evidence_sha256, registered_on)
      values (${resultId}, ${unionId}, ${resultKind}, ${ask.title}, ${ask.beforeText},
        ${ask.afterText}, ${ask.benefitFen}, ${ask.evidenceSha256}, ${registeredOn})`;
    await sql`
      insert into innovation_author (result_id, union_id, person_id, place)
      select ${resultId}, ${unionId}, person_id, place
      from unnest(${people}::uuid[]) with ordinality as one (person_id, place)`;
    const declaredBenefitFen = BigInt(ask.benefitFen);
    emit(innovationRegistered, {
      resultId,
      unionId,
      resultKind,
      registeredOn,
      authorCount: people.length,
      declaredBenefitFen,
    });
    return readResult(sql, own.vault, resultId);
  },
});
