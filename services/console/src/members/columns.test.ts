import { expect, test } from 'vitest';
import { readColumns, usualColumns, writeColumns } from './columns.ts';

test.each([
  ['', '', usualColumns('')],
  ['', 'APPLIED', usualColumns('APPLIED')],
  ['phone.state', '', ['state', 'phone']],
  ['none.such', '', usualColumns('')],
] as const)('the address says "%s" in state "%s"', (chosen, state, shown) => {
  expect(readColumns(chosen, state)).toEqual(shown);
});

test('the usual choice leaves the address clean', () => {
  expect(writeColumns([...usualColumns('')].toReversed(), '')).toBe('');
  expect(writeColumns(['phone', 'state'], '')).toBe('state.phone');
});
