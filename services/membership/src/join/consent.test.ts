import { expect, test } from 'vitest';
import { decideConsent } from './consent.ts';

const whole = { noticeVersion: '2026-11', general: true, sensitive: true };

test.each([
  ['QR', whole, ['general', 'sensitive']],
  ['PAPER', undefined, []],
  ['PAPER', { ...whole, sensitive: false }, ['general']],
  ['APP', whole, ['general', 'sensitive']],
] as const)('%s keeps what was agreed to', (channel, consent, kinds) => {
  expect(decideConsent(channel, consent)).toEqual(kinds);
});

test.each([
  [undefined, 'consent.noticeVersion'],
  [{ ...whole, noticeVersion: '' }, 'consent.noticeVersion'],
  [{ ...whole, general: false }, 'consent.general'],
  [{ ...whole, sensitive: false }, 'consent.sensitive'],
])('who applies by a link has agreed to both: %j', (consent, field) => {
  expect(() => decideConsent('QR', consent)).toThrow(
    expect.objectContaining({ code: 'CONSENT_MISSING', details: { field } }),
  );
});
