// Degrees of a circle: typed with decimals, kept as whole millionths.

export const e6Of = (degrees: number): number => Math.round(degrees * 1_000_000);

/** Digit by digit; 0 for what is none. */
export function e6In(typed: string): number {
  const read = /^(-?)(\d{1,3})(?:\.(\d{1,6}))?$/.exec(typed.trim());
  if (!read) return 0;
  const [, sign = '', whole = '', part = ''] = read;
  return Number(`${sign}${whole}${part.padEnd(6, '0')}`);
}

export function degreesOf(e6: number): string {
  const digits = String(Math.abs(e6)).padStart(7, '0');
  return `${e6 < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
