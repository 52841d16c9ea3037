import { expect, test } from 'vitest';
import { decideResolution } from './resolve-exception.ts';

const line = { state: 'WAITING', code: 'LINE_NEGATIVE' } as const;

test.each([
  ['assign', 'u', 'ASSIGNED'],
  ['preparatory', '', 'PREPARATORY'],
  ['reject', '', 'REJECTED'],
] as const)('%s is decided', (decision, unionId, state) => {
  expect(decideResolution(line, { decision, unionId })).toBe(state);
});

// In this order.
test.each([
  ['EXCEPTION_RESOLVED', { ...line, state: 'REJECTED' as const }, 'assign', ''],
  ['EXCEPTION_REJECT_ONLY', { ...line, code: 'SLIP_MISSING' }, 'assign', ''],
  ['EXCEPTION_REJECT_ONLY', { ...line, code: 'LINE_DATE_WRONG' }, 'preparatory', 'u'],
  ['EXCEPTION_UNION_MISSING', line, 'assign', ''],
  ['EXCEPTION_UNION_MISSING', line, 'preparatory', 'u'],
  ['EXCEPTION_UNION_MISSING', line, 'reject', 'u'],
] as const)('refused: %s (%#)', (code, of, decision, unionId) => {
  expect(() => decideResolution(of, { decision, unionId })).toThrow(
    expect.objectContaining({ code }),
  );
});
