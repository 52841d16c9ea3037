import type { WorkOrderClock } from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { demandForm, includes } from '@gonglian/service/letter-form.ts';
import type { WorkOrderRow } from '../work-order.ts';

const STOP = /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/;
const DAYS_MAX = 365;
const STOPS_MAX = 100;

/** LETTER_MALFORMED where it is no instant. */
export function instantOf(text: string): Date {
  const at = new Date(text);
  demandForm(!Number.isNaN(at.getTime()));
  return at;
}

export const instantOrNull = (text: string): Date | null => (text === '' ? null : instantOf(text));

/** Its days are those of the node that worked them out: whoever hears of them need not have the year's calendar. */
export function clockIn(
  said: WorkOrderClock | undefined,
): Pick<WorkOrderRow, 'clock' | 'dueOn' | 'yellowAt'> {
  demandForm(said !== undefined);
  const { limitDays: days, counted, extensionDays, stops, dueOn } = said;
  demandForm(days >= 0 && extensionDays >= 0 && days + extensionDays <= DAYS_MAX);
  demandForm(includes(['WORKING', 'CALENDAR'], counted) && isCalendarDate(dueOn));
  demandForm(stops.length <= STOPS_MAX && stops.every((stop) => STOP.test(stop)));
  const startedAt = instantOf(said.startedAt);
  const limit = { days, counted: counted as 'WORKING' | 'CALENDAR' };
  return {
    clock: { startedAt, ...limit, extensionDays, stops },
    dueOn,
    yellowAt: instantOf(said.yellowAt),
  };
}
