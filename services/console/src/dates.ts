// Dates stand as YYYY-MM-DD; periods are YYYY or YYYY-MM.
const dayMs = 86_400_000;

/** What China's clocks are ahead of UTC; no summer time since 1991. */
const chinaMs = 8 * 3_600_000;

/** The day it is in China, whose days the node reckons in, wherever the browser stands. */
export function today(now = new Date()): string {
  return new Date(now.getTime() + chinaMs).toISOString().slice(0, 10);
}

/** A moment in the viewer's own time zone. */
export function moment(at: string): string {
  const date = new Date(at);
  if (at === '' || Number.isNaN(date.getTime())) return '–';
  return `${isoDay(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function age(seconds: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'short' });
  const steps = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const;
  for (const [unit, length] of steps) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  return format.format(-Math.max(0, Math.floor(seconds)), 'second');
}

/** Negative once the day has passed. */
export function daysUntil(day: string, from: string): number {
  return Math.round((Date.parse(day) - Date.parse(from)) / dayMs);
}

export function periodName(period: string, language: string): string {
  const [year, month] = split(period);
  const date = new Date(year, (month ?? 1) - 1, 1);
  const options = { year: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(language, month ? options : { year: 'numeric' }).format(date);
}

/** The months a line chart shows for a period: its year, or the twelve that end with it. */
export function seriesRange(period: string): { from: string; to: string } {
  const [year, month] = split(period);
  if (!month) return { from: `${year}-01`, to: `${year}-12` };
  const first = new Date(year, month - 12, 1);
  return { from: `${first.getFullYear()}-${two(first.getMonth() + 1)}`, to: period };
}

/** The same kind of period, some steps later or earlier. */
export function shift(period: string, by: number): string {
  const [year, month] = split(period);
  if (!month) return String(year + by);
  const date = new Date(year, month - 1 + by, 1);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}`;
}

function split(period: string): [number, number | undefined] {
  const [year, month] = period.split('-');
  return [Number(year), month === undefined ? undefined : Number(month)];
}

function isoDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
