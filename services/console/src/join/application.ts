// What an applicant fills in, and what the page says of it before anything is sent. The node checks all of it again.
import type { components } from '../gen/api.d.ts';
import { faultOfNumber, isDay } from './document-number.ts';

type Schemas = components['schemas'];

export interface Application {
  name: string;
  idType: string;
  idNumber: string;
  /** Only where the document's number does not hold it. */
  birthDate: string;
  phone: string;
  employmentForm: string;
  /** The occupation of who works by a platform; otherwise empty. */
  newForm: string;
}
export type ApplicationField = keyof Application;
/** The field and the rule that fails, by the code that the node itself would answer. */
export type Faults = Partial<Record<ApplicationField, string>>;

export const idTypes = ['01', '02', '03', '04', '05'] as const;
export const employmentForms = [
  'contract',
  'dispatch',
  'flexible',
  'platform',
  'public_institution',
  'civil_servant',
  'part_time',
] as const;
export const newForms = [
  'truck_driver',
  'ride_hailing_driver',
  'courier',
  'delivery_rider',
  'carer',
  'domestic_worker',
  'mall_promoter',
  'estate_agent',
  'security_guard',
  'live_streamer',
  'designated_driver',
] as const;

export const emptyApplication: Application = {
  name: '',
  idType: '01',
  idNumber: '',
  birthDate: '',
  phone: '',
  employmentForm: '',
  newForm: '',
};

const PHONE = /^1\d{10}$/;

/** The first rule that fails of each field, in the order in which the fields stand. */
export function findFaults(given: Application, today: string): Faults {
  const faults: Faults = {};
  const note = (field: ApplicationField, rule: string | undefined): void => {
    if (rule !== undefined) faults[field] = rule;
  };
  note('name', given.name.trim() === '' ? 'NAME_MISSING' : undefined);
  note('idNumber', faultOfNumber(given.idType, given.idNumber, today));
  note('birthDate', given.idType === '01' ? undefined : faultOfBirth(given.birthDate, today));
  note('phone', PHONE.test(digits(given.phone)) ? undefined : 'PHONE_INVALID');
  note('employmentForm', given.employmentForm === '' ? 'CHOICE_MISSING' : undefined);
  const open = given.employmentForm === 'platform' && given.newForm === '';
  note('newForm', open ? 'CHOICE_MISSING' : undefined);
  return faults;
}

function faultOfBirth(birthDate: string, today: string): string | undefined {
  if (birthDate === '') return 'BIRTH_DATE_MISSING';
  if (!isDay(birthDate)) return 'DATE_INVALID';
  return birthDate > today ? 'DATE_IN_FUTURE' : undefined;
}

/** The person as the interface takes it. */
export function personOf(given: Application): Schemas['membership.v1.Person'] {
  const { idType, employmentForm } = given;
  const platform = employmentForm === 'platform';
  return {
    idType,
    idNumber: given.idNumber.trim(),
    name: given.name.trim(),
    phone: digits(given.phone),
    employmentForm,
    ...(idType === '01' ? {} : { birthDate: given.birthDate }),
    ...(platform ? { newForms: [given.newForm] } : {}),
  };
}

/** Phones write numbers in groups. */
function digits(phone: string): string {
  return phone.replace(/[\s-]/g, '').replace(/^\+86/, '');
}

/** What a receipt shows of a long id: short enough to be read out over the phone. */
export function receiptNumber(memberId: string): string {
  const tail = memberId.replaceAll('-', '').slice(-8).toUpperCase();
  return `${tail.slice(0, 4)}-${tail.slice(4)}`;
}
