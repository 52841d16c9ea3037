// The rules a person's own data must pass to join: one function for a single application and for a
// batch's rows, by hand rather than by schema, because a batch runs it a hundred thousand times.
import type { Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { ageBand, checkAdmissionAge, type AdmissionAgePolicy } from '@gonglian/kernel/age.ts';
import { isCalendarDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { isNewForm } from '@gonglian/kernel/host.ts';
import { parseIdNumber, parseOtherDocument, type Sex } from '@gonglian/kernel/id-number.ts';
import { EMPLOYMENT_FORMS, ID_TYPES, type IdType } from '@gonglian/kernel/member.ts';
import { cleanName } from '../member/name-text.ts';
import { cleanNumber, cleanPhone, NAME_FORM, PHONE_FORM, type Identity } from '../member/person.ts';

export interface CheckTerms {
  today: CalendarDate;
  /** The day of joining, or of applying: ages are of that day. */
  onDate: CalendarDate;
  age: AdmissionAgePolicy;
  /** Old 15-digit cards: on import only (domain §2.6). */
  allowFifteen: boolean;
}

export interface CheckedPerson {
  ok: true;
  identity: Identity;
  codes: MemberCodes;
}
/** `code` is the failing rule, `field` the field of Person it is about. */
export interface FailedPerson {
  ok: false;
  code: string;
  field: string;
}

const NEW_FORMS_MAX = 11;
const WORKER_GROUP = /^[a-z][a-z0-9_]{0,39}$/;
const employmentForms: ReadonlySet<string> = new Set(['', ...EMPLOYMENT_FORMS]);

/**
 * The person as it will be kept, every text in its one clean form, or the first rule that fails (order of domain §2.6,
 * then the other fields).
 */
export function checkPerson(person: Person, terms: CheckTerms): CheckedPerson | FailedPerson {
  const document = checkDocument(person, terms);
  if (!document.ok) return document;
  const name = cleanName(person.name);
  if (name === '') return failed('NAME_MISSING', 'name');
  if (!NAME_FORM.test(name)) return failed('NAME_INVALID', 'name');
  const phone = cleanPhone(person.phone);
  if (phone !== '' && !PHONE_FORM.test(phone)) return failed('PHONE_INVALID', 'phone');
  const failure = checkCodes(person);
  if (failure) return failure;
  const { birthDate, sex, idType, idNumber } = document;
  const { employmentForm, workerGroup, migrantWorker, newForms } = person;
  const admitted = checkAdmissionAge(birthDate, terms.onDate, terms.age);
  if (!admitted.ok) return failed(admitted.rule, idType === '01' ? 'idNumber' : 'birthDate');
  return {
    ok: true,
    identity: { idType, idNumber, name, phone, birthDate },
    codes: {
      sex,
      ageBand: ageBand(birthDate, terms.onDate),
      employmentForm,
      workerGroup,
      migrantWorker,
      newForms: newForms.length < 2 ? newForms : [...new Set(newForms)].toSorted(),
    },
  };
}

type Document =
  | { ok: true; idType: IdType; idNumber: string; birthDate: CalendarDate; sex: Sex | 'unknown' }
  | FailedPerson;

function checkDocument(person: Person, terms: CheckTerms): Document {
  const { idType, sex, birthDate } = person;
  const idNumber = cleanNumber(person.idNumber);
  if (!isIdType(idType)) return failed('ID_TYPE_UNKNOWN', 'idType');
  if (sex !== '' && sex !== 'male' && sex !== 'female') return failed('SEX_UNKNOWN', 'sex');
  if (birthDate !== '' && !isCalendarDate(birthDate)) return failed('DATE_INVALID', 'birthDate');
  if (idType !== '01') return checkOtherDocument({ idType, idNumber, sex, birthDate }, terms);
  const parsed = parseIdNumber(idNumber, {
    today: terms.today,
    sex: sex === '' ? undefined : sex,
    birthDate: birthDate === '' ? undefined : birthDate,
    allowFifteen: terms.allowFifteen,
  });
  if (!parsed.ok) return failed(parsed.rule, ruleFields[parsed.rule] ?? 'idNumber');
  return {
    ok: true,
    idType,
    idNumber: parsed.idNumber,
    birthDate: parsed.birthDate,
    sex: parsed.sex,
  };
}

const ruleFields: Record<string, string> = { SEX_MISMATCH: 'sex', BIRTH_MISMATCH: 'birthDate' };

function checkOtherDocument(
  given: { idType: IdType; idNumber: string; sex: Sex | ''; birthDate: string },
  { today }: CheckTerms,
): Document {
  const { idType, sex, birthDate } = given;
  const parsed = parseOtherDocument(given.idNumber);
  if (!parsed.ok) return failed(parsed.rule, 'idNumber');
  if (birthDate === '') return failed('BIRTH_DATE_MISSING', 'birthDate');
  if (birthDate > today) return failed('DATE_IN_FUTURE', 'birthDate');
  return { ok: true, idType, idNumber: parsed.idNumber, birthDate, sex: sex || 'unknown' };
}

function checkCodes({ employmentForm, workerGroup, newForms }: Person): FailedPerson | undefined {
  if (!employmentForms.has(employmentForm)) {
    return failed('EMPLOYMENT_FORM_UNKNOWN', 'employmentForm');
  }
  if (workerGroup !== '' && !WORKER_GROUP.test(workerGroup)) {
    return failed('WORKER_GROUP_INVALID', 'workerGroup');
  }
  if (newForms.length > NEW_FORMS_MAX || !newForms.every(isNewForm)) {
    return failed('NEW_FORM_UNKNOWN', 'newForms');
  }
  return undefined;
}

function isIdType(text: string): text is IdType {
  return Object.hasOwn(ID_TYPES, text);
}

function failed(code: string, field: string): FailedPerson {
  return { ok: false, code, field };
}
