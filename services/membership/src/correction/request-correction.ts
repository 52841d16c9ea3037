// A member says what is wrong in the own record. The union answers within a dated number of working days.
import type { Correction as CorrectionView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { addDays, chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, invalid, isRefusal, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { addWorkingDays } from '@gonglian/kernel/working-days.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { ownMemberId } from '../member/own-record.ts';
import { findPerson, NAME_FORM, openPerson, PHONE_FORM } from '../member/person.ts';
import { command } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';
import {
  CORRECTABLE,
  Correction,
  correctionReceipt,
  sealText,
  type Correctable,
} from './correction.ts';

const RequestCorrection = z.strictObject({
  field: code(CORRECTABLE),
  value: text(80),
  explanation: text(200),
});

const FORMS = { name: NAME_FORM, phone: PHONE_FORM };

/** Invalid NAME_INVALID or PHONE_INVALID; refused CORRECTION_CHANGES_NOTHING; duplicate CORRECTION_OPEN. */
export function decideCorrectionRequest(
  now: Record<Correctable, string>,
  open: readonly Correctable[],
  { field, value }: { field: Correctable; value: string },
): void {
  const rule = field === 'name' ? 'NAME_INVALID' : 'PHONE_INVALID';
  if (!FORMS[field].test(value)) throw invalid(rule, { field: 'value' });
  if (now[field] === value) throw refused('CORRECTION_CHANGES_NOTHING', { field });
  if (open.includes(field)) throw duplicate('CORRECTION_OPEN', { field });
}

/**
 * The working days' end; where the year's holidays are not loaded yet, as many calendar days, which end sooner: a missing
 * table must not keep a member from asking.
 */
export function dueDate(askedOn: CalendarDate, workingDays: number): CalendarDate {
  try {
    return addWorkingDays(askedOn, workingDays);
  } catch (error) {
    if (isRefusal(error) && error.code === 'HOLIDAY_TABLE_MISSING') {
      return addDays(askedOn, workingDays);
    }
    throw error;
  }
}

export const requestCorrection = command({
  schema: RequestCorrection,
  permission: 'membership.my-correction.request',
  async run({ em, sql, own, actor, now }, ask): Promise<CorrectionView> {
    const memberId = ownMemberId(actor);
    const person = await findPerson(sql, memberId);
    if (person === undefined) throw notFound('MEMBER_UNKNOWN', { memberId });
    const open = await sql<{ field: Correctable }>`
      select field from correction where member_id = ${memberId} and state = 'ASKED'`;
    const fields = open.map(({ field }) => field);
    decideCorrectionRequest(openPerson(own.vault, memberId, person), fields, ask);
    const id = newId();
    const askedOn = chinaDate(now);
    const correction = em.create(Correction, {
      id,
      memberId,
      field: ask.field,
      value: sealText(own.vault, id, 'value', ask.value),
      explanation: sealText(own.vault, id, 'explanation', ask.explanation),
      state: 'ASKED',
      askedOn,
      dueOn: dueDate(askedOn, membershipPolicy('correction.working_days', askedOn)),
      decidedOn: null,
      reason: null,
    });
    await em.flush();
    return correctionReceipt(correction, person.unionId);
  },
});
