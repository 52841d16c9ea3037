import { expect, test } from 'vitest';
import { actionsFor, fieldsOf } from './actions.ts';

test.each([
  ['APPLIED', ['approve', 'reject']],
  ['UNDER_REVIEW', ['approve', 'reject']],
  ['ACTIVE', ['transfer', 'retain', 'end']],
  ['RETAINED', ['reactivate', 'end']],
  ['EXPELLED', []],
  ['A_STATE_TO_COME', []],
])('in %s one may %j', (state, names) => {
  expect(actionsFor(state)).toEqual(names);
});

test.each([
  ['left', ['how', 'on']],
  ['deceased', ['how', 'on']],
  ['deemed_left', ['how', 'on', 'document']],
  ['expelled', ['how', 'on', 'document']],
])('an end by %s asks for %j', (how, names) => {
  expect(fieldsOf('end', { how }).map(({ name }) => name)).toEqual(names);
});
