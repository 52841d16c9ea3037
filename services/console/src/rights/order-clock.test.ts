import { expect, test } from 'vitest';
import { saidOf } from './order-clock.tsx';

const runs = {
  dueOn: '2026-10-13',
  light: 'GREEN',
  state: 'HANDLING',
  repliedAt: '',
  onTime: false,
  daysLeft: 4,
};

test.each([
  ['none', { dueOn: '', light: '', state: 'RECEIVED', daysLeft: 0 }],
  ['runs', {}],
  ['half', { light: 'YELLOW', daysLeft: 2 }],
  ['lastDay', { light: 'YELLOW', daysLeft: 0 }],
  // Half of an order of one day is not over in the morning, and it is its last all the same.
  ['lastDay', { daysLeft: 0 }],
  ['overdue', { light: 'RED', daysLeft: -2 }],
  ['stands', { state: 'WAITING', light: 'YELLOW' }],
  ['onTime', { state: 'REPLIED', repliedAt: '2026-10-12T02:00:00Z', onTime: true }],
  ['late', { state: 'CLOSED', repliedAt: '2026-10-15T02:00:00Z', light: 'RED', daysLeft: -2 }],
  ['over', { state: 'CANCELLED', light: '', daysLeft: 0 }],
] as const)('its clock says: %s', (said, over) => {
  expect(saidOf({ ...runs, ...over })).toBe(said);
});
