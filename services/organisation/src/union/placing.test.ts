import { describe, expect, test } from 'vitest';
import { hostFault, industrialParentFault, placeFault, unionCode, unitCode } from './placing.ts';

// Vectors of domain §9.2 and §9.3.
const county = {
  level: 'COUNTY',
  kind: 'FEDERATION',
  status: 'ACTIVE',
  regionCode: '321084',
} as const;
const place = { level: 'GRASSROOTS', kind: 'SINGLE_GRASSROOTS', regionCode: '321084107' } as const;

describe('placeFault, in order of precedence', () => {
  test.each([
    ['KIND_LEVEL_MISMATCH', { ...place, level: 'VILLAGE' as const }, county],
    ['REGION_UNKNOWN', { ...place, regionCode: '321099' }, county],
    ['REGION_UNKNOWN', { ...place, regionCode: '321084999' }, county],
    ['PARENT_UNKNOWN', place, undefined],
    ['PARENT_LEVEL_WRONG', place, { ...county, level: 'GRASSROOTS' as const }],
    ['PARENT_NOT_ACTIVE', place, { ...county, status: 'CLOSING' as const }],
    ['REGION_OUTSIDE_PARENT', { ...place, regionCode: '321081' }, county],
    [
      'REGION_OUTSIDE_PARENT',
      { ...place, regionCode: '321084' },
      { ...county, level: 'TOWNSHIP' as const, regionCode: '321084107' },
    ],
  ])('%s', (code, asked, parent) => {
    expect(placeFault(asked, parent)).toMatchObject({ code });
  });

  test.each([
    ['a town of the county', '321084107', '321084'],
    ['a township of the county', '321084200', '321084'],
    ['a development zone', '321084401', '321084'],
    ['the county itself', '321084', '321084'],
    ['a directly administered county, below its province', '419001', '410000'],
  ])('%s is inside', (_, regionCode, parentRegion) => {
    const parent = { ...county, level: 'PROVINCE' as const, regionCode: parentRegion };
    expect(placeFault({ ...place, regionCode }, parent)).toBeUndefined();
  });
});

describe('unionCode', () => {
  test.each([
    '81321084MC0000012H',
    '81321000MC0000020N',
    '81320000MC00000397',
    '89630000MC0000047H',
    '81321084MC00001000',
    '81321084MC000008XC',
    '81321084MC0000020C',
  ])('takes %s', (uscc) => expect(unionCode(uscc)).toEqual({ uscc }));

  test('puts lower case into normal form, and takes none for none', () => {
    expect(unionCode('81321084mc0000012h')).toEqual({ uscc: '81321084MC0000012H' });
    expect(unionCode('')).toEqual({ uscc: null });
  });

  test.each([
    ['USCC_LENGTH', '81321084MC0000012'],
    ['USCC_CHARSET', '81321084MI0000012H'],
    ['USCC_CHECK', '81321084MC0000012G'],
    ['USCC_NOT_UNION_PREFIX', '91321084MA00000583'],
  ])('%s: %s', (code, uscc) => {
    expect(unionCode(uscc)).toEqual({ uscc: null, fault: { code, field: 'uscc' } });
  });
});

describe('unitCode', () => {
  test.each(['91350100M000100Y43', '91321084MA00000583'])('takes %s', (uscc) => {
    expect(unitCode(uscc)).toEqual({ uscc });
  });
  test.each([
    ['USCC_CHARSET', '91350100M000100Y4Z'],
    ['USCC_IS_UNION', '81321084MC0000012H'],
    ['USCC_IS_UNION', '89630000MC0000047H'],
  ])('%s: %s', (code, uscc) => {
    expect(unitCode(uscc)).toMatchObject({ fault: { code, field: 'hostUscc' } });
  });
});

test.each([
  ['UNIT_TYPE_UNKNOWN', { unitType: '999', industry: '' }],
  ['INDUSTRY_UNKNOWN', { unitType: '170', industry: 'Z1' }],
  [undefined, { unitType: '170', industry: 'P8310' }],
  [undefined, { unitType: '', industry: '' }],
])('hostFault: %s', (code, host) => expect(hostFault(host)?.code).toBe(code));

test.each([
  ['INDUSTRIAL_PARENT_UNKNOWN', undefined],
  ['INDUSTRIAL_PARENT_KIND_WRONG', { kind: 'FEDERATION', status: 'ACTIVE' } as const],
  ['INDUSTRIAL_PARENT_NOT_ACTIVE', { kind: 'SYSTEM', status: 'MERGED' } as const],
  [undefined, { kind: 'SYSTEM', status: 'ACTIVE' } as const],
])('industrialParentFault: %s', (code, parent) => {
  expect(industrialParentFault(parent)?.code).toBe(code);
});
