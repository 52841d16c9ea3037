// What a member says of his household, as it is typed and as the node takes it.
import { randomKey } from '../client.ts';
import { today } from '../dates.ts';
import { fenOf } from '../settlements/fen.ts';

export const HEALTH = ['HEALTHY', 'CHRONIC_ILLNESS', 'CRITICAL_ILLNESS', 'DISABLED'] as const;
export const OCCUPATIONS = [
  'EMPLOYED',
  'UNEMPLOYED',
  'STUDENT',
  'RETIRED',
  'UNABLE',
  'OTHER',
] as const;
export const RELATIONS = ['SPOUSE', 'CHILD', 'PARENT', 'OTHER'] as const;
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

export interface Line {
  key: string;
  kind: string;
  amount: string;
}
export interface Relative {
  key: string;
  personName: string;
  idNumber: string;
  relation: string;
  health: string;
  occupation: string;
}
export interface Household {
  workerKind: string;
  labourSince: string;
  health: string;
  occupation: string;
  relatives: readonly Relative[];
  incomes: readonly Line[];
  rigid: readonly Line[];
  mainCause: string;
  secondCause: string;
  illness: string;
  loss: string;
  compensated: string;
  consentMoney: boolean;
  consentHealth: boolean;
  consentChild: boolean;
}

export const newLine = (kind: string): Line => ({ key: randomKey(), kind, amount: '' });
export const newRelative = (): Relative => ({
  key: randomKey(),
  personName: '',
  idNumber: '',
  relation: 'SPOUSE',
  health: 'HEALTHY',
  occupation: 'EMPLOYED',
});

export const emptyHousehold: Household = {
  workerKind: 'LOCAL',
  labourSince: '',
  health: 'HEALTHY',
  occupation: 'EMPLOYED',
  relatives: [],
  incomes: [{ key: 'first', kind: 'WAGE', amount: '' }],
  rigid: [],
  mainCause: 'LOW_INCOME',
  secondCause: '',
  illness: '',
  loss: '',
  compensated: '',
  consentMoney: false,
  consentHealth: false,
  consentChild: false,
};

/** Asked only where a cause is one. */
export const hasIllness = ({ mainCause, secondCause }: Household): boolean =>
  [mainCause, secondCause].some((cause) => cause === 'ILLNESS' || cause === 'DISABILITY');
export const hasLoss = ({ mainCause, secondCause }: Household): boolean =>
  [mainCause, secondCause].some((cause) => cause === 'DISASTER' || cause === 'ACCIDENT');
export const hasChild = ({ relatives }: Household): boolean =>
  relatives.some(({ relation }) => relation === 'CHILD');

const money = (lines: readonly Line[]) =>
  lines.map(({ kind, amount }) => ({ moneyKind: kind, amountFen: fenOf(amount) }));

/** Who he is the node knows: his own name and number are never sent. */
export function declarationOf(of: Household) {
  const { health, occupation, relatives, mainCause, secondCause } = of;
  const self = { personName: '', idNumber: '', relation: 'SELF', health, occupation };
  const others = relatives.map((one) => ({
    personName: one.personName.trim(),
    idNumber: one.idNumber.trim().toUpperCase(),
    relation: one.relation,
    health: one.health,
    occupation: one.occupation,
  }));
  return {
    people: [self, ...others],
    declaration: {
      incomes: money(of.incomes),
      rigidExpenses: money(of.rigid),
      mainCause,
      secondCause: secondCause === mainCause ? '' : secondCause,
      illness: hasIllness(of) ? of.illness.trim() : '',
      lossFen: fenOf(hasLoss(of) ? of.loss : ''),
      compensatedFen: fenOf(hasLoss(of) ? of.compensated : ''),
    },
    guardianConsented: of.consentChild,
  };
}

export function applicationOf(of: Household) {
  const { workerKind, labourSince } = of;
  return {
    ...declarationOf(of),
    workerKind,
    labourSince: workerKind === 'MIGRANT' ? labourSince : '',
    consentedOn: today(),
  };
}
