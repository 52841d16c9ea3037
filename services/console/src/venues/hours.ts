// When a venue is open: as the node has it, as a desk types it, as it is said.
import type { OpeningHours } from '../shapes.ts';

/** Days that follow one another and are alike. */
interface Span {
  from: number;
  to: number;
  opensAt: string;
  closesAt: string;
}

export function spansOf(hours: readonly OpeningHours[]): Span[] {
  const spans: Span[] = [];
  const inOrder = hours.toSorted(
    (one, other) => one.weekday - other.weekday || one.opensAt.localeCompare(other.opensAt),
  );
  for (const { weekday, opensAt, closesAt } of inOrder) {
    const before = spans.find(
      (span) => span.to === weekday - 1 && span.opensAt === opensAt && span.closesAt === closesAt,
    );
    if (before) before.to = weekday;
    else spans.push({ from: weekday, to: weekday, opensAt, closesAt });
  }
  return spans;
}

/** As it is typed: `1-5 08:00-20:00`, a span a line. */
export const typedHours = (hours: readonly OpeningHours[]): string =>
  spansOf(hours)
    .map(({ from, to, opensAt, closesAt }) => {
      const days = from === to ? String(from) : `${from}-${to}`;
      return `${days} ${opensAt}-${closesAt}`;
    })
    .join('\n');

const form = /^([1-7])(?:-([1-7]))?\s+(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)$/;

/** Of what is typed; a line that says nothing of the kind is sent as no day, which the node refuses by its rule. */
export function hoursIn(text: string): OpeningHours[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const read = form.exec(line);
      if (!read) return [{ weekday: 0, opensAt: '', closesAt: '' }];
      const [, first = '', last = first, opensAt = '', closesAt = ''] = read;
      const days = Math.max(0, Number(last) - Number(first) + 1);
      return Array.from({ length: days }, (_, n) => ({
        weekday: Number(first) + n,
        opensAt: opensAt.padStart(5, '0'),
        closesAt: closesAt.padStart(5, '0'),
      }));
    });
}

/** Where nothing is said of hours, nothing is said of being open. */
export function isOpenAt(hours: readonly OpeningHours[], at: Date): boolean | undefined {
  if (hours.length === 0) return undefined;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1;
  const clock = `${part('hour')}:${part('minute')}`;
  return hours.some(
    (one) => one.weekday === weekday && one.opensAt <= clock && clock < one.closesAt,
  );
}
