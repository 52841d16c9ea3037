// What is typed of a household, and what of it is sent.
import { fenOf } from '../settlements/fen.ts';

export const RELATIONS = ['SELF', 'SPOUSE', 'CHILD', 'PARENT', 'OTHER'] as const;
export const HEALTH = ['HEALTHY', 'CHRONIC_ILLNESS', 'CRITICAL_ILLNESS', 'DISABLED'] as const;
export const OCCUPATIONS = [
  'EMPLOYED',
  'UNEMPLOYED',
  'STUDENT',
  'RETIRED',
  'UNABLE',
  'OTHER',
] as const;
export const INCOMES = [
  'WAGE',
  'PENSION',
  'ALLOWANCE',
  'BUSINESS',
  'PROPERTY',
  'SUPPORT',
  'OTHER',
] as const;
export const RIGID = ['ILLNESS', 'DISABILITY', 'SCHOOLING', 'EMPLOYMENT'] as const;
export const CAUSES = [
  'ILLNESS',
  'DISABILITY',
  'SCHOOLING',
  'UNEMPLOYMENT',
  'LOW_INCOME',
  'DISASTER',
  'ACCIDENT',
  'OTHER',
] as const;

export interface PersonForm {
  personName: string;
  idNumber: string;
  relation: string;
  health: string;
  occupation: string;
}

export interface HouseholdForm {
  unionId: string;
  workerKind: string;
  labourSince: string;
  consentedOn: string;
  guardianConsented: boolean;
  people: readonly PersonForm[];
  /** Yuan of a year, by kind. */
  incomes: Readonly<Record<string, string>>;
  rigid: Readonly<Record<string, string>>;
  mainCause: string;
  secondCause: string;
  illness: string;
  loss: string;
  compensated: string;
}

export const emptyPerson = (relation: string): PersonForm => ({
  personName: '',
  idNumber: '',
  relation,
  health: 'HEALTHY',
  occupation: 'EMPLOYED',
});

export const emptyHousehold = (unionId: string, today: string): HouseholdForm => ({
  unionId,
  workerKind: 'LOCAL',
  labourSince: '',
  consentedOn: today,
  guardianConsented: false,
  people: [emptyPerson('SELF')],
  incomes: {},
  rigid: {},
  mainCause: 'ILLNESS',
  secondCause: '',
  illness: '',
  loss: '',
  compensated: '',
});

/** Only kinds of which something was typed. */
function moneyOf(by: Readonly<Record<string, string>>) {
  return Object.entries(by)
    .map(([moneyKind, yuan]) => ({ moneyKind, amountFen: fenOf(yuan) }))
    .filter(({ amountFen }) => amountFen !== '0');
}

/** Who is in it and what it has: the same whether a file is opened or a household declared anew. */
export function declarationOf(form: HouseholdForm) {
  return {
    people: form.people.map((one) => ({
      ...one,
      personName: one.personName.trim(),
      idNumber: one.idNumber.trim().toUpperCase(),
    })),
    declaration: {
      incomes: moneyOf(form.incomes),
      rigidExpenses: moneyOf(form.rigid),
      mainCause: form.mainCause,
      secondCause: form.secondCause,
      illness: form.illness.trim(),
      lossFen: fenOf(form.loss),
      compensatedFen: fenOf(form.compensated),
    },
    guardianConsented: form.guardianConsented,
  };
}
