// Figures are 64-bit on the wire, so sums stay exact and only charts round to doubles.
import type { Int64 } from './shapes.ts';

export function exact(value: bigint | number | Int64, language: string): string {
  return new Intl.NumberFormat(language).format(BigInt(value));
}

/** Two decimals, from hundredths: 1,234.50. Digit by digit, since a fen must never be rounded away. */
export function yuan(fen: Int64, language: string): string {
  const size = fen.replace('-', '').padStart(3, '0');
  const whole = new Intl.NumberFormat(language).format(BigInt(size.slice(0, -2)));
  return `${fen.startsWith('-') ? '-' : ''}${whole}.${size.slice(-2)}`;
}

/** Hours with one decimal, from minutes: half of the last digit goes up. */
export function hours(minutes: Int64, language: string): string {
  const size = BigInt(minutes.replace('-', ''));
  const tenths = (size + 3n) / 6n;
  const whole = new Intl.NumberFormat(language).format(tenths / 10n);
  return `${minutes.startsWith('-') && tenths > 0n ? '-' : ''}${whole}.${tenths % 10n}`;
}

/** By its unit: fen are shown as yuan, minutes as hours, hundredths of a percent as percent; all are whole on the wire. */
export function measured(value: Int64, unit: string, language: string): string {
  if (unit === 'basis_point') return yuan(value, language);
  if (unit === 'minute') return hours(value, language);
  return unit === 'fen' ? yuan(value, language) : exact(value, language);
}

/** For what shows no fraction: a chart, a shortened figure. */
export function wholeSize(value: Int64, unit: string): bigint {
  if (unit === 'minute') return BigInt(value) / 60n;
  return ['fen', 'basis_point'].includes(unit) ? BigInt(value) / 100n : BigInt(value);
}

/** A change, its direction always shown. */
export function signed(value: Int64, language: string): string {
  return new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(BigInt(value));
}

/** The same of what is shown in another unit than it is counted in. */
export function signedMeasure(value: Int64, unit: string, language: string): string {
  if (!['fen', 'minute', 'basis_point'].includes(unit)) return signed(value, language);
  return `${BigInt(value) > 0n ? '+' : ''}${measured(value, unit, language)}`;
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
