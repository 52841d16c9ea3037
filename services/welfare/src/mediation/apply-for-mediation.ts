import type { Mediation } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, invalid } from '@gonglian/kernel/refusal.ts';
import { author } from '@gonglian/service/author.ts';
import { code, count, date, optionalDate, optionalText, text } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { enterApplicant, namedApplicant } from '../rights/applicant.ts';
import { command } from '../pipeline.ts';
import { DISPUTE_KINDS, workers } from './dispute.ts';
import { mediationPlace, mediations, mediationView } from './mediation.ts';
import { writeRightsStep } from './rights-step.ts';

const SOURCES = [
  'APPLICATION',
  'COURT',
  'ARBITRATION',
  'HUMAN_RESOURCES',
  'JUSTICE',
  'HOTLINE',
] as const;

/** A member applies for himself, at his own union. What a court or an office hands over has a number there, and is taken once (rows 135, 136). */
export const applyForMediation = command({
  schema: z
    .strictObject({
      ...author,
      disputeKind: code(DISPUTE_KINDS),
      source: code(SOURCES),
      sourceNo: optionalText(50),
      employerName: text(100),
      content: text(4_000),
      workers,
      representatives: count,
      appliedOn: date,
      knownOn: date,
      relationEndedOn: optionalDate,
    })
    .refine((ask) => ask.representatives <= ask.workers, {
      error: 'too_large',
      path: ['representatives'],
    }),
  permission: 'welfare.mediation.apply',
  unions: ({ unionId }) => [unionId],
  prepare: namedApplicant,
  async run(tx, ask, person): Promise<Mediation> {
    const { sql, own } = tx;
    const { source, sourceNo, appliedOn } = ask;
    const today = chinaDate(tx.now);
    if (source !== 'APPLICATION' && sourceNo === '')
      throw invalid('FIELD_INVALID', { field: 'sourceNo', rule: 'required' });
    decideDay(ask.knownOn, '', appliedOn);
    decideDay(appliedOn, '', today);
    if (tx.actor.duty === 'member' && source !== 'APPLICATION')
      throw invalid('FIELD_INVALID', { field: 'source', rule: 'own' });
    const { unionId, memberId, personId } = await enterApplicant(tx, ask, person);
    const mediationId = newId();
    const entered = await sql`
      insert into mediation (id, union_id, person_id, member_id, dispute_kind, source, source_no, employer_name,
        content_sealed, workers, representatives, applied_on, known_on, relation_ended_on, state, state_on)
      values (${mediationId}, ${unionId}, ${personId}, ${memberId}, ${ask.disputeKind}, ${source}, ${sourceNo},
        ${ask.employerName}, ${own.vault.seal(ask.content, mediationPlace(mediationId))}, ${ask.workers},
        ${ask.representatives}, ${appliedOn}, ${ask.knownOn}, ${ask.relationEndedOn || null}, 'APPLIED',
        ${appliedOn})
      on conflict (union_id, source, source_no) where source_no <> '' do nothing returning 1`;
    if (entered.length === 0) throw duplicate('MEDIATION_HANDED_OVER_TWICE', { source, sourceNo });
    const step = { step: 'APPLY', state: 'APPLIED', stepOn: appliedOn, note: source };
    await writeRightsStep(tx, { caseId: mediationId, unionId, version: 1, ...step });
    return mediationView(await mediations.read(sql, mediationId), own.vault);
  },
});
