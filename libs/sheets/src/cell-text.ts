/** How a number is shown: as a date, a time of day, both, or padded with zeros to a length. */
export interface NumberFormat {
  date: boolean;
  time: boolean;
  /** Hours run on past 24: [h]:mm. */
  elapsed: boolean;
  zeros: number;
}

export const plainFormat: NumberFormat = { date: false, time: false, elapsed: false, zeros: 0 };

const clock: NumberFormat = { ...plainFormat, time: true };
const dated: NumberFormat = { ...plainFormat, date: true };

/** Formats that have a number and no text (ECMA-376 18.8.30), those of East Asian Excel with them. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 22) return { ...dated, time: true };
  if (id === 46) return { ...clock, elapsed: true };
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return clock;
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return clock;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return dated;
  return plainFormat;
}

/** What a format's own text says, by its first section: yyyy"年"m"月", [h]:mm, 000000. */
export function formatOf(code: string): NumberFormat {
  const shown = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./gs, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/;.*$/s, '');
  const letters = shown.replaceAll(/AM\/PM|A\/P|General/gi, '').toLowerCase();
  const elapsed = /\[[hms]+\]/.test(letters);
  const date = /[yd]/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters));
  const time = elapsed || /[hs]/.test(letters);
  return { date: date && !elapsed, time, elapsed, zeros: /^0+$/.test(shown) ? shown.length : 0 };
}

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const DIGITS_KEPT = 15;

/**
 * A stored number as it is shown. `damaged` where it has more than 15 digits before the point: the
 * rest was lost when it was typed, and an ID number ends in zeros.
 */
export function numberText(
  raw: string,
  format: NumberFormat,
  date1904: boolean,
): { text: string; damaged: boolean } {
  const value = numeral.test(raw) ? Number(raw) : Number.NaN;
  if (!Number.isFinite(value)) return { text: raw, damaged: false };
  const seen = format.date || format.time ? serialText(value, format, date1904) : undefined;
  if (seen !== undefined) return { text: seen, damaged: false };
  if (Math.abs(value) >= 10 ** DIGITS_KEPT) return { text: longInteger(value), damaged: true };
  const text = String(Number(value.toPrecision(DIGITS_KEPT))).replace('e', 'E');
  if (format.zeros > text.length && /^\d+$/.test(text)) {
    return { text: text.padStart(Math.min(format.zeros, 64), '0'), damaged: false };
  }
  return { text, damaged: false };
}

/** Without an exponent, with zeros in place of the digits that a double does not keep. */
function longInteger(value: number): string {
  const [mantissa = '', exponent = ''] = Math.abs(value)
    .toExponential(DIGITS_KEPT - 1)
    .split('e');
  const digits = mantissa.replace('.', '').padEnd(Number(exponent) + 1, '0');
  return value < 0 ? `-${digits}` : digits;
}

const DAY_MS = 86_400_000;
const SECONDS_A_DAY = 86_400;
/** 31 December 9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;
/** Lotus took 1900 for a leap year, and Excel keeps the day that never was. */
const DAY_THAT_NEVER_WAS = 60;

function serialText(value: number, format: NumberFormat, date1904: boolean): string | undefined {
  const seconds = Math.round(value * SECONDS_A_DAY);
  const days = format.time ? Math.floor(seconds / SECONDS_A_DAY) : Math.floor(value);
  if (days < 0 || days > LAST_SERIAL) return undefined;
  const inDay = seconds - days * SECONDS_A_DAY;
  if (!format.date) return timeText(format.elapsed ? seconds : inDay);
  const date = dateText(days, date1904);
  return format.time && inDay !== 0 ? `${date} ${timeText(inDay)}` : date;
}

function dateText(days: number, date1904: boolean): string {
  if (!date1904 && days === 0) return '1900-01-00';
  if (!date1904 && days === DAY_THAT_NEVER_WAS) return '1900-02-29';
  const first = date1904
    ? Date.UTC(1904, 0, 1)
    : Date.UTC(1899, 11, days < DAY_THAT_NEVER_WAS ? 31 : 30);
  return new Date(first + days * DAY_MS).toISOString().slice(0, 10);
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** A date cell of the kind that holds its date as text: 2020-01-02T00:00:00Z. */
export function isoText(raw: string): string {
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})(?:T([\d:]{5,8}))?/.exec(raw) ?? [];
  if (date === '') return raw;
  return /[1-9]/.test(time) ? `${date} ${time}` : date;
}
