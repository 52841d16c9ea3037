// A member says what is wrong in the own record. The union answers within a dated number of working days.
import type { Correction as CorrectionView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, invalid, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { ownMemberId } from '../member/own-record.ts';
import { cleanName } from '../member/name-text.ts';
import { cleanPhone, findPerson, NAME_FORM, openPerson, PHONE_FORM } from '../member/person.ts';
import { command } from '../pipeline.ts';
import {
  CORRECTABLE,
  Correction,
  correctionReceipt,
  sealText,
  type Correctable,
} from './correction.ts';
import { dueDate } from './due-date.ts';

const RequestCorrection = z.strictObject({
  field: code(CORRECTABLE),
  value: text(80),
  explanation: text(200),
});

const CLEAN = { name: cleanName, phone: cleanPhone };
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

export const requestCorrection = command({
  schema: RequestCorrection,
  permission: 'membership.my-correction.request',
  async run({ em, sql, own, actor, now }, ask): Promise<CorrectionView> {
    const memberId = ownMemberId(actor);
    const person = await findPerson(sql, memberId);
    if (person === undefined) throw notFound('MEMBER_UNKNOWN', { memberId });
    const open = await sql<{ field: Correctable }>`
      select field from correction where member_id = ${memberId} and state = 'ASKED'`;
    const fields = open.map((one) => one.field);
    const { field } = ask;
    const value = CLEAN[field](ask.value);
    const kept = openPerson(own.vault.openingKeys(), memberId, person.sealed);
    decideCorrectionRequest(kept, fields, { field, value });
    const id = newId();
    const askedOn = chinaDate(now);
    const dueOn = dueDate(askedOn);
    if (dueOn === null) {
      const missing = { code: 'HOLIDAY_TABLE_MISSING', from: askedOn };
      own.log.warn(missing, 'by when a correction is due is not known');
    }
    const correction = em.create(Correction, {
      id,
      memberId,
      field,
      value: sealText(own.vault, id, 'value', value),
      explanation: sealText(own.vault, id, 'explanation', ask.explanation),
      state: 'ASKED',
      askedOn,
      dueOn,
      decidedOn: null,
      reason: null,
    });
    await em.flush();
    return correctionReceipt(correction, person.unionId);
  },
});
