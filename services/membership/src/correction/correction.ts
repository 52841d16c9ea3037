// What a member says is wrong in the own record, until the union has made it or refused it (PIPL art. 46).
import type { Correction as CorrectionView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { maskName, maskPhone } from '@gonglian/kernel/mask.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { shownDueDate } from './due-date.ts';

export const CORRECTABLE = ['name', 'phone'] as const;
export type Correctable = (typeof CORRECTABLE)[number];
export const CORRECTION_STATES = ['ASKED', 'MADE', 'REFUSED'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

export const CorrectionSchema = defineEntity({
  name: 'Correction',
  tableName: 'correction',
  properties: {
    id: p.uuid().primary(),
    memberId: p.uuid(),
    field: p.string().$type<Correctable>(),
    value: p.blob().$type<Buffer>(),
    explanation: p.blob().$type<Buffer>(),
    state: p.string().$type<CorrectionState>(),
    askedOn: p.date(),
    /** The last day for the answer; null where the holidays up to it were not known when it was asked. */
    dueOn: p.date().nullable(),
    decidedOn: p.date().nullable(),
    reason: p.blob().$type<Buffer>().nullable(),
    version: p.integer().version(),
  },
});

export class Correction extends CorrectionSchema.class {}
CorrectionSchema.setClass(Correction);

/** Each text is bound to its row and column, like the record's own. */
export function sealText(
  vault: Vault,
  id: string,
  column: 'value' | 'explanation' | 'reason',
  text: string,
): Buffer {
  return vault.seal(text, `correction.${column}.${id}`);
}

export function openText(
  vault: Vault,
  id: string,
  column: 'value' | 'explanation' | 'reason',
  sealed: Buffer,
): string {
  return vault.open(sealed, `correction.${column}.${id}`);
}

/** A correction as it lies in the table. */
export interface CorrectionRow {
  id: string;
  memberId: string;
  unionId: string;
  field: Correctable;
  value: Buffer;
  explanation: Buffer;
  state: CorrectionState;
  askedOn: CalendarDate;
  dueOn: CalendarDate | null;
  decidedOn: CalendarDate | null;
  reason: Buffer | null;
  version: number;
}

/**
 * As the API shows it: the value whole for the member alone, and a name also inside the reader's own union; the texts
 * are what one wrote to the other.
 */
export function correctionView(vault: Vault, row: CorrectionRow, whole: boolean): CorrectionView {
  const { id, memberId, unionId, field, state, askedOn, version } = row;
  const value = openText(vault, id, 'value', row.value);
  return {
    correctionId: id,
    memberId,
    unionId,
    field,
    value: whole ? value : maskValue(field, value),
    explanation: openText(vault, id, 'explanation', row.explanation),
    state,
    askedOn,
    dueOn: shownDueDate(row),
    decidedOn: row.decidedOn ?? '',
    reason: row.reason ? openText(vault, id, 'reason', row.reason) : '',
    version,
  };
}

export function maskValue(field: Correctable, value: string): string {
  return field === 'name' ? maskName(value) : maskPhone(value);
}

/** What a command answers: nothing that the member or the union wrote, since answers to commands are kept. */
export function correctionReceipt(correction: Correction, unionId: string): CorrectionView {
  const { id: correctionId, memberId, field, state, askedOn, version } = correction;
  const decidedOn = correction.decidedOn ?? '';
  const texts = { value: '', explanation: '', reason: '' };
  return {
    correctionId,
    memberId,
    unionId,
    field,
    state,
    askedOn,
    dueOn: shownDueDate(correction),
    decidedOn,
    version,
    ...texts,
  };
}
