import { expect, test } from 'vitest';
import type { Links } from '../shapes.ts';
import { backlogOf, healthOf, reportOf } from './node-health.ts';

const uplink = {
  superior: '321000',
  connected: true,
  lastPosition: '9007199254740995',
  sentPosition: '9007199254740994',
  receiptedPosition: '9007199254740993',
  lagSeconds: '3',
  alarm: '',
};
const downlink = {
  subordinate: '321084',
  name: '高邮市总工会',
  appliedPosition: '12',
  receivedAt: '2026-03-01T10:00:00Z',
  ageSeconds: '4',
  stale: false,
};
const links: Links = { node: '321000', name: '扬州市总工会', uplink, downlinks: [downlink] };

test.each([
  ['all is well', links, 'good'],
  ['nothing above', { ...links, uplink: { ...uplink, superior: '', connected: false } }, 'good'],
  ['a child is late', { ...links, downlinks: [{ ...downlink, stale: true }] }, 'late'],
  ['a child was never heard', { ...links, downlinks: [{ ...downlink, receivedAt: '' }] }, 'late'],
  ['cut off from above', { ...links, uplink: { ...uplink, connected: false } }, 'cut'],
  ['two histories', { ...links, uplink: { ...uplink, alarm: 'fork' } }, 'alarm'],
])('%s', (_, known, health) => {
  expect(healthOf(known)).toBe(health);
});

test('a backlog is exact beyond what a double holds', () => {
  expect(backlogOf(uplink)).toBe(2n);
});

test('the report says what is known and when, and that nobody has counted', () => {
  const known = { node: undefined, links, verification: undefined };
  const report = JSON.parse(reportOf(known, new Date('2026-03-01T10:00:05Z'))) as object;
  expect(report).toEqual({
    what: 'gonglian node diagnostics',
    madeAt: '2026-03-01T10:00:05.000Z',
    api: 'v1',
    health: 'good',
    links,
    verification: 'not run in this visit',
  });
});
