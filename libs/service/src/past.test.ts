import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { decidePast } from './past.ts';

test.each([
  ['PAST_DATES_REVERSED', '2020-06-02', '2020-06-01'],
  ['PAST_TOO_RECENT', '2020-06-01', '2021-03-03'],
  [undefined, '2020-06-01', '2021-03-02'],
  [undefined, '2020-06-01', '2020-06-01'],
])('%s: from %s to %s, on 1 April 2021', (code, beganOn, endedOn) => {
  expect(codeOf(() => decidePast({ beganOn, endedOn }, '2021-04-01', 30))).toBe(code);
});
