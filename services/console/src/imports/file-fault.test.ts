import { expect, test } from 'vitest';
import { fileFaultOf } from './file-fault.ts';

const mib = 1024 * 1024;

test.each([
  ['名单.xlsx', 1, undefined],
  ['LIST.CSV', 20 * mib, undefined],
  ['名单.xlsx', 20 * mib + 1, 'large'],
  ['名单.xlsx', 0, 'empty'],
  ['名单.xls', 10, 'old'],
  ['名单.xlsm', 10, 'kind'],
  ['xlsx', 10, 'kind'],
])('%s of %i bytes: %s', (name, size, fault) => {
  expect(fileFaultOf({ name, size })).toBe(fault);
});
