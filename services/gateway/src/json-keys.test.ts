import { expect, test } from 'vitest';
import { findRepeatedKey } from './json-keys.ts';

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":{"b":1,"c":[],"b":{}}}', 'a.b'],
  ['{"rows":[{"name":"a"},{"name":"b","name":"c"}]}', 'rows[1].name'],
  ['{"a":[[1,2],[{"x":1,"x":1}]]}', 'a[1][0].x'],
  [String.raw`{"a":1,"\u0061":2}`, 'a'],
  [String.raw`{"a\"":1,"b\\":2,"a\"":3}`, 'a"'],
])('%s repeats %s', (text, place) => {
  expect(findRepeatedKey(text)).toBe(place);
});

test.each([
  '{}',
  '"a"',
  '[{"a":1},{"a":1}]',
  '{"a":{"a":{"a":"a"}},"b":"{\\"a\\":1,\\"a\\":2}"}',
  '{"a":"a,","b":"\\\\","c":["a","a"]}',
])('%s repeats none', (text) => {
  expect(findRepeatedKey(text)).toBeUndefined();
});

test('a text of megabytes is gone through at once', () => {
  const large = 'x'.repeat(3_000_000);
  const before = performance.now();
  expect(findRepeatedKey(`{"content":"${large}","a":1,"a":2}`)).toBe('a');
  expect(performance.now() - before).toBeLessThan(500);
});
