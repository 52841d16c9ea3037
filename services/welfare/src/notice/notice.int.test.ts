import { newId } from '@gonglian/kernel/id.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { clerkOf, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTx, startWelfare, type Service } from '../scene.ts';
import { requireNoticePassed } from './write-notice.ts';

let service: Service;
let call: Service['call'];
let unionId: string;
let other: string;
beforeAll(async () => {
  service = await startWelfare();
  call = service.call;
  unionId = await openUnion(service);
  other = await openUnion(service, '合成机械厂工会');
});
afterAll(() => service.stop());

const today = chinaDate(new Date());
const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
type Made = Awaited<ReturnType<typeof publish>>;
const ask = (over: object = {}) => ({
  unionId,
  subject: 'HARDSHIP_FILE',
  subjectId: newId(),
  scope: 'UNIT',
  channels: ['BOARD'],
  contactOffice: '合成市总工会权益保障部',
  contactPhone: '0514-88880000',
  startsOn: '2026-03-09',
  lines: [{ personName: '李小明', unionId, category: 'DEEP', amountFen: 0n }],
  ...over,
});
const line = (over: object) => ({
  personName: '张三',
  unionId,
  category: 'DEEP',
  amountFen: 0n,
  ...over,
});
const publish = (over: object = {}) => call('publishNotice', ask(over), clerk);
const step = ({ noticeId, version }: Made) => ({ noticeId, expectedVersion: version });
const object = (notice: Made, raisedAt: string) =>
  call('objectToNotice', { ...step(notice), raisedAt, summary: '与事实不符' }, clerk);
const answer = (notice: Made, closedOn: string, at = 0) =>
  call(
    'closeNoticeObjection',
    {
      ...step(notice),
      objectionId: notice.objections[at]?.objectionId ?? '',
      closedOn,
      outcome: '已核实',
    },
    clerk,
  );
const passed = (subjectId: string, on: string) =>
  inTx(service, ({ sql }) => requireNoticePassed(sql, { subject: 'HARDSHIP_FILE', subjectId }, on));

test('a name is kept masked, and in no other form', async () => {
  const notice = await once<Made>(service, {
    method: 'publishNotice',
    ask: ask(),
    changed: { scope: 'COUNTY' },
    caller: clerk,
    foreign: clerkOf(other),
    unknown: 'UNION_UNKNOWN',
  });
  expect(notice).toMatchObject({
    heading: '困难职工建档公示',
    columns: ['NAME', 'UNION', 'CATEGORY'],
    workingDays: 5,
    endsOn: '2026-03-16',
    standing: 'OVER',
    lines: [{ seq: 1, nameMasked: '李*明', unionName: '合成纺织厂工会', category: 'DEEP' }],
  });
  const rows = await service.sql`
    select l::text as line, n::text as notice from notice as n join notice_line as l using (notice_id)`;
  expect(JSON.stringify(rows)).not.toContain('李小明');
});

test.each([
  ['a mobile phone for objections', { contactPhone: '13800000000' }, 'FIELD_INVALID'],
  [
    'a number in the place of a name',
    { lines: [line({ personName: '32108419000101001X' })] },
    'FIELD_INVALID',
  ],
  ['a category of another kind', { subject: 'RELIEF_GRANT' }, 'NOTICE_CATEGORY_UNKNOWN'],
])('refused: %s', async (_, over, code) => {
  await expect(publish(over)).rejects.toThrow(refusedWith(code, 'invalid'));
});

test('it stands once the whole period is over, and not before', async () => {
  const { subjectId } = await publish({ startsOn: '2025-04-25' });
  await expect(passed(subjectId, '2025-05-06')).rejects.toThrow(refusedWith('PUBLICITY_NOT_OVER'));
  await passed(subjectId, '2025-05-07');
  await expect(passed(newId(), '2025-05-07')).rejects.toThrow(refusedWith('NOTICE_MISSING'));
  await expect(publish({ subjectId, startsOn: '2025-04-25' })).rejects.toThrow(
    refusedWith('NOTICE_SHOWN'),
  );
});

test('an objection on the last minute counts, and one a minute later does not', async () => {
  const notice = await publish({ startsOn: '2025-04-25' });
  await expect(object(notice, '2025-05-07T00:00:00+08:00')).rejects.toThrow(
    refusedWith('PUBLICITY_OVER'),
  );
  await expect(object(notice, '2025-04-24T23:59:59+08:00')).rejects.toThrow(
    refusedWith('PUBLICITY_NOT_BEGUN'),
  );
  const objected = await object(notice, '2025-05-06T23:59:59+08:00');
  expect(objected).toMatchObject({ standing: 'STOPPED', endsOn: '', openObjections: 1 });
  await expect(passed(notice.subjectId, '2025-06-30')).rejects.toThrow(
    refusedWith('PUBLICITY_OBJECTIONS_OPEN'),
  );
  await expect(answer(objected, '2025-05-05')).rejects.toThrow(refusedWith('NOTICE_DATE_WRONG'));
  const closed = await answer(objected, '2025-05-09');
  expect(closed).toMatchObject({ endsOn: '2025-05-09', openObjections: 0 });
  await expect(answer(closed, '2025-05-09')).rejects.toThrow(
    refusedWith('NOTICE_OBJECTION_UNKNOWN', 'not_found'),
  );
  await passed(notice.subjectId, '2025-05-10');
});

