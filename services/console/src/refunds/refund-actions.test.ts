import { expect, test } from 'vitest';
import { fieldsOf, offers } from './refund-actions.ts';

const refund = { state: 'LISTED', waitingUnions: 0, publicityEndsOn: '', takeOverNo: '' };
const published = { ...refund, state: 'PUBLISHED', publicityEndsOn: '2026-03-16' };

test.each([
  ['finance', refund, ['review', 'cancel']],
  ['chair', refund, []],
  ['finance', { ...refund, state: 'REVIEWED' }, ['publish', 'cancel']],
  ['chair', published, []],
  ['chair', { ...published, publicityEndsOn: '2026-03-15' }, ['approve']],
  ['chair', { ...published, takeOverNo: '移交清单' }, ['approve']],
  ['finance', { ...refund, state: 'APPROVED' }, []],
  ['finance', { ...refund, state: 'APPROVED', waitingUnions: 3 }, ['pay']],
  ['finance', { ...refund, state: 'PAYING', waitingUnions: 1 }, ['pay']],
  ['auditor', { ...refund, state: 'PAYING', waitingUnions: 1 }, []],
  ['finance', { ...refund, state: 'PAID' }, []],
])('to %s, of %o: %o', (duty, of, offered) => {
  expect(offers(of, duty, '2026-03-16')).toEqual(offered);
});

test('a day is asked for only where it is not today', () => {
  expect(fieldsOf('publish', refund)).toEqual([]);
  expect(fieldsOf('publish', { ...refund, takeOverNo: '移交清单' })).toEqual(['doneOn']);
  expect(fieldsOf('pay', refund)).toEqual(['bank']);
});
