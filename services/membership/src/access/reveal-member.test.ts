import { expect, test } from 'vitest';
import { decideReveal } from './reveal-member.ts';

const CLASSES = {
  name: 'personal',
  phone: 'personal',
  birth_date: 'personal',
  id_number: 'sensitive',
} as const;
type Field = keyof typeof CLASSES;
const asked = (...fields: Field[]) => fields.map((field) => ({ field, class: CLASSES[field] }));

test.each([
  ['clerk', 'ACTIVE', asked('name', 'id_number', 'phone', 'birth_date')],
  ['chair', 'RETAINED', asked('id_number')],
  ['clerk', 'APPLIED', asked('id_number')],
  ['clerk', 'LEFT', asked('name', 'phone')],
  ['auditor', 'EXPELLED', asked('id_number')],
])('a %s may see of a record that is %s: %j', (duty, state, fields) => {
  expect(() => decideReveal(duty, state, fields)).not.toThrow();
});

test.each([
  ['clerk', 'LEFT', asked('name', 'id_number'), 'id_number'],
  ['chair', 'DECEASED', asked('id_number'), 'id_number'],
  ['clerk', 'REJECTED', asked('id_number'), 'id_number'],
  ['finance', 'ACTIVE', asked('name'), 'name'],
  ['supervisor', 'ACTIVE', asked('phone'), 'phone'],
  ['admin', 'ACTIVE', asked('birth_date'), 'birth_date'],
  ['member', 'ACTIVE', asked('name'), 'name'],
  ['nobody', 'ACTIVE', asked('name'), 'name'],
])('a %s may not see of a record that is %s: %j', (duty, state, fields, field) => {
  expect(() => decideReveal(duty, state, fields)).toThrow(
    expect.objectContaining({
      kind: 'forbidden',
      code: 'FIELD_NOT_REVEALED',
      details: { field, state },
    }),
  );
});

test('a field without a class is shown to nobody', () => {
  expect(() => decideReveal('auditor', 'ACTIVE', [{ field: 'x', class: 'secret' }])).toThrow(
    'FIELD_NOT_REVEALED',
  );
});
