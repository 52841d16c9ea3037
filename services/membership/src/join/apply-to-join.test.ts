import { expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { decideApplication, decideChannel, decidePerson } from './apply-to-join.ts';

const terms = {
  today: '2026-11-01',
  onDate: '2026-10-01',
  age: { refuseUnder: 16, warnOver: 70 },
  allowFifteen: false,
};

test.each([
  ['FIELD_INVALID', 'invalid', undefined],
  ['CHECKSUM', 'invalid', syntheticPerson(1, { idNumber: '321084190001010029' })],
  ['UNDER_AGE', 'refused', syntheticPerson(1, { idNumber: '329999201201010075' })],
])('refuses a person: %s', (code, kind, person) => {
  expect(() => decidePerson(person, terms)).toThrow(expect.objectContaining({ code, kind }));
});

test('names the field', () => {
  expect(() => decidePerson(syntheticPerson(1, { name: '' }), terms)).toThrow(
    expect.objectContaining({ code: 'NAME_MISSING', details: { field: 'name' } }),
  );
});

test.each([
  ['ALREADY_MEMBER', 'duplicate', { state: 'ACTIVE', unionId: 'u1' }, { heldByUnionId: 'u1' }],
  ['ALREADY_MEMBER', 'duplicate', { state: 'RETAINED', unionId: 'u2' }, { heldByUnionId: 'u2' }],
  ['APPLICATION_PENDING', 'duplicate', { state: 'APPLIED', unionId: 'u2' }, {}],
  ['MEMBER_EXPELLED', 'refused', { state: 'EXPELLED', unionId: 'u1' }, {}],
  ['MEMBER_DECEASED', 'refused', { state: 'DECEASED', unionId: 'u1' }, {}],
] as const)('refuses an application: %s (%s)', (code, kind, past, details) => {
  expect(() => decideApplication({ ...past, since: null }, 'u1', '2026-10-01')).toThrow(
    expect.objectContaining({ code, kind, details }),
  );
});

test.each(['LEFT', 'DEEMED_LEFT', 'REJECTED'] as const)('%s may apply again', (state) => {
  const past = { state, unionId: 'u2', since: '2026-09-01' };
  expect(() => decideApplication(past, 'u1', '2026-10-01')).not.toThrow();
});

test.each([
  ['CHANNEL_WRONG', 'BATCH', '2026-10-01'],
  ['EFFECTIVE_IN_FUTURE', 'PAPER', '2026-11-02'],
] as const)('refuses a channel or a date: %s', (code, channel, day) => {
  expect(() => decideChannel(channel, day, '2026-11-01', 'clerk')).toThrow(
    expect.objectContaining({ code }),
  );
});
