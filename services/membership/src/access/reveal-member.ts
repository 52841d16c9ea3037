// Shows masked fields of one member whole: to whom the policy allows it, for a reason, so often a day, and on record.
import { fieldClass, registry } from '@gonglian/contracts/descriptors.ts';
import type { RevealedMember } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { mayReveal, type FieldClass } from '@gonglian/kernel/duty.ts';
import { busy, forbidden, isRefusal, notFound } from '@gonglian/kernel/refusal.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { code, id } from '@gonglian/service/fields.ts';
import type { Reading } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { findPerson, openPerson } from '../member/person.ts';
import { query, type Own, type Sql } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';

const FIELDS = ['name', 'id_number', 'phone', 'birth_date'] as const;
type Field = (typeof FIELDS)[number];
const REASONS = ['verification', 'contact', 'correction', 'benefit', 'audit', 'complaint'] as const;
const SHOWN_SECONDS = 60;
const HOUR_MS = 3_600_000;

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

interface Used {
  today: number;
  lastHour: number;
}
interface Budget {
  dailyMax: number;
  hourlyMax: number;
}

/** How many are left of the day after one more; busy REVEALS_SPENT or REVEALS_TOO_MANY where none is. */
export function decideBudget(used: Used, { dailyMax, hourlyMax }: Budget): number {
  if (used.today >= dailyMax) throw busy('REVEALS_SPENT', { dailyMax });
  if (used.lastHour >= hourlyMax) throw busy('REVEALS_TOO_MANY', { hourlyMax });
  return dailyMax - used.today - 1;
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
    const leftToday = await spend(tx);
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

/**
 * Counts what this account has seen by the access log, one at a time. Who reaches a limit is stopped, and somebody is
 * told whom to look at.
 */
async function spend(tx: Reading<Own>): Promise<number> {
  const { sql, own, actor, now } = tx;
  const today = chinaDate(now);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reveal ${actor.id}`}, 0))`;
  const used = await countReveals(sql, actor.id, today, new Date(now.getTime() - HOUR_MS));
  const dailyMax = membershipPolicy('reveal.daily_max', today);
  const hourlyMax = membershipPolicy('reveal.hourly_max', today);
  try {
    return decideBudget(used, { dailyMax, hourlyMax });
  } catch (error) {
    if (isRefusal(error)) {
      const stopped = { code: error.code, account: actor.id, count: used.today };
      own.log.warn(stopped, 'an account was stopped from revealing');
    }
    throw error;
  }
}

async function countReveals(
  sql: Sql,
  account: string,
  today: CalendarDate,
  hourAgo: Date,
): Promise<Used> {
  const [used] = await sql<Used>`
    select count(*) filter (where at >= day.began)::int as today,
      count(*) filter (where at > ${hourAgo})::int as "lastHour"
    from access_log,
      (select ${today}::date::timestamp at time zone 'Asia/Shanghai') as day(began)
    where account_id = ${account} and how = 'reveal' and at >= least(day.began, ${hourAgo})`;
  return used ?? { today: 0, lastHour: 0 };
}
