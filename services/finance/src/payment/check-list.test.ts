import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import { FINANCE_POLICY, financePolicy } from '../policy.ts';
import { decideLimits, decideList, type AskedLine, type ListRules } from './check-list.ts';

const ON = '2026-03-02';
const rules: ListRules = {
  linesMax: 3,
  lineMaxFen: 200_000,
  purposes: financePolicy('spending.purposes', ON),
  prohibitions: financePolicy('spending.prohibitions', ON),
  festivalCash: false,
};
const line = (at: number, over: Partial<AskedLine> = {}): AskedLine => ({
  payeeKind: 'PERSON',
  accountNumber: `621000000000000000${at}`,
  beneficiaryId: `b-${at}`,
  amountFen: [0, 100_000, 200_000, 50_050, 1][at] ?? 1,
  purpose: '困难职工帮扶',
  ...over,
});
const three = [line(1), line(2), line(3)];
const head = { lineCount: 3, totalFen: 350_050, title: '三月帮扶', purposeCode: 'RELIEF' };

test('1,000.00 + 2,000.00 + 500.50 is 3,500.50', () => {
  expect(() => decideList(head, three, rules)).not.toThrow();
});

test.each<[string, string, object, AskedLine[], Partial<ListRules>]>([
  ['LINES_TOO_MANY', 'more than policy allows', {}, [...three, line(4)], {}],
  ['HEADER_COUNT_DIFFERS', 'one line less', {}, three.slice(1), {}],
  ['HEADER_TOTAL_DIFFERS', '3,500.49', { totalFen: 350_049 }, three, {}],
  ['PURPOSE_UNKNOWN', 'no such purpose', { purposeCode: 'GIFTS' }, three, {}],
  ['FESTIVAL_CASH', 'money for a festival', { purposeCode: 'FESTIVAL' }, three, {}],
  ['LINE_OVER_CAP', 'a line above the cap', {}, three, { lineMaxFen: 199_999 }],
  [
    'PAYEE_TWICE',
    'one account, two names',
    {},
    [line(1), line(2), { ...line(3), accountNumber: line(1).accountNumber }],
    {},
  ],
  [
    'PAYEE_TWICE',
    'one person, two accounts',
    {},
    [line(1), line(2), { ...line(3), beneficiaryId: 'b-2' }],
    {},
  ],
  [
    'BENEFICIARY_MISSING',
    'a person nobody knows',
    {},
    [line(1), line(2), line(3, { beneficiaryId: '' })],
    {},
  ],
])('refuses %s: %s', (code, _, headOver, lines, rulesOver) => {
  const ask = { ...head, ...headOver };
  expect(() => decideList(ask, lines, { ...rules, ...rulesOver })).toThrow(
    expect.objectContaining({ kind: 'refused', code }),
  );
});

test('festival goods may be money where the province says so, and a shop may be paid anywhere', () => {
  const festival = { ...head, purposeCode: 'FESTIVAL' };
  expect(() => decideList(festival, three, { ...rules, festivalCash: true })).not.toThrow();
  const shops = three.map((one): AskedLine => ({ ...one, payeeKind: 'UNIT' }));
  expect(() => decideList(festival, shops, rules)).not.toThrow();
});

// The eight prohibitions, each by one of its words, in the title or in a line.
test.each([
  ['PROHIBITED_TREATING', '春节宴请'],
  ['PROHIBITED_EXCESS_PAY', '加发奖金'],
  ['PROHIBITED_ENTERTAINMENT', '高尔夫活动'],
  ['PROHIBITED_SMALL_TREASURY', '转入小金库'],
  ['PROHIBITED_MERGED_ACCOUNT', '转入行政账户'],
  ['PROHIBITED_DIVERSION', '挪用'],
  ['PROHIBITED_FUND_RAISING', '职工集资'],
  ['PROHIBITED_UNRELATED', '代报销招待费'],
])('refuses %s', (code, words) => {
  const inTitle = () => decideList({ ...head, title: words }, three, rules);
  const inLine = () => decideList(head, [line(1), line(2), line(3, { purpose: words })], rules);
  expect(inTitle).toThrow(expect.objectContaining({ code, details: { seq: 0 } }));
  expect(inLine).toThrow(expect.objectContaining({ code, details: { seq: 3 } }));
});

const limits = financePolicy('spending.limits', ON);
const sum = (fen: number, purposeCode: string, beneficiaryId = 'b-1') => ({
  fen,
  purposeCode,
  beneficiaryId,
});

// Domain §5.9: Anhui 34, Guizhou 52, Shanxi 14.
test.each([
  ['34', 'FESTIVAL', 150_000, [], undefined],
  ['34', 'FESTIVAL', 150_001, [], 'LIMIT_PER_YEAR'],
  ['34', 'FESTIVAL', 50_000, [sum(100_000, 'FESTIVAL_SPRING')], undefined],
  ['34', 'FESTIVAL', 50_001, [sum(100_000, 'FESTIVAL_SPRING')], 'LIMIT_PER_YEAR'],
  [
    '34',
    'FESTIVAL',
    150_000,
    [sum(100_000, 'FESTIVAL', 'b-9'), sum(9_900_000, 'RELIEF')],
    undefined,
  ],
  ['34', 'BIRTHDAY', 30_001, [], 'LIMIT_PER_YEAR'],
  ['34', 'HOSPITAL', 100_000, [sum(100_000, 'HOSPITAL')], undefined],
  ['34', 'HOSPITAL', 100_001, [], 'LIMIT_PER_TIME'],
  ['34', 'MARRIAGE_OR_BIRTH', 60_001, [], 'LIMIT_PER_TIME'],
  ['34', 'MEMBER_DEATH', 200_001, [], 'LIMIT_PER_TIME'],
  ['34', 'RELATIVE_DEATH', 100_001, [], 'LIMIT_PER_TIME'],
  ['34', 'RETIREMENT', 100_001, [], 'LIMIT_PER_TIME'],
  ['52', 'FESTIVAL_SPRING', 50_000, [], undefined],
  ['52', 'FESTIVAL', 20_001, [], 'LIMIT_PER_TIME'],
  ['14', 'BIRTHDAY', 9_900_000, [], undefined],
  ['', 'STUDY_AWARD', 50_001, [], 'LIMIT_PER_TIME'],
])('in %s, %s of %i after %j: %s', (province, purposeCode, amountFen, paid, code) => {
  const decide = () =>
    decideLimits(purposeCode, [line(1, { amountFen })], paid, limits[province] ?? []);
  expect(codeOf(decide)).toBe(code);
});

test('what was spent before the rules of 2017 is judged by none of them', () => {
  expect(() => financePolicy('spending.limits', '2017-12-14')).toThrow(
    expect.objectContaining({ code: 'POLICY_MISSING' }),
  );
  expect(FINANCE_POLICY.filter(({ orderedBy }) => orderedBy === '')).toEqual([]);
});

/** The code that it refuses with; undefined where it does not. */
function codeOf(decide: () => void): string | undefined {
  try {
    decide();
    return undefined;
  } catch (error) {
    return isRefusal(error) ? error.code : 'not a refusal';
  }
}
