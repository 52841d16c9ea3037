// Figures are 64-bit on the wire, so sums stay exact and only charts round to doubles.
import type { Int64 } from './shapes.ts';

export function exact(value: bigint | number | Int64, language: string): string {
  return new Intl.NumberFormat(language).format(BigInt(value));
}

/** Yuan with two decimals, from fen: 1,234.50. Digit by digit, since a fen must never be rounded away. */
export function yuan(fen: Int64, language: string): string {
  const size = fen.replace('-', '').padStart(3, '0');
  const whole = new Intl.NumberFormat(language).format(BigInt(size.slice(0, -2)));
  return `${fen.startsWith('-') ? '-' : ''}${whole}.${size.slice(-2)}`;
}

/** By its unit: money is counted in fen and shown in yuan. */
export function measured(value: Int64, unit: string, language: string): string {
  return unit === 'fen' ? yuan(value, language) : exact(value, language);
}

/** For what shows no fraction: a chart, a shortened figure. */
export function wholeSize(value: Int64, unit: string): bigint {
  return unit === 'fen' ? BigInt(value) / 100n : BigInt(value);
}

/** A change, its direction always shown. */
export function signed(value: Int64, language: string): string {
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(BigInt(value));
}

/** The same of money. */
export function signedMeasure(value: Int64, unit: string, language: string): string {
  if (unit !== 'fen') return signed(value, language);
  return `${BigInt(value) > 0n ? '+' : ''}${yuan(value, language)}`;
}

/** In Chinese by ten thousands, in English by thousands. */
export function compact(value: bigint | number | Int64, language: string): string {
  const options = { notation: 'compact', maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(language, options).format(BigInt(value));
}

export function sum(values: readonly Int64[]): bigint {
  return values.reduce((total, value) => total + BigInt(value), 0n);
}

export function percent(part: Int64, whole: Int64, language: string): string {
  const share = Number(part) / Number(whole);
  if (!Number.isFinite(share)) return '–';
  const options = { style: 'percent', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, options).format(share);
}
