// What is an asset and how long it lasts, as dated data (domain §5.7, annex 2 of the accounting system).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export interface AssetClass {
  code: string;
  /** Fixed assets are 162, 163 and 30104; intangible ones 171, 172 and 30105. */
  kind: 'FIXED' | 'INTANGIBLE';
  /** What costs less is an expense and no asset. */
  fromFen: number;
  leastMonths: number;
}

export interface AssetPolicy {
  'asset.classes': readonly AssetClass[];
}

const GENERAL_FEN = 100_000;
const SPECIAL_FEN = 150_000;
const fixed = (code: string, years: number, fromFen = GENERAL_FEN): AssetClass => {
  return { code, kind: 'FIXED', fromFen, leastMonths: years * 12 };
};
const intangible = (code: string, years: number): AssetClass => {
  return { code, kind: 'INTANGIBLE', fromFen: 1, leastMonths: years * 12 };
};

export const ASSET_POLICY: readonly PolicyEntry<AssetPolicy>[] = [
  {
    key: 'asset.classes',
    effectiveFrom: '1990-01-01',
    effectiveTo: null,
    value: [
      fixed('BUILDING', 30),
      fixed('VEHICLE', 8),
      fixed('COMPUTER', 6),
      fixed('OFFICE_EQUIPMENT', 6),
      fixed('FURNITURE', 15),
      fixed('SPECIAL_EQUIPMENT', 10, SPECIAL_FEN),
      fixed('OTHER', 5),
      intangible('INTANGIBLE', 10),
    ],
    orderedBy:
      '工会会计制度 annex 2 (domain §5.7 [A1]); special equipment, other and intangible: design default',
  },
];
