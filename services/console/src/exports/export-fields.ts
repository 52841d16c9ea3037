// What a file of members may hold, and how carefully each of it is handled.
import type { components } from '../gen/api.d.ts';

export type Export = components['schemas']['membership.v1.Export'];

export interface ExportField {
  code: string;
  fieldClass: 'internal' | 'personal' | 'sensitive';
  /** Goes out unmasked: never on one person's word alone. */
  whole?: true;
}

export const exportFields = [
  { code: 'member_no', fieldClass: 'internal' },
  { code: 'union', fieldClass: 'internal' },
  { code: 'state', fieldClass: 'internal' },
  { code: 'codes', fieldClass: 'internal' },
  { code: 'joined_on', fieldClass: 'personal' },
  { code: 'name', fieldClass: 'personal' },
  { code: 'phone', fieldClass: 'personal' },
  { code: 'id_number', fieldClass: 'sensitive' },
  { code: 'whole_name', fieldClass: 'personal', whole: true },
  { code: 'whole_phone', fieldClass: 'personal', whole: true },
  { code: 'whole_id_number', fieldClass: 'sensitive', whole: true },
] as const satisfies readonly ExportField[];

export type ExportFieldCode = (typeof exportFields)[number]['code'];

export const firstFields: readonly ExportFieldCode[] = [
  'member_no',
  'union',
  'state',
  'joined_on',
  'name',
];

export const reasonCodes = [
  'verification',
  'contact',
  'correction',
  'benefit',
  'audit',
  'complaint',
] as const;

export const reasonChars = { least: 5, most: 200 };

/** Whether a second person is asked however few rows there are. */
export function takesWhole(fields: readonly string[]): boolean {
  return exportFields.some((one) => 'whole' in one && fields.includes(one.code));
}

/** In the order of the list, whichever was ticked first. */
export function toggled(
  fields: readonly ExportFieldCode[],
  code: ExportFieldCode,
): ExportFieldCode[] {
  const wanted = fields.includes(code) ? fields.filter((one) => one !== code) : [...fields, code];
  return exportFields.map((one) => one.code).filter((one) => wanted.includes(one));
}

/** What this reader may do with an export now; the node decides again. */
export function offersOf(
  { state, requestedBy }: Pick<Export, 'state' | 'requestedBy'>,
  { accountId, duty }: { accountId: string; duty: string },
): { approve: boolean; download: boolean; ownWaiting: boolean } {
  const own = requestedBy === accountId;
  return {
    approve: state === 'WAITING' && !own && ['chair', 'auditor'].includes(duty),
    download: state === 'READY' && own && ['clerk', 'auditor'].includes(duty),
    ownWaiting: state === 'WAITING' && own,
  };
}
