// Money is kept in fen, as a whole number: never floating point. What a person types is read digit by digit.
import { invalid } from './refusal.ts';

/** Up to 99,999,999,999.99 yuan: a number of JavaScript holds every such fen exactly. */
export const FEN_MAX = 9_999_999_999_999;

const YUAN = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,11})(?:\.(\d{1,2}))?$/;

/**
 * Fen from yuan as typed or as a file says: 1,234.5 or -20000.00. Invalid AMOUNT_MALFORMED for more than two decimals,
 * full-width digits, exponents, currency signs and whatever else is no plain amount.
 */
export function fenOf(yuan: string): number {
  const read = YUAN.exec(yuan.trim());
  if (!read) throw invalid('AMOUNT_MALFORMED', { amount: yuan.slice(0, 40) });
  const [, minus, whole = '', part = ''] = read;
  const fen = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
  return minus === '-' && fen !== 0 ? -fen : fen;
}

/** Yuan with two decimals, from fen: 1234.50. */
export function yuanOf(fen: number | bigint): string {
  const text = String(fen < 0 ? -fen : fen).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** Half away from zero: of -2.5 it is -3, so that an adjustment undoes exactly what it adjusts (domain §9.4). */
export function divideRounded(dividend: number | bigint, divisor: number | bigint): number {
  const [above, below] = [BigInt(dividend), BigInt(divisor)];
  const size = above < 0n ? -above : above;
  const rounded = (size * 2n + below) / (below * 2n);
  return Number(above < 0n ? -rounded : rounded);
}
