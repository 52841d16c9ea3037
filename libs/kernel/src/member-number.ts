// A member's number: region (6), year of joining (4), sequence (8), check digit; it never changes (domain §2.6).
// The check is ISO 7064 MOD 11,10: one digit that finds every wrong digit and nearly every swap of neighbours.
import { invalid } from './refusal.ts';

const NUMBER = /^\d{19}$/;
const SEQUENCE_MAX = 99_999_999;

/** The 19-digit number; otherwise invalid MEMBER_NUMBER_PARTS. */
export function memberNumber(regionCode6: string, year: number, sequence: number): string {
  const sequenceFits = Number.isInteger(sequence) && sequence >= 1 && sequence <= SEQUENCE_MAX;
  const yearFits = Number.isInteger(year) && year >= 1900 && year <= 9999;
  if (!/^\d{6}$/.test(regionCode6) || !yearFits || !sequenceFits) {
    throw invalid('MEMBER_NUMBER_PARTS', { regionCode: regionCode6, year, sequence });
  }
  const body = `${regionCode6}${year}${String(sequence).padStart(8, '0')}`;
  return body + checkDigit(body);
}

/** Whether a text has the form of a member number and the right check digit. */
export function isMemberNumber(text: string): boolean {
  return NUMBER.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);
}

function checkDigit(body: string): string {
  let product = 10;
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}
