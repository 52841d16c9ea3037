import { expect, test } from 'vitest';
import { offersOf, takesWhole, toggled } from './export-fields.ts';

test('fields keep their order, whichever was ticked first', () => {
  expect(toggled(['name'], 'member_no')).toEqual(['member_no', 'name']);
  expect(toggled(['member_no', 'name'], 'member_no')).toEqual(['name']);
});

test('one whole field is enough for a second person', () => {
  expect(takesWhole(['name', 'id_number'])).toBe(false);
  expect(takesWhole(['name', 'whole_phone'])).toBe(true);
});

const own = { accountId: 'a', duty: 'clerk' };
const other = (duty: string) => ({ accountId: 'b', duty });

test.each([
  ['who asked waits', 'WAITING', own, { approve: false, download: false, ownWaiting: true }],
  ['who asked takes it', 'READY', own, { approve: false, download: true, ownWaiting: false }],
  [
    'a chair agrees',
    'WAITING',
    other('chair'),
    { approve: true, download: false, ownWaiting: false },
  ],
  [
    'a clerk does not',
    'WAITING',
    other('clerk'),
    { approve: false, download: false, ownWaiting: false },
  ],
  [
    'nobody else takes it',
    'READY',
    other('auditor'),
    { approve: false, download: false, ownWaiting: false },
  ],
  ['it is too late', 'EXPIRED', own, { approve: false, download: false, ownWaiting: false }],
])('%s', (_, state, reader, offers) => {
  expect(offersOf({ state, requestedBy: 'a' }, reader)).toEqual(offers);
});
