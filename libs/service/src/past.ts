// What old lists say, taken over with the days on which it happened. It has no steps here, so it must be over for good:
// nothing takes this way around a filing, an appeal or an answer that is still due.
import { addDays, type CalendarDate } from '@gonglian/kernel/dates.ts';
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from './use-case.ts';

export const PAST_ROWS_MAX = 500;

export interface PastPolicy {
  /** How many days after its end something may be taken over from old lists, instead of taking its own steps here. */
  'past.days_after': number;
}

export const PAST_POLICY: readonly PolicyEntry<PastPolicy>[] = [
  {
    key: 'past.days_after',
    value: 30,
    effectiveFrom: '1950-01-01',
    effectiveTo: null,
    orderedBy: 'design default: beyond every appeal, publicity and answer of this file',
  },
];

interface Span {
  beganOn: CalendarDate;
  endedOn: CalendarDate;
}

/** Refused PAST_DATES_REVERSED; PAST_TOO_RECENT, which says the last day on which it may have ended. */
export function decidePast(
  { beganOn, endedOn }: Span,
  today: CalendarDate,
  daysAfter: number,
): void {
  if (endedOn < beganOn) throw refused('PAST_DATES_REVERSED', { beganOn });
  const latest = addDays(today, -daysAfter);
  if (endedOn > latest) throw refused('PAST_TOO_RECENT', { latest });
}

export function requirePast(spans: readonly Span[], today: CalendarDate, daysAfter: number): void {
  for (const span of spans) decidePast(span, today, daysAfter);
}

/** UNION_UNKNOWN with the first that organisation has not named. One that has ended since may have done it. */
export async function requireKnownUnions(sql: Sql, unionIds: readonly string[]): Promise<void> {
  const [unknown] = await sql<{ unionId: string }>`
    select one as "unionId" from unnest(${[...new Set(unionIds)]}::uuid[]) as one
    where not exists (select from known_union where union_id = one) limit 1`;
  if (unknown) throw notFound('UNION_UNKNOWN', { unionId: unknown.unionId });
}
