import { expect, test } from 'vitest';
import { requestIdOf } from './request-id.ts';

test.each(['r-1', '01J9ZK3V7Q', 'console.7_a', '0af7651916cd43dd8448eb211c80319c'])(
  '%s is kept',
  (id) => {
    expect(requestIdOf({ headers: { 'x-request-id': id } })).toBe(id);
  },
);

test.each([
  undefined,
  '',
  'two words',
  '-r',
  'line\nbreak',
  '编号',
  'x'.repeat(65),
  '320500199001011234',
  '32999919900307201X',
  'r-13812345678',
])('%j is replaced by one of ours', (id) => {
  const headers = id === undefined ? {} : { 'x-request-id': id };
  expect(requestIdOf({ headers })).toMatch(/^[0-9a-f-]{36}$/);
});
