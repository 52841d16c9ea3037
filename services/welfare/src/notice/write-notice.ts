// Publishing, for whoever decides about people: written in the transaction of his step, and asked for at the next one.
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { maskName } from '@gonglian/kernel/mask.ts';
import { decidePublicityOver, publicityEndsOn } from '@gonglian/kernel/publicity.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import {
  NOTICE_CATEGORIES,
  type NoticeColumn,
  type NoticeSubject,
  type NoticeTemplate,
} from './notice-policy.ts';
import { findNotices, type NoticeRow } from './notice.ts';

export interface NewNoticeLine {
  /** Of the person; what is kept of it is masked. */
  personName: string;
  unionId: string;
  category: string;
  amountFen: number;
}

export interface NewNotice {
  /** Who publishes. */
  unionId: string;
  subject: NoticeSubject;
  /** The file, the grant, the list. */
  subjectId: string;
  scope: NoticeRow['scope'];
  channels: readonly string[];
  contactOffice: string;
  contactPhone: string;
  startsOn: CalendarDate;
  lines: readonly NewNoticeLine[];
}

/** A list that somebody reads on a wall. */
export const NOTICE_LINES_MAX = 2_000;

/**
 * Refused NOTICE_START_WRONG for a day that has not come, or one that is past for a page online; NOTICE_SHOWN where the
 * same is shown there already; invalid NOTICE_CATEGORY_UNKNOWN.
 */
export async function writeNotice(
  { sql, actor, now }: Pick<Tx, 'sql' | 'actor' | 'now'>,
  notice: NewNotice,
): Promise<string> {
  const { subject, startsOn } = notice;
  decideStart(notice, chinaDate(now));
  decideCategories(notice);
  const workingDays = welfarePolicy('notice.working_days', startsOn)[subject];
  const { heading, columns } = await readTemplate(sql, subject, startsOn);
  const noticeId = newId();
  const written = await sql`
    insert into notice (notice_id, union_id, subject, subject_id, scope, heading, columns, channels,
      contact_office, contact_phone, starts_on, working_days, ends_on, made_by, made_at)
    values (${noticeId}, ${notice.unionId}, ${subject}, ${notice.subjectId}, ${notice.scope}, ${heading},
      ${columns}::text[], ${notice.channels}::text[], ${notice.contactOffice}, ${notice.contactPhone},
      ${startsOn}, ${workingDays}, ${publicityEndsOn({ startsOn, workingDays, objections: [] })}, ${actor.id},
      ${now})
    on conflict do nothing returning 1`;
  if (written.length === 0) throw refused('NOTICE_SHOWN', { scope: notice.scope });
  await writeLines(sql, noticeId, notice.lines);
  return noticeId;
}

/** What of it is shown now: the federation's own template, or the one that comes with the product. */
export async function readTemplate(
  sql: Sql,
  subject: NoticeSubject,
  on: CalendarDate,
): Promise<NoticeTemplate> {
  const [own] = await sql<{ heading: string; columns: NoticeColumn[] }>`
    select heading, columns from notice_template where subject = ${subject}`;
  return own ?? welfarePolicy('notice.template', on)[subject];
}

export function decideStart(
  { startsOn, channels }: Pick<NewNotice, 'startsOn' | 'channels'>,
  today: CalendarDate,
): void {
  // A board was read from the day it was hung up; a page could not be before it was there.
  const wrong = startsOn > today || (channels.includes('ONLINE') && startsOn < today);
  if (wrong) throw refused('NOTICE_START_WRONG', { today });
}

export function decideCategories({ subject, lines }: Pick<NewNotice, 'subject' | 'lines'>): void {
  const seq = lines.findIndex(({ category }) => !NOTICE_CATEGORIES[subject].includes(category));
  if (seq >= 0) throw invalid('NOTICE_CATEGORY_UNKNOWN', { seq: seq + 1 });
}

/** Of a union that this node does not know nothing but the line is shown. */
async function writeLines(
  sql: Sql,
  noticeId: string,
  lines: readonly NewNoticeLine[],
): Promise<void> {
  const of = <K extends keyof NewNoticeLine>(field: K) => lines.map((line) => line[field]);
  await sql`
    insert into notice_line (notice_id, seq, union_id, name_masked, union_name, category, amount_fen)
    select ${noticeId}::uuid, l.seq, l.union_id, l.masked, coalesce(u.name, ''), l.category, l.fen
    from unnest(${of('unionId')}::uuid[], ${lines.map(({ personName }) => maskName(personName))}::text[],
      ${of('category')}::text[], ${of('amountFen')}::bigint[])
      with ordinality as l(union_id, masked, category, fen, seq)
    left join known_union as u on u.union_id = l.union_id`;
}

/**
 * For the step after it. Refused NOTICE_MISSING where nothing of it was shown; PUBLICITY_OBJECTIONS_OPEN and
 * PUBLICITY_NOT_OVER while the full period has not passed in every place where it is shown.
 */
export async function requireNoticePassed(
  sql: Sql,
  { subject, subjectId }: { subject: NoticeSubject; subjectId: string },
  on: CalendarDate,
): Promise<void> {
  const rows = await findNotices(sql, { subject, subjectId, limit: 100 });
  const shown = rows.filter(({ state }) => state === 'SHOWN');
  if (shown.length === 0) throw refused('NOTICE_MISSING', { subject });
  for (const one of shown) decidePublicityOver(one, on);
}
