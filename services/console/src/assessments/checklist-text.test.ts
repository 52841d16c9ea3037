import { expect, test } from 'vitest';
import { itemsOf } from './checklist-text.ts';

test.each([
  ['审计计划按期完成 10', '审计计划按期完成', 10],
  ['审计计划按期完成：10分', '审计计划按期完成', 10],
  ['Audits done in time 5 points', 'Audits done in time', 5],
  ['2026 年计划 8', '2026 年计划', 8],
  ['没有分值', '没有分值', 0],
])('%s', (line, title, maxPoints) => {
  expect(itemsOf(`\n${line}\n\n`)).toEqual([{ title, maxPoints }]);
});
