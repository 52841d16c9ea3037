import { expect, test } from 'vitest';
import {
  decideDuplicateAccounts,
  decideDuplicatePayees,
  decideNotOnFile,
  decideOverStandard,
  decideRoundAmounts,
  decideSplits,
} from './line-rules.ts';
import type { PaidLine } from './paid-line.ts';
import type { Hit } from './scan.ts';

let count = 0;
const line = (over: Partial<PaidLine> = {}): PaidLine => {
  count += 1;
  return {
    lineId: `line-${count}`,
    paymentId: `payment-${count}`,
    voucherNo: count,
    payeeKind: 'PERSON',
    beneficiaryId: `person-${count}`,
    account: `account-${count}`,
    purposeCode: 'RELIEF',
    amountFen: 12_300,
    paidOn: '2026-03-02',
    askedOn: '2026-03-01',
    totalFen: 12_300,
    ...over,
  };
};
const found = (hits: readonly Hit[]) => hits.map(({ lineId, group }) => [lineId, group]);

test('one person, one purpose, one amount, twice', () => {
  const of = { beneficiaryId: 'a' };
  const [one, two] = [line(of), line({ ...of, paidOn: '2026-04-02' })];
  const others = [
    line({ ...of, amountFen: 12_301 }),
    line({ ...of, purposeCode: 'HOSPITAL' }),
    line({ beneficiaryId: '' }),
    line({ beneficiaryId: '' }),
  ];
  const hits = decideDuplicatePayees([one, ...others, two]);
  expect(found(hits)).toEqual([
    [one.lineId, 1],
    [two.lineId, 1],
  ]);
  expect(hits[0]).toMatchObject({ voucherNo: one.voucherNo, againstFen: 24_600, on: '2026-03-02' });
});

test('two persons, one account', () => {
  const [one, two] = [line({ account: 'x' }), line({ account: 'x' })];
  const same = { account: 'y', beneficiaryId: 'b' };
  const hits = decideDuplicateAccounts([one, line(same), line(same), two]);
  expect(found(hits)).toEqual([
    [one.lineId, 1],
    [two.lineId, 1],
  ]);
});

const rules = { limitsFen: [1_000_000], withinDays: 7 };
const part = (askedOn: string, amountFen: number, over: Partial<PaidLine> = {}) =>
  line({ account: 'shop', askedOn, amountFen, totalFen: amountFen, ...over });

test.each<[string, PaidLine[], number]>([
  ['two halves in a week', [part('2026-03-01', 500_000), part('2026-03-08', 500_000)], 2],
  ['eight days apart', [part('2026-03-01', 500_000), part('2026-03-09', 500_000)], 0],
  ['together under the limit', [part('2026-03-01', 500_000), part('2026-03-02', 499_999)], 0],
  ['one of them not under it', [part('2026-03-01', 500_000), part('2026-03-02', 1_000_000)], 0],
  [
    'two payees',
    [part('2026-03-01', 500_000), part('2026-03-02', 500_000, { account: 'other' })],
    0,
  ],
  [
    'two lines of one payment',
    [1, 2].map(() => part('2026-03-01', 500_000, { paymentId: 'p', totalFen: 999_999 })),
    0,
  ],
  [
    'the second and the third, the first long before',
    [part('2026-01-01', 900_000), part('2026-03-01', 600_000), part('2026-03-03', 400_000)],
    2,
  ],
])('split under a limit: %s', (_, lines, hits) => {
  const answer = decideSplits(lines, rules);
  expect(answer).toHaveLength(hits);
  expect(answer.every(({ againstFen }) => againstFen === 1_000_000)).toBe(true);
});

test('round amounts are whole multiples', () => {
  const lines = [1_000_000, 2_000_000, 1_000_001, 999_999, 100].map((amountFen) =>
    line({ amountFen }),
  );
  expect(decideRoundAmounts(lines, 1_000_000).map(({ amountFen }) => amountFen)).toEqual([
    1_000_000, 2_000_000,
  ]);
});

test('nobody on file', () => {
  const nobody = line({ beneficiaryId: '', payeeKind: 'UNIT' });
  const lines = [nobody, line(), line({ beneficiaryId: '', purposeCode: 'ACTIVITY' })];
  expect(found(decideNotOnFile(lines, ['RELIEF']))).toEqual([[nobody.lineId, 1]]);
});

const limits = [
  { purposes: ['FESTIVAL', 'FESTIVAL_SPRING'], perYearFen: 150_000 },
  { purposes: ['HOSPITAL'], perTimeFen: 100_000 },
];
const gift = (amountFen: number, over: Partial<PaidLine> = {}) =>
  line({ beneficiaryId: 'a', purposeCode: 'FESTIVAL', amountFen, ...over });

test.each<[string, PaidLine[], number[]]>([
  ['at the limit', [gift(150_000)], []],
  ['a fen over it', [gift(150_001)], [150_001]],
  ['by the second of a year', [gift(100_000), gift(50_001)], [50_001]],
  [
    'by another purpose that counts',
    [gift(1), gift(150_000, { purposeCode: 'FESTIVAL_SPRING' })],
    [150_000],
  ],
  ['in two years', [gift(100_000, { paidOn: '2025-12-31' }), gift(100_000)], []],
  ['two persons', [gift(100_000), gift(100_000, { beneficiaryId: 'b' })], []],
  ['a unit has no limit', [gift(200_000, { payeeKind: 'UNIT' })], []],
  ['each time', [gift(100_001, { purposeCode: 'HOSPITAL' })], [100_001]],
  ['before the period it only counts', [gift(150_001, { paidOn: '2026-01-31' })], []],
])('over standard: %s', (_, lines, amounts) => {
  const hits = decideOverStandard(lines, '2026-02-01', () => limits);
  expect(hits.map(({ amountFen }) => amountFen)).toEqual(amounts);
});
