// Identity numbers: GB 11643-1999, checked in the order of domain §2.6; the first rule that fails is reported.
import type { CalendarDate } from './dates.ts';
import { isCalendarDate } from './dates.ts';
import { regionExists } from './region.ts';

export const ID_NUMBER_RULES = [
  'LENGTH_OR_CHARSET',
  'REGION_UNKNOWN',
  'DATE_INVALID',
  'DATE_IN_FUTURE',
  'CHECKSUM',
  'SEX_MISMATCH',
  'BIRTH_MISMATCH',
] as const;
export type IdNumberRule = (typeof ID_NUMBER_RULES)[number];
export type Sex = 'male' | 'female';
/** COUNTY_NOT_IN_TABLE: old codes stay on the card for life. CONVERTED_FROM_15: an old card on import. */
export type IdNumberWarning = 'COUNTY_NOT_IN_TABLE' | 'CONVERTED_FROM_15';

export interface ParsedIdNumber {
  ok: true;
  idNumber: string;
  birthDate: CalendarDate;
  sex: Sex;
  regionCode: string;
  warnings: IdNumberWarning[];
}
export interface FailedIdNumber {
  ok: false;
  rule: IdNumberRule;
}
export interface IdNumberOptions {
  today: CalendarDate;
  /** What the form says; compared with digit 17. */
  sex?: Sex | undefined;
  /** What the form says; compared with digits 7–14. */
  birthDate?: CalendarDate | undefined;
  /** Accept a 15-digit number: for imports of old lists only. */
  allowFifteen?: boolean | undefined;
}

const EIGHTEEN = /^\d{17}[\dX]$/;
const FIFTEEN = /^\d{15}$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
// 71, 81, 82: Taiwan, Hong Kong, Macao; 83: residence permits of Taiwan residents. Not in the civil table.
const PROVINCES_OUTSIDE_TABLE = new Set(['71', '81', '82', '83']);

/** Parses a resident identity number, or names the first rule that fails (GB 11643, domain §2.6, §9.1). */
export function parseIdNumber(
  raw: string,
  options: IdNumberOptions,
): ParsedIdNumber | FailedIdNumber {
  const warnings: IdNumberWarning[] = [];
  let idNumber = normalise(raw);
  if (options.allowFifteen === true && FIFTEEN.test(idNumber)) {
    idNumber = convert15(idNumber) ?? idNumber;
    warnings.push('CONVERTED_FROM_15');
  }
  if (!EIGHTEEN.test(idNumber)) return fail('LENGTH_OR_CHARSET');

  const regionCode = idNumber.slice(0, 6);
  if (!provinceKnown(regionCode)) return fail('REGION_UNKNOWN');
  if (!regionExists(regionCode)) warnings.push('COUNTY_NOT_IN_TABLE');

  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  if (!isCalendarDate(birthDate)) return fail('DATE_INVALID');
  if (birthDate > options.today) return fail('DATE_IN_FUTURE');
  if (idCheckChar(idNumber) !== idNumber[17]) return fail('CHECKSUM');

  const sex: Sex = Number(idNumber[16]) % 2 === 1 ? 'male' : 'female';
  if (options.sex !== undefined && options.sex !== sex) return fail('SEX_MISMATCH');
  if (options.birthDate !== undefined && options.birthDate !== birthDate) {
    return fail('BIRTH_MISMATCH');
  }
  return { ok: true, idNumber, birthDate, sex, regionCode, warnings };
}

/** The 18-character form of a 15-digit number (century 19), or undefined. For imports only. */
export function convert15(raw: string): string | undefined {
  const old = normalise(raw);
  if (!FIFTEEN.test(old)) return undefined;
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`;
  return first17 + idCheckChar(first17);
}

/** The check character of the first 17 digits (GB 11643: weights 2^(18−i) mod 11). */
export function idCheckChar(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECKS.charAt(sum % 11);
}

const OTHER_LENGTH_MAX = 30;

/** Checks a document of id_type 02–05: no public checksum, so only 1–30 visible characters. */
export function parseOtherDocument(
  raw: string,
): { ok: true; idNumber: string } | { ok: false; rule: 'LENGTH_OR_CHARSET' } {
  const idNumber = normalise(raw);
  const fits = idNumber.length <= OTHER_LENGTH_MAX && /^[\x21-\x7e]+$/.test(idNumber);
  return fits ? { ok: true, idNumber } : { ok: false, rule: 'LENGTH_OR_CHARSET' };
}

/** Full-width forms become half-width, letters upper case. Other look-alikes (①, ²) stay and fail. */
function normalise(raw: string): string {
  return raw
    .trim()
    .replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'))
    .toUpperCase();
}

function provinceKnown(regionCode: string): boolean {
  const province = regionCode.slice(0, 2);
  return PROVINCES_OUTSIDE_TABLE.has(province) || regionExists(`${province}0000`);
}

function fail(rule: IdNumberRule): FailedIdNumber {
  return { ok: false, rule };
}
