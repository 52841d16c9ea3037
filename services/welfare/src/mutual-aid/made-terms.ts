// Terms as documents have them, for tests: Hunan's fourth round and Beijing's days in hospital (domain §3.4).
import type { Terms } from './terms.ts';

const NONE: Terms = {
  tiers: [],
  residentBp: 0,
  residentThirdBp: 0,
  minFen: 0,
  capFen: 0,
  fromDay: 0,
  perDayFen: 0,
  lumpSums: [],
};

export const HUNAN: Terms = {
  ...NONE,
  tiers: [
    { upToFen: 500_000, rateBp: 3_000 },
    { upToFen: 1_000_000, rateBp: 3_500 },
    { upToFen: 2_000_000, rateBp: 4_000 },
    { upToFen: 3_000_000, rateBp: 4_500 },
    { upToFen: 0, rateBp: 5_000 },
  ],
  residentBp: 1_000,
  residentThirdBp: 1_200,
  minFen: 20_000,
  capFen: 5_000_000,
};

export const BEIJING_DAYS: Terms = { ...NONE, fromDay: 4, perDayFen: 4_000, capFen: 720_000 };

export const WOMENS: Terms = {
  ...NONE,
  lumpSums: [
    { diseaseCode: 'BREAST', amountFen: 1_000_000 },
    { diseaseCode: 'CERVIX', amountFen: 1_000_000 },
  ],
  capFen: 2_000_000,
};
