import { expect, test } from 'vitest';
import { dispositionOf } from './download.ts';

test.each([
  ['a.csv', `attachment; filename="a.csv"; filename*=UTF-8''a.csv`],
  ['名册.xlsx', `attachment; filename="__.xlsx"; filename*=UTF-8''%E5%90%8D%E5%86%8C.xlsx`],
  ["it's (1)*.csv", `attachment; filename="it's (1).csv"; filename*=UTF-8''it%27s%20%281%29.csv`],
  ['50%.csv', `attachment; filename="50_.csv"; filename*=UTF-8''50%25.csv`],
  ['\ud800𰻝.csv', `attachment; filename="___.csv"; filename*=UTF-8''%EF%BF%BD%F0%B0%BB%9D.csv`],
  ['', `attachment; filename="file"; filename*=UTF-8''file`],
  ['../..', `attachment; filename="file"; filename*=UTF-8''file`],
])('%j', (name, header) => {
  expect(dispositionOf(name)).toBe(header);
});
