// What an export of members may hold, who else must agree, and for how long it stands.
import { busy, refused } from '@gonglian/kernel/refusal.ts';

export const EXPORT_FIELDS = [
  'member_no',
  'name',
  'id_number',
  'phone',
  'joined_on',
  'state',
  'union',
  'codes',
  'whole_name',
  'whole_id_number',
  'whole_phone',
] as const;
export type ExportField = (typeof EXPORT_FIELDS)[number];

/** Fields that leave unmasked: never on one person's word alone. */
export const WHOLE_FIELDS: Partial<Record<ExportField, 'name' | 'id_number' | 'phone'>> = {
  whole_name: 'name',
  whole_id_number: 'id_number',
  whole_phone: 'phone',
};

export const REASON_CODES = [
  'verification',
  'contact',
  'correction',
  'benefit',
  'audit',
  'complaint',
] as const;

export function wholeFields(fields: readonly ExportField[]): ('name' | 'id_number' | 'phone')[] {
  return fields.flatMap((field) => WHOLE_FIELDS[field] ?? []);
}

export interface ExportLimits {
  secondPersonRows: number;
  dailyRows: number;
}

/** WAITING where a second person must agree. Refused EXPORT_TOO_MANY_ROWS for more than any day allows. */
export function decideRequest(
  { rows, fields }: { rows: number; fields: readonly ExportField[] },
  { secondPersonRows, dailyRows }: ExportLimits,
): 'WAITING' | 'READY' {
  if (rows > dailyRows) throw refused('EXPORT_TOO_MANY_ROWS', { rows, limit: dailyRows });
  return rows > secondPersonRows || wholeFields(fields).length > 0 ? 'WAITING' : 'READY';
}

interface Standing {
  state: 'WAITING' | 'READY';
  requestedBy: string;
  expiresAt: Date;
}

/** Refused EXPORT_STATE_WRONG, EXPORT_EXPIRED, EXPORT_SECOND_PERSON. */
export function decideApproval(standing: Standing, account: string, now: Date): void {
  if (standing.state !== 'WAITING') throw refused('EXPORT_STATE_WRONG', { state: standing.state });
  if (now > standing.expiresAt) throw refused('EXPORT_EXPIRED');
  if (standing.requestedBy === account) throw refused('EXPORT_SECOND_PERSON');
}

/**
 * Whether the file may be taken now. Refused EXPORT_EXPIRED, EXPORT_STATE_WRONG, EXPORT_GROWN where there are more rows
 * than somebody agreed to; busy EXPORT_BUDGET_SPENT where the day's rows are used up.
 */
export function decideDownload(
  standing: Standing & { rows: number },
  { rows, takenToday, dailyRows }: { rows: number; takenToday: number; dailyRows: number },
  now: Date,
): void {
  if (now > standing.expiresAt) throw refused('EXPORT_EXPIRED');
  if (standing.state !== 'READY') throw refused('EXPORT_STATE_WRONG', { state: standing.state });
  if (rows > standing.rows) throw refused('EXPORT_GROWN', { rows: standing.rows });
  if (takenToday + rows > dailyRows) {
    throw busy('EXPORT_BUDGET_SPENT', { dailyRows, left: Math.max(0, dailyRows - takenToday) });
  }
}
