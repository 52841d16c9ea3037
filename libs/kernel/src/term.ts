// Terms, ballots and committees (domain §1.4, §1.5, §9.11). The law's own figures stand here; every other figure is an
// argument, with dated defaults in policy.ts.
import type { CalendarDate } from './dates.ts';
import { addYears, daysBetween } from './dates.ts';
import { refused } from './refusal.ts';
import type { UnionKind, UnionLevel } from './union.ts';

const FEDERATION_YEARS: readonly number[] = [5];
const GRASSROOTS_YEARS: readonly number[] = [3, 5];

/** Years a term may last: 5 for local federations and industrial unions, else 3 or 5 (工会法 art. 16). */
export function termYearsAllowed(level: UnionLevel, kind?: UnionKind): readonly number[] {
  const federation = ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY'].includes(level);
  return federation || kind === 'INDUSTRIAL' ? FEDERATION_YEARS : GRASSROOTS_YEARS;
}

/** Refused TERM_YEARS_NOT_ALLOWED unless the union may have a term of so many years. */
export function requireTermYears(termYears: number, level: UnionLevel, kind?: UnionKind): void {
  const allowed = termYearsAllowed(level, kind);
  if (allowed.includes(termYears)) return;
  throw refused('TERM_YEARS_NOT_ALLOWED', { termYears, allowed: allowed.join(','), level });
}

/** The last day of a term: the same day of the closing year (domain §9.11). */
export function termEnd(termStart: CalendarDate, termYears: number): CalendarDate {
  return addYears(termStart, termYears);
}

export interface ReminderPolicy {
  firstDays: number;
  secondDays: number;
  lastDays: number;
}
export const DUE_STATES = ['NONE', 'T180', 'T90', 'T30', 'T0', 'EXPIRED'] as const;
/** Named for the default reminders; EXPIRED from the day after the end. */
export type DueState = (typeof DUE_STATES)[number];

/** How near the end of a term is on a date (domain §1.4). */
export function dueState(
  end: CalendarDate,
  today: CalendarDate,
  reminders: ReminderPolicy,
): DueState {
  const leftDays = daysBetween(today, end);
  if (leftDays < 0) return 'EXPIRED';
  if (leftDays === 0) return 'T0';
  if (leftDays <= reminders.lastDays) return 'T30';
  if (leftDays <= reminders.secondDays) return 'T90';
  return leftDays <= reminders.firstDays ? 'T180' : 'NONE';
}

/** A share written as a fraction, so that no rounding decides an election. */
export interface Share {
  numerator: number;
  denominator: number;
}
export interface ElectionPolicy {
  /** At least this share of those entitled must attend. */
  quorum: Share;
  /** More than this share of those entitled must vote for who is elected. */
  passAbove: Share;
  /** More than this share of all members or delegates must vote for a recall. */
  recallAbove: Share;
  /** How many more candidates than committee seats. */
  surplusBasisPoints: number;
  postponementMonthsMax: number;
}

/** How many must attend for a meeting to stand. */
export function quorum(entitled: number, policy: Pick<ElectionPolicy, 'quorum'>): number {
  const { numerator, denominator } = policy.quorum;
  return Math.ceil((entitled * numerator) / denominator);
}

/** The fewest votes that elect: of those entitled, not of those present. */
export function votesToElect(entitled: number, policy: Pick<ElectionPolicy, 'passAbove'>): number {
  return moreThan(entitled, policy.passAbove);
}

/** Whether the votes elect a candidate. */
export function isElected(
  votes: number,
  entitled: number,
  policy: Pick<ElectionPolicy, 'passAbove'>,
): boolean {
  return votes >= votesToElect(entitled, policy);
}

/** The fewest votes that recall a chair or vice-chair, of all members or delegates (工会法 art. 18). */
export function votesToRecall(all: number, policy: Pick<ElectionPolicy, 'recallAbove'>): number {
  return moreThan(all, policy.recallAbove);
}

/** The fewest candidates for so many seats: always at least one more than the seats. */
export function candidatesMin(
  seats: number,
  policy: Pick<ElectionPolicy, 'surplusBasisPoints'>,
): number {
  return seats + Math.max(1, Math.ceil((seats * policy.surplusBasisPoints) / 10_000));
}

function moreThan(whole: number, share: Share): number {
  return Math.floor((whole * share.numerator) / share.denominator) + 1;
}

/** Committee seats from so many members on; ascending by membersFrom. */
export interface CommitteeBand {
  membersFrom: number;
  seatsMin: number;
  seatsMax: number;
  /** A chair or an organiser alone will do. */
  organiserAllowed: boolean;
}

/** The band a union of so many members falls in; otherwise refused COMMITTEE_BAND_MISSING. */
export function committeeBand(members: number, bands: readonly CommitteeBand[]): CommitteeBand {
  const band = bands.findLast((candidate) => candidate.membersFrom <= members);
  if (band === undefined) throw refused('COMMITTEE_BAND_MISSING', { members });
  return band;
}

/** Refused COMMITTEE_SIZE unless so many seats suit so many members (总工发〔2016〕27号 art. 8). */
export function requireCommitteeSize(
  seats: number,
  members: number,
  bands: readonly CommitteeBand[],
): void {
  const { seatsMin, seatsMax, organiserAllowed } = committeeBand(members, bands);
  if (seats >= seatsMin && seats <= seatsMax) return;
  if (organiserAllowed && seats === 1) return;
  throw refused('COMMITTEE_SIZE', { seats, members, seatsMin, seatsMax });
}

/** What body women members have: a committee from so many on, one member below (domain §1.5). */
export function womenBody(
  femaleMembers: number,
  committeeMin: number,
): 'COMMITTEE' | 'ONE_MEMBER' | 'NONE' {
  if (femaleMembers === 0) return 'NONE';
  return femaleMembers >= committeeMin ? 'COMMITTEE' : 'ONE_MEMBER';
}
