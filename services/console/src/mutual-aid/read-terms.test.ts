import { expect, test } from 'vitest';
import { readLumpSums, readTiers, termsOf } from './read-terms.ts';

test('the tiers of Hunan as a document has them (domain §3.4)', () => {
  expect(readTiers('5,000 30%\n10000，35\n20000\t40\n30000 45％\n以上 50')).toEqual([
    { upToFen: '500000', rateBp: 3_000 },
    { upToFen: '1000000', rateBp: 3_500 },
    { upToFen: '2000000', rateBp: 4_000 },
    { upToFen: '3000000', rateBp: 4_500 },
    { upToFen: '0', rateBp: 5_000 },
  ]);
});

test('a lump sum by its code', () => {
  expect(readLumpSums('breast 10,000\nCERVIX,10000')).toEqual([
    { diseaseCode: 'BREAST', amountFen: '1000000' },
    { diseaseCode: 'CERVIX', amountFen: '1000000' },
  ]);
});

test('what the kind of a plan does not ask for is empty, whatever was typed before', () => {
  const said = {
    effectiveFrom: '2026-01-01',
    orderedBy: '互助办法',
    tiers: '以上 50',
    minimum: '200',
    cap: '7200',
    fromDay: '4',
    perDay: '40',
  };
  expect(termsOf('HOSPITAL_DAY', said)).toMatchObject({
    tiers: [],
    minFen: '0',
    capFen: '720000',
    fromDay: 4,
    perDayFen: '4000',
  });
  expect(termsOf('HOSPITAL', said)).toMatchObject({
    tiers: [{ upToFen: '0', rateBp: 5_000 }],
    minFen: '20000',
    fromDay: 0,
    perDayFen: '0',
  });
});
