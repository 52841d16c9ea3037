import { expect, test } from 'vitest';
import { provedTwice } from './second-factor.ts';

test.each([
  [{}, false],
  [{ amr: [] }, false],
  [{ amr: ['pwd'] }, false],
  [{ amr: ['pwd', 'otp'] }, true],
  [{ amr: ['hwk', 'pin'] }, true],
  [{ amr: ['hwk', 'fpt'] }, true],
  [{ amr: ['mfa'] }, true],
  // Two of one kind, or what is no factor at all.
  [{ amr: ['pwd', 'pin'] }, false],
  [{ amr: ['otp', 'sms'] }, false],
  [{ amr: ['hwk', 'user'] }, false],
  [{ amr: ['pwd', 'geo', 'rba', 'wia'] }, false],
  [{ amr: ['development'] }, false],
  // A claim of another form says nothing.
  [{ amr: 'pwd otp' }, false],
  [{ amr: { 0: 'mfa' } }, false],
  [{ amr: [['pwd', 'otp']] }, false],
  [{ acr: 'gold' }, true],
  [{ acr: 'silver', amr: ['pwd'] }, false],
  [{ acr: 'silver', amr: ['pwd', 'otp'] }, true],
  [{ acr: ['gold'] }, false],
  [{ acr: '' }, false],
])('%j: %s', (claims, twice) => {
  expect(provedTwice(claims, ['gold'])).toBe(twice);
});

test('no value of acr counts by itself', () => {
  expect(provedTwice({ acr: '1' })).toBe(false);
});
