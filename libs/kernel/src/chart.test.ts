import { expect, test } from 'vitest';
import { chart, chartAccount } from './chart.ts';

test('the sets are those of the system: 24 main accounts at the grassroots, 45 rows at a county', () => {
  const first = (set: 'GRASSROOTS' | 'COUNTY') =>
    chart(set).filter(({ code }) => code.length === 3);
  expect(first('GRASSROOTS')).toHaveLength(24);
  expect(first('COUNTY')).toHaveLength(45);
});

test.each([
  ['101', 'ASSET', 'debit'],
  ['163', 'ASSET', 'credit'],
  ['211', 'LIABILITY', 'credit'],
  ['30104', 'NET_ASSET', 'credit'],
  ['402', 'INCOME', 'credit'],
  ['50405', 'EXPENDITURE', 'debit'],
])('%s is of kind %s and grows by %s', (code, kind, side) => {
  expect(chartAccount(code)).toMatchObject({ code, kind, side });
});

test('a sub-account is of the sets of its account, and every one has an account', () => {
  expect(chartAccount('21202')).toMatchObject({ grassroots: false, county: true });
  expect(chartAccount('50101')).toMatchObject({ grassroots: true, county: false });
  const codes = new Set(chart().map(({ code }) => code));
  expect([...codes].filter((code) => !codes.has(code.slice(0, 3)))).toEqual([]);
});

test('what the system does not prescribe is no account', () => {
  expect(chartAccount('999')).toBeUndefined();
});
