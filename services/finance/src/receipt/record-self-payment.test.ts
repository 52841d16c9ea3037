import { expect, test } from 'vitest';
import { decideSelfPayment } from './record-self-payment.ts';
import { decideRecorded } from './single-receipt.ts';

const SD = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };

test.each([
  [2_000_000, 800_000],
  // Each share is rounded for itself: 493.83 + 246.91 + 123.46 + 123.46.
  [246_914, 98_766],
])('of %i fen, %i are due to the levels above', (fundFen, dueFen) => {
  expect(() => decideSelfPayment({ fundFen, paidUpFen: dueFen }, SD, 'COUNTY')).not.toThrow();
  for (const paidUpFen of [dueFen - 1, dueFen + 1]) {
    expect(() => decideSelfPayment({ fundFen, paidUpFen }, SD, 'COUNTY')).toThrow(
      expect.objectContaining({ code: 'PAID_UP_WRONG', details: { dueFen, paidUpFen } }),
    );
  }
});

const ask = { periodFrom: '2026-01', periodTo: '2026-03', receivedOn: '2026-04-15' };

test('what is recorded was received', () => {
  expect(() => decideRecorded(ask, '2026-04-15')).not.toThrow();
});

// In this order.
test.each([
  ['RECEIPT_PERIOD_WRONG', { periodFrom: '2026-04', receivedOn: '2026-04-16' }],
  ['RECEIPT_IN_FUTURE', { receivedOn: '2026-04-16' }],
])('refused: %s', (code, over) => {
  expect(() => decideRecorded({ ...ask, ...over }, '2026-04-15')).toThrow(
    expect.objectContaining({ code }),
  );
});
