// What the dialogs of mutual aid ask for; the word of a field is `aid.field.<name>`, its note `aid.note.<name>`.
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import type { Words } from '../i18n/setup.ts';
import type { FormField } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { CLAIM_REASONS } from './claim-steps.ts';
import { PLAN_KINDS } from './read-terms.ts';

type Typed = Omit<FormField, 'name' | 'label' | 'choices'> & {
  /** A table of words, and which of its codes may be chosen. */
  words?: keyof Words;
  codes?: readonly string[];
};
const choice = (words: keyof Words, codes: readonly string[]): Typed => ({
  as: 'choice',
  words,
  codes,
});
const ofKind = (...kinds: string[]) => ({
  when: ({ planKind = '' }: Readonly<Record<string, string>>) => kinds.includes(planKind),
});

const FIELDS = {
  unionId: { as: 'union' },
  planName: { as: 'text', maxLength: 60 },
  round: { as: 'text', maxLength: 20 },
  planKind: choice('aidPlanKind', PLAN_KINDS),
  premium: { as: 'amount' },
  gifted: choice('aidYesNo', ['no', 'yes']),
  womenOnly: choice('aidYesNo', ['no', 'yes']),
  menUnder: { as: 'count', first: '0' },
  womenUnder: { as: 'count', first: '0' },
  basePlanId: { as: 'choice' },
  waitingDays: { as: 'count', first: '0' },
  enrolFrom: { as: 'date', first: today() },
  enrolTo: { as: 'date' },
  periodFrom: { as: 'date' },
  periodTo: { as: 'date' },
  effectiveFrom: { as: 'date' },
  orderedBy: { as: 'text', maxLength: 200 },
  tiers: { as: 'long', maxLength: 1_000, ...ofKind('HOSPITAL') },
  resident: { as: 'percent', first: '0', ...ofKind('HOSPITAL') },
  residentThird: { as: 'percent', first: '0', ...ofKind('HOSPITAL') },
  minimum: { as: 'amount', first: '0', ...ofKind('HOSPITAL') },
  fromDay: { as: 'count', ...ofKind('HOSPITAL_DAY') },
  perDay: { as: 'amount', ...ofKind('HOSPITAL_DAY') },
  lumpSums: { as: 'long', maxLength: 20_000, ...ofKind('LUMP_SUM') },
  cap: { as: 'amount' },
  amount: { as: 'amount' },
  paidOn: { as: 'past', first: today() },
  receiptNo: { as: 'text', maxLength: 60 },
  personName: { as: 'text', maxLength: 60 },
  idNumber: { as: 'text', maxLength: 18 },
  diagnosis: { as: 'text', maxLength: 200 },
  hospital: { as: 'text', maxLength: 100 },
  hospitalLevel: choice('aidHospitalLevel', ['1', '2', '3']),
  diseaseCode: { as: 'choice' },
  admittedOn: { as: 'past' },
  dischargedOn: { as: 'past' },
  days: { as: 'count' },
  selfPay: { as: 'amount' },
  invoices: { as: 'long', maxLength: 2_000 },
  evidence: { as: 'hashes' },
  accountNumber: { as: 'text', maxLength: 30 },
  bankCode: { as: 'text', maxLength: 12 },
  reasonCode: choice('aidReason', CLAIM_REASONS),
  revealCode: choice('aidRevealReason', ['CHECK', 'REVIEW', 'COMPLAINT']),
  reason: { as: 'long', maxLength: 200 },
  bank: { as: 'choice' },
  projectCode: { as: 'text', maxLength: 40 },
  sourceCode: choice('budgetSource', ['union', 'fiscal']),
  documentNo: { as: 'text', maxLength: 80 },
} satisfies Record<string, Typed>;
type FieldName = keyof typeof FIELDS;

/** Fields by name, with their words; what is known already stands in them. */
export function useAidFields(): (
  names: readonly FieldName[],
  given?: Partial<Record<FieldName, Partial<FormField>>>,
) => FormField[] {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  return (names, given = {}) =>
    names.map((name) => {
      const { words, codes = [], ...how }: Typed = FIELDS[name];
      const note: unknown = i18n.getResource(i18n.language, 'translation', `aid.note.${name}`);
      return {
        name,
        label: t(`aid.field.${name}`),
        ...(typeof note === 'string' ? { note } : {}),
        ...how,
        ...(words ? { choices: codes.map((code) => [code, label(words, code)] as const) } : {}),
        ...given[name],
      };
    });
}
