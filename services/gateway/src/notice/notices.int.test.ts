import { PublicNotice } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../world.fixture.ts';

// What the service says, and who was asked for; each test says it anew.
const asked: string[] = [];
let told: Partial<PublicNotice> | undefined;
let world: World;
beforeAll(async () => {
  world = await openWorld({
    welfare: {
      getPublicNotice: async ({ noticeId }) => {
        asked.push(noticeId);
        if (!told) throw notFound('NOTICE_UNKNOWN', { noticeId });
        return PublicNotice.fromPartial({ ...SHOWN, ...told });
      },
    },
  });
});
afterAll(() => world.stop());
const read = (id: string = newId(), headers: Record<string, string> = {}) =>
  world.ask(`/public/notices/${id}`, { headers });

const SHOWN = PublicNotice.fromPartial({
  standing: 'RUNNING',
  heading: '困难职工救助公示',
  columns: ['NAME', 'UNION', 'CATEGORY', 'AMOUNT'],
  unionName: '合成市总工会',
  startsOn: '2026-03-09',
  endsOn: '2026-03-16',
  contactOffice: '权益保障部',
  contactPhone: '0514-88880000',
  lines: [
    {
      seq: 1,
      nameMasked: '李*明',
      unionName: '<b>纺织厂</b>工会',
      category: 'RELIEF',
      amountFen: 123_456n,
    },
  ],
});

test('whoever has no account reads it, and no search engine keeps it', async () => {
  told = {};
  const { status, headers, text } = await read();
  expect(status).toBe(200);
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow, noarchive');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(text).toContain('<html lang="zh-CN">');
  expect(text).toContain('公示期：2026-03-09 至 2026-03-16 24:00');
  for (const cell of ['李*明', '救助', '1234.56', '0514-88880000']) expect(text).toContain(cell);
  expect(text).toContain('&lt;b&gt;纺织厂&lt;/b&gt;工会');
  expect(text).not.toMatch(/<script|<img|<iframe|<b>|undefined|\[object/);
});

test('columns that the template leaves out are not there', async () => {
  told = { columns: ['NAME', 'UNION'] };
  const { text } = await read();
  expect(text).toContain('李*明');
  expect(text).not.toContain('金额');
  expect(text).not.toContain('1234.56');
});

test.each(['OVER', 'WITHDRAWN'])('of one that is %s nothing is left but that', async (standing) => {
  told = { standing };
  const { status, headers, text } = await read(newId(), { 'accept-language': 'en' });
  expect(status).toBe(410);
  expect(headers.get('x-robots-tag')).toContain('noindex');
  expect(text).toContain('This notice is over');
  expect(text).not.toContain('李*明');
});

test('while the clock stands it says so', async () => {
  told = { standing: 'STOPPED', endsOn: '' };
  expect((await read()).text).toContain('公示期暂停计算');
});

test('what is none is not asked for, and what is not there is not found', async () => {
  told = undefined;
  asked.length = 0;
  for (const id of ['1', newId()]) expect((await read(id)).status).toBe(404);
  expect(asked).toHaveLength(1);
});

test('who asks for many is stopped', async () => {
  told = {};
  const answers = [];
  for (let n = 0; n < 31; n += 1) answers.push(await read());
  const statuses = answers.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(statuses.at(-1)).toBe(429);
  expect(answers.at(-1)?.headers.get('retry-after')).toBeTruthy();
});
