// A notice as it is kept and as the API shows it.
import type { Notice, NoticeLine } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import type { Sql } from '../pipeline.ts';
import type { NoticeColumn, NoticeSubject } from './notice-policy.ts';

export const NOTICE_SCOPES = ['UNIT', 'COUNTY', 'CITY', 'PROVINCE', 'ONLINE'] as const;
/** The board of the unit, the federation's hall, the union's own site or account, and the page of this node. */
export const NOTICE_CHANNELS = ['BOARD', 'HALL', 'SITE', 'ONLINE'] as const;

/** Of an office: a fixed line, or the hotline. Nobody's own. */
export const officePhone = z.string().regex(/^(0\d{2,3}-\d{7,8}|12351)$/, 'not_an_office_phone');

export interface NoticeRow {
  noticeId: string;
  unionId: string;
  unionName: string;
  subject: NoticeSubject;
  subjectId: string;
  scope: (typeof NOTICE_SCOPES)[number];
  heading: string;
  columns: NoticeColumn[];
  channels: string[];
  contactOffice: string;
  contactPhone: string;
  startsOn: CalendarDate;
  workingDays: number;
  /** '' while an objection stops the clock. */
  endsOn: CalendarDate;
  openObjections: number;
  state: 'SHOWN' | 'WITHDRAWN';
  withdrawReason: string;
  madeBy: string;
  version: number;
}

/** What each step of a notice names. */
export const noticeStep = { noticeId: id, expectedVersion };

export type NoticeStanding = 'RUNNING' | 'STOPPED' | 'OVER' | 'WITHDRAWN';

/** On a day: it is shown while it runs, or stands still. */
export function standingOf(
  { state, openObjections, endsOn }: Pick<NoticeRow, 'state' | 'openObjections' | 'endsOn'>,
  today: CalendarDate,
): NoticeStanding {
  if (state === 'WITHDRAWN') return 'WITHDRAWN';
  if (openObjections > 0 || endsOn === '') return 'STOPPED';
  return today <= endsOn ? 'RUNNING' : 'OVER';
}

interface Find {
  noticeId?: string | null;
  unionId?: string | null;
  subject?: string;
  subjectId?: string;
  /** Only those that are shown while an objection has no answer. */
  objected?: boolean;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findNotices(sql: Sql, of: Find): Promise<NoticeRow[]> {
  const { noticeId = null, unionId = null, subject = '', subjectId = '', before = null } = of;
  const { objected = false } = of;
  return sql<NoticeRow>`
    select n.notice_id as "noticeId", n.union_id as "unionId", coalesce(u.name, '') as "unionName", n.subject,
      n.subject_id as "subjectId", n.scope, n.heading, n.columns, n.channels,
      n.contact_office as "contactOffice", n.contact_phone as "contactPhone", n.starts_on::text as "startsOn",
      n.working_days as "workingDays", coalesce(n.ends_on::text, '') as "endsOn", n.state,
      n.withdraw_reason as "withdrawReason", n.made_by as "madeBy", n.version,
      (select count(*)::int from notice_objection as o
        where o.notice_id = n.notice_id and o.closed_on is null) as "openObjections"
    from notice as n left join known_union as u using (union_id)
    where (${noticeId}::uuid is null or n.notice_id = ${noticeId}::uuid)
      and (${unionId}::uuid is null or n.union_id = ${unionId}::uuid)
      and (${subject}::text = '' or n.subject = ${subject}::text)
      and (${subjectId}::text = '' or n.subject_id = ${subjectId}::text)
      and (not ${objected}::boolean or n.state = 'SHOWN' and exists (
        select from notice_objection as o where o.notice_id = n.notice_id and o.closed_on is null))
      and (${before}::uuid is null or n.notice_id < ${before}::uuid)
    order by n.notice_id desc limit ${of.limit}`;
}

/** NOTICE_UNKNOWN for one out of reach. */
export async function readNotice(sql: Sql, noticeId: string): Promise<NoticeRow> {
  const [row] = await findNotices(sql, { noticeId, limit: 1 });
  if (!row) throw notFound('NOTICE_UNKNOWN', { noticeId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on, refused NOTICE_WITHDRAWN for one that was. */
export async function lockNotice(
  sql: Sql,
  ask: { noticeId: string; expectedVersion: number },
): Promise<NoticeRow> {
  await sql`select from notice where notice_id = ${ask.noticeId} for update`;
  const row = await readNotice(sql, ask.noticeId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  if (row.state === 'WITHDRAWN') throw refused('NOTICE_WITHDRAWN');
  return row;
}

export async function readNoticeLines(sql: Sql, noticeId: string): Promise<NoticeLine[]> {
  const rows = await sql<Omit<NoticeLine, 'amountFen'> & { amountFen: string }>`
    select seq, name_masked as "nameMasked", union_name as "unionName", category, amount_fen::text as "amountFen"
    from notice_line where notice_id = ${noticeId} order by seq`;
  return rows.map((row) => ({ ...row, amountFen: BigInt(row.amountFen) }));
}

export const noticeView = (row: NoticeRow, today: CalendarDate): Notice => ({
  ...row,
  standing: standingOf(row, today),
  lines: [],
  objections: [],
});

interface ObjectionRow {
  objectionId: string;
  raisedAt: string;
  closedOn: string;
  summary: Buffer;
  outcome: Buffer | null;
}

/** What was said may name people: who only audits is told that it was said, and when it was answered. */
export async function readWholeNotice(
  { sql, vault, today, duty }: { sql: Sql; vault: Vault; today: CalendarDate; duty: string },
  noticeId: string,
): Promise<Notice> {
  const view = noticeView(await readNotice(sql, noticeId), today);
  const rows = await sql<ObjectionRow>`
    select objection_id as "objectionId", coalesce(closed_on::text, '') as "closedOn",
      to_char(raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "raisedAt",
      summary_sealed as summary, outcome_sealed as outcome
    from notice_objection where notice_id = ${noticeId} order by raised_at, objection_id`;
  const told = duty !== 'auditor';
  const objections = rows.map(({ summary, outcome, ...row }) => ({
    ...row,
    summary: told ? vault.open(summary, summaryPlace(row.objectionId)) : '',
    outcome: told && outcome ? vault.open(outcome, outcomePlace(row.objectionId)) : '',
  }));
  return { ...view, lines: await readNoticeLines(sql, noticeId), objections };
}

/** Where the two are sealed. */
export const summaryPlace = (objectionId: string) => `notice.objection.${objectionId}`;
export const outcomePlace = (objectionId: string) => `notice.outcome.${objectionId}`;
