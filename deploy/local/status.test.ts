import { expect, test } from 'vitest';
import { describeLinks, type Links } from './status.ts';

const uplink = {
  superior: '321000',
  connected: true,
  lastPosition: '66',
  sentPosition: '66',
  receiptedPosition: '66',
  lagSeconds: '0',
  alarm: '',
};
const part = {
  subordinate: '321084',
  name: '高邮市总工会',
  appliedPosition: '42',
  receivedAt: '2026-03-01T00:00:00.000Z',
  ageSeconds: '22',
  stale: false,
};

test.each<[string, Links, string[]]>([
  ['nobody above or below', { downlinks: [] }, []],
  ['all has arrived', { uplink, downlinks: [] }, ['  to 321000: all 66 receipted']],
  [
    'the link is cut',
    {
      uplink: {
        ...uplink,
        connected: false,
        sentPosition: '60',
        receiptedPosition: '58',
        lagSeconds: '9',
      },
      downlinks: [],
    },
    ['  to 321000: not connected, 8 of 66 without receipt, 6 unsent, oldest 9 s'],
  ],
  [
    'a fork',
    { uplink: { ...uplink, alarm: 'fork' }, downlinks: [] },
    ['  to 321000: all 66 receipted, ALARM: fork'],
  ],
  ['a part', { downlinks: [part] }, ['  from 321084 高邮市总工会: 22 s old, up to 42']],
  [
    'an old part',
    { downlinks: [{ ...part, ageSeconds: '4000', stale: true }] },
    ['  from 321084 高邮市总工会: 4000 s old, STALE, up to 42'],
  ],
  [
    'a silent subordinate',
    { downlinks: [{ ...part, name: '', receivedAt: '', stale: true }] },
    ['  from 321084: nothing heard yet'],
  ],
])('%s', (_what, links, lines) => {
  expect(describeLinks(links)).toEqual(lines);
});
