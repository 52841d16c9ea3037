// Shows masked fields of one member whole: to whom the policy allows it, for a reason, so often a day, and on record.
import { fieldClass, registry } from '@gonglian/contracts/descriptors.ts';
import type { RevealedMember } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { mayReveal, type FieldClass } from '@gonglian/kernel/duty.ts';
import { forbidden, notFound } from '@gonglian/kernel/refusal.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { SHOWN_SECONDS, spendReveal } from '@gonglian/service/reveal-budget.ts';
import { z } from 'zod';
import { findPerson, openPerson } from '../member/person.ts';
import { query } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';

const FIELDS = ['name', 'id_number', 'phone', 'birth_date'] as const;
type Field = (typeof FIELDS)[number];
const REASONS = ['verification', 'contact', 'correction', 'benefit', 'audit', 'complaint'] as const;

const RevealMember = z.strictObject({
  memberId: id,
  fields: z
    .array(code(FIELDS))
    .min(1, 'required')
    .max(FIELDS.length, 'too_many')
    .refine((fields) => new Set(fields).size === fields.length, 'twice'),
  reasonCode: code(REASONS),
  reason: z.string().trim().min(5, 'too_short').max(200, 'too_long'),
});

/** Forbidden FIELD_NOT_REVEALED for the first field that this duty may not see in this state of the record. */
export function decideReveal(
  duty: string,
  state: string,
  fields: readonly { field: string; class: FieldClass }[],
): void {
  const kept = fields.find((one) => !mayReveal(duty, one.class, state));
  if (kept) throw forbidden('FIELD_NOT_REVEALED', { field: kept.field, state });
}

export const revealMember = query({
  schema: RevealMember,
  permission: 'membership.member.reveal',
  async run(tx, ask): Promise<RevealedMember> {
    const { sql, own, actor, now } = tx;
    const { memberId, fields, reasonCode, reason } = ask;
    const person = await findPerson(sql, memberId);
    if (person === undefined) throw notFound('MEMBER_UNKNOWN', { memberId });
    decideReveal(actor.duty, person.state, fields.map(classed));
    const today = chinaDate(now);
    const dailyMax = membershipPolicy('reveal.daily_max', today);
    const hourlyMax = membershipPolicy('reveal.hourly_max', today);
    const leftToday = await spendReveal(tx, { dailyMax, hourlyMax });
    const why = { how: 'reveal' as const, reasonCode, reason };
    const { unionId } = person;
    await logAccess(tx, [{ entity: 'member', entityId: memberId, unionId, fields, ...why }]);
    const whole = openPerson(own.vault.openingKeys(), memberId, person.sealed);
    const shown = (field: Field) => (fields.includes(field) ? whole[KEPT_AS[field]] : '');
    return {
      memberId,
      name: shown('name'),
      idNumber: shown('id_number'),
      phone: shown('phone'),
      birthDate: shown('birth_date'),
      hideAt: new Date(now.getTime() + SHOWN_SECONDS * 1_000).toISOString(),
      leftToday,
    };
  },
});

const KEPT_AS = {
  name: 'name',
  phone: 'phone',
  id_number: 'idNumber',
  birth_date: 'birthDate',
} as const satisfies Record<Field, string>;

const classes = new Map(
  registry
    .getMessage('gonglian.membership.v1.RevealedMember')
    ?.fields.map((field) => [field.name, fieldClass(field)]),
);

function classed(field: Field): { field: Field; class: FieldClass } {
  return { field, class: classes.get(field) ?? 'secret' };
}