test('two objections stop the clock until both are answered; who audits reads neither', async () => {
  const first = await object(await publish(), '2026-03-11T09:00:00+08:00');
  const both = await object(first, '2026-03-12T09:00:00+08:00');
  const half = await answer(both, '2026-03-13');
  expect(half).toMatchObject({ endsOn: '', openObjections: 1 });
  const whole = await answer(half, '2026-03-20', 1);
  expect(whole.endsOn).toBe('2026-03-25');
  const { noticeId } = whole;
  const seen = await call('getNotice', { noticeId }, { duty: 'auditor' });
  expect(seen.objections.map(({ summary, outcome }) => summary + outcome)).toEqual(['', '']);
  const kept = await service.sql`select o::text from notice_objection as o`;
  expect(JSON.stringify(kept)).not.toContain('与事实不符');
});

test('a year whose calendar is not loaded is refused', async () => {
  await expect(publish({ startsOn: '2024-03-11' })).rejects.toThrow(
    refusedWith('HOLIDAY_TABLE_MISSING'),
  );
});

test('the page is there from the day it is put online, and gone when it is over or withdrawn', async () => {
  const online = { channels: ['BOARD', 'ONLINE'] };
  await expect(publish({ ...online, startsOn: addDays(today, -1) })).rejects.toThrow(
    refusedWith('NOTICE_START_WRONG'),
  );
  const notice = await publish({ ...online, startsOn: today });
  const read = (duty: string) =>
    call('getPublicNotice', { noticeId: notice.noticeId }, { duty: duty as 'gateway' });
  for (const duty of ['clerk', 'member', 'applicant'])
    await expect(read(duty)).rejects.toThrow(expect.objectContaining({ kind: 'forbidden' }));
  expect(await read('gateway')).toMatchObject({
    standing: 'RUNNING',
    lines: [{ nameMasked: '李*明', category: 'DEEP', amountFen: 0n }],
  });
  await service.sql`
    update notice set starts_on = '2026-03-09', ends_on = '2026-03-16' where notice_id = ${notice.noticeId}`;
  expect(await read('gateway')).toMatchObject({ standing: 'OVER', heading: '', lines: [] });
  const withdrawn = await call('withdrawNotice', { ...step(notice), reason: '信息有误' }, clerk);
  expect(withdrawn.standing).toBe('WITHDRAWN');
  expect(await read('gateway')).toMatchObject({ standing: 'WITHDRAWN', lines: [] });
  await expect(object(withdrawn, '2026-03-16T09:00:00+08:00')).rejects.toThrow(
    refusedWith('NOTICE_WITHDRAWN'),
  );
  // On a wall only, there is no page.
  const { noticeId } = await publish();
  await expect(call('getPublicNotice', { noticeId }, { duty: 'gateway' })).rejects.toThrow(
    refusedWith('NOTICE_UNKNOWN', 'not_found'),
  );
});

test('the template is the federation’s, of the closed set of columns', async () => {
  const template = { subject: 'CAMPAIGN_LIST', heading: '慰问名单', columns: ['NAME', 'UNION'] };
  const set = (over: object, caller: object = clerk) =>
    call('setNoticeTemplate', { ...template, ...over }, caller);
  await expect(set({}, clerkOf(unionId))).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(set({ columns: ['NAME', 'UNION', 'PHONE'] })).rejects.toThrow(
    refusedWith('NOTICE_COLUMN_FORBIDDEN'),
  );
  await expect(set({ heading: '患病职工慰问名单' })).rejects.toThrow(
    refusedWith('NOTICE_TEXT_FORBIDDEN'),
  );
  await set({});
  const { items } = await call('listNoticeTemplates', {}, { duty: 'chair' });
  expect(items).toContainEqual(template);
  const lines = [
    { personName: '张三', unionId, category: 'WINTER_WARMTH', amountFen: 50_000n },
    { personName: '欧阳修远', unionId: other, category: 'WINTER_WARMTH', amountFen: 50_000n },
  ];
  const online = { channels: ['ONLINE'], startsOn: today };
  const { noticeId } = await publish({ subject: 'CAMPAIGN_LIST', lines, ...online });
  const page = await call('getPublicNotice', { noticeId }, { duty: 'gateway' });
  expect(page.lines.map(({ nameMasked, amountFen }) => [nameMasked, amountFen])).toEqual([
    ['张*', 0n],
    ['欧**远', 0n],
  ]);
});

test('how long each subject is published on a day, for everybody who has a duty', async () => {
  const onDate = '2020-06-30';
  const { items } = await call('listNoticeRules', { onDate }, { duty: 'member' });
  expect(items.map(({ subject, workingDays }) => [subject, workingDays])).toEqual([
    ['HARDSHIP_FILE', 5],
    ['RELIEF_GRANT', 5],
    ['CAMPAIGN_LIST', 5],
    ['RECUPERATION_LIST', 5],
  ]);
  await expect(
    call('listNoticeRules', { onDate: '1980-01-01' }, { duty: 'clerk' }),
  ).rejects.toThrow(refusedWith('POLICY_MISSING'));
});
