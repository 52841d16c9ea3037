// What a page can say of a document number by itself: its form, its day of birth, its check character (GB 11643-1999,
// domain §2.6). Whether there is such a place only the node says: that table is more than a phone should load.

const EIGHTEEN = /^\d{17}[\dX]$/;
const OTHER = /^[\x21-\x7e]{1,30}$/;
const CHECKS = '10X98765432';
const MODULUS = 11;

/** The first rule that the number fails, by the code that the node would answer; undefined for none. */
export function faultOfNumber(idType: string, typed: string, today: string): string | undefined {
  const number = typed.trim().normalize('NFKC').toUpperCase();
  if (number === '') return 'NUMBER_MISSING';
  if (idType !== '01') return OTHER.test(number) ? undefined : 'LENGTH_OR_CHARSET';
  if (!EIGHTEEN.test(number)) return 'LENGTH_OR_CHARSET';
  const born = number.replace(/^.{6}(.{4})(.{2})(.{2}).*$/, '$1-$2-$3');
  if (!isDay(born)) return 'DATE_INVALID';
  if (born > today) return 'DATE_IN_FUTURE';
  return checkCharacter(number) === number[17] ? undefined : 'CHECKSUM';
}

/** Weights are the powers of two from 2¹⁷ down, by the modulus. */
function checkCharacter(number: string): string {
  const digits = Array.from(number.slice(0, 17), Number);
  const sum = digits.reduce((total, digit, at) => total + digit * (2 ** (17 - at) % MODULUS), 0);
  return CHECKS.charAt(sum % MODULUS);
}

/** Whether there is such a day, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
