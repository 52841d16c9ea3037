// Rates of two numbers, as people say them; '–' of nothing.
import type { WorkOrderFigure } from '../shapes.ts';

/** Per cent with one decimal: never rounded up to all of them, nor down to none. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return '–';
  const tenths = Math.round((part * 1_000) / whole);
  const least = part > 0 ? 1 : 0;
  const most = part < whole ? 999 : 1_000;
  return `${(Math.min(Math.max(tenths, least), most) / 10).toFixed(1)}%`;
}

/** Of 1 to 5, among those who gave a number. */
export function averageOf({ satisfactionSum, rated }: WorkOrderFigure): string {
  return rated === 0 ? '–' : (satisfactionSum / rated).toFixed(2);
}

export function totalOf(items: readonly WorkOrderFigure[]): WorkOrderFigure {
  const none = {
    orderKind: '',
    regionCode: '',
    received: 0,
    dispatched: 0,
    replied: 0,
    onTime: 0,
    closed: 0,
    rated: 0,
    satisfactionSum: 0,
    recoveredFen: '0',
  };
  return items.reduce(
    (sum, one) => ({
      ...sum,
      received: sum.received + one.received,
      dispatched: sum.dispatched + one.dispatched,
      replied: sum.replied + one.replied,
      onTime: sum.onTime + one.onTime,
      closed: sum.closed + one.closed,
      rated: sum.rated + one.rated,
      satisfactionSum: sum.satisfactionSum + one.satisfactionSum,
      recoveredFen: String(BigInt(sum.recoveredFen) + BigInt(one.recoveredFen)),
    }),
    none,
  );
}
