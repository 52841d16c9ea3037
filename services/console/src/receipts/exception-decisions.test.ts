import { expect, test } from 'vitest';
import { decisionsFor } from './exception-decisions.ts';

test.each([
  ['REGION_OUTSIDE', ['assign', 'preparatory', 'reject']],
  ['SLIP_TWICE', ['reject', 'assign', 'preparatory']],
  ['LINE_DATE_WRONG', ['reject']],
  ['SLIP_MISSING', ['reject']],
])('%s', (code, offered) => {
  expect(decisionsFor(code)).toEqual(offered);
});
