import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { BEIJING_DAYS, HUNAN, WOMENS } from './made-terms.ts';
import { decideTerms, decideVersion, type PlanKind, type Terms } from './terms.ts';
import { workOut, type Loss } from './work-out.ts';

const loss: Loss = {
  selfPayFen: 0,
  days: 0,
  diseaseCode: '',
  insurance: 'EMPLOYEE',
  hospitalLevel: 2,
};
const yuan = (kind: PlanKind, terms: Terms, over: Partial<Loss>, given = 0) => {
  const { lines, benefitFen } = workOut(kind, terms, { ...loss, ...over }, given * 100);
  expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(benefitFen);
  return benefitFen / 100;
};

// Domain §9.8, Hunan tiers.
test.each([
  [300, 200],
  [600, 200],
  [5_000, 1_500],
  [8_000, 2_550],
  [26_000, 9_950],
  [50_000, 21_750],
  [150_000, 50_000],
  [0, 0],
])('self-pay of %d yuan comes to %d', (selfPay, benefit) => {
  expect(yuan('HOSPITAL', HUNAN, { selfPayFen: selfPay * 100 })).toBe(benefit);
});

test.each([
  [4, 40],
  [3, 0],
  [183, 7_200],
  [184, 7_200],
])('%d days in hospital come to %d', (days, benefit) => {
  expect(yuan('HOSPITAL_DAY', BEIJING_DAYS, { days })).toBe(benefit);
});

test.each([
  [2, 10_000, 1_000],
  [3, 10_000, 1_200],
  [3, 100, 200],
] as const)(
  'residents’ insurance, hospital of level %d: %d yuan come to %d',
  (level, pay, benefit) => {
    const resident = {
      insurance: 'RESIDENT',
      hospitalLevel: level,
      selfPayFen: pay * 100,
    } as const;
    expect(yuan('HOSPITAL', HUNAN, resident)).toBe(benefit);
  },
);

test.each([
  [0, 21_750],
  [30_000, 20_000],
  [50_000, 0],
])('of a round that has given %d yuan no more is given than is left: %d', (given, benefit) => {
  expect(yuan('HOSPITAL', HUNAN, { selfPayFen: 5_000_000 }, given)).toBe(benefit);
});

test('the lines say how: three tiers, then up to the minimum, or down to the cap', () => {
  const kinds = (selfPayFen: number, given = 0) =>
    workOut('HOSPITAL', HUNAN, { ...loss, selfPayFen }, given).lines.map((line) => line.lineKind);
  expect(kinds(1_500_000)).toEqual(['TIER', 'TIER', 'TIER']);
  expect(kinds(30_000)).toEqual(['TIER', 'MINIMUM']);
  expect(kinds(15_000_000, 4_000_000)).toEqual([
    ...Array.from({ length: 5 }, () => 'TIER'),
    'CAP',
    'ROUND',
  ]);
  const { lines } = workOut('HOSPITAL', HUNAN, { ...loss, selfPayFen: 800_000 }, 0);
  expect(lines).toEqual([
    {
      lineKind: 'TIER',
      fromFen: 0,
      toFen: 500_000,
      base: 500_000,
      rateBp: 3_000,
      amountFen: 150_000,
    },
    {
      lineKind: 'TIER',
      fromFen: 500_000,
      toFen: 800_000,
      base: 300_000,
      rateBp: 3_500,
      amountFen: 105_000,
    },
  ]);
});

test('a lump sum is of the list, and of nothing else', () => {
  expect(yuan('LUMP_SUM', WOMENS, { diseaseCode: 'BREAST' })).toBe(10_000);
  expect(yuan('LUMP_SUM', WOMENS, { diseaseCode: 'CERVIX' }, 15_000)).toBe(5_000);
  const insitu = () => workOut('LUMP_SUM', WOMENS, { ...loss, diseaseCode: 'IN_SITU' }, 0);
  expect(codeOf(insitu)).toBe('DISEASE_NOT_COVERED');
  const bare = { ...HUNAN, residentBp: 0 };
  const resident = { ...loss, insurance: 'RESIDENT', selfPayFen: 100 } as const;
  expect(codeOf(() => workOut('HOSPITAL', bare, resident, 0))).toBe('RESIDENT_NOT_COVERED');
});

// The means that federations published (domain §9.8).
test.each([
  [1_359_000, 540, 2_516.67],
  [1_460_000, 683, 2_137.63],
])('%d yuan over %d payouts', (yuanPaid, payouts, mean) => {
  expect(Math.round((yuanPaid * 100) / payouts) / 100).toBe(mean);
});

test.each<[string | undefined, PlanKind, Terms]>([
  [undefined, 'HOSPITAL', HUNAN],
  [undefined, 'HOSPITAL_DAY', BEIJING_DAYS],
  [undefined, 'LUMP_SUM', WOMENS],
  ['TERMS_NOT_OF_KIND', 'HOSPITAL', WOMENS],
  ['TERMS_NOT_OF_KIND', 'LUMP_SUM', HUNAN],
  ['TERMS_NOT_OF_KIND', 'HOSPITAL_DAY', { ...BEIJING_DAYS, fromDay: 0 }],
  ['TERMS_NOT_OF_KIND', 'HOSPITAL', { ...HUNAN, capFen: 0 }],
  ['TERMS_NOT_OF_KIND', 'LUMP_SUM', { ...WOMENS, minFen: 1 }],
  ['TIERS_NOT_ASCENDING', 'HOSPITAL', { ...HUNAN, tiers: HUNAN.tiers.slice(0, 2) }],
  ['TIERS_NOT_ASCENDING', 'HOSPITAL', { ...HUNAN, tiers: HUNAN.tiers.toReversed() }],
  ['TIERS_NOT_ASCENDING', 'HOSPITAL', { ...HUNAN, tiers: [{ upToFen: 0, rateBp: 10_001 }] }],
  ['LUMP_SUM_TWICE', 'LUMP_SUM', { ...WOMENS, lumpSums: [...WOMENS.lumpSums, ...WOMENS.lumpSums] }],
  ['MINIMUM_ABOVE_CAP', 'HOSPITAL', { ...HUNAN, minFen: 5_000_001 }],
])('%s: terms of %s', (code, kind, terms) => {
  expect(codeOf(() => decideTerms(kind, terms))).toBe(code);
});

test('the version of the day counts: that of before stays for what was before', () => {
  const version = (termsVersion: number, effectiveFrom: string) => ({
    ...HUNAN,
    termsVersion,
    effectiveFrom,
  });
  const all = [version(1, '2026-01-01'), version(2, '2026-07-01')];
  expect(decideVersion(all, '2026-06-30').termsVersion).toBe(1);
  expect(decideVersion(all, '2026-07-01').termsVersion).toBe(2);
  expect(codeOf(() => decideVersion(all, '2025-12-31'))).toBe('TERMS_MISSING');
});
