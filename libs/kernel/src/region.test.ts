import { describe, expect, test } from 'vitest';
import * as regions from './region.ts';

describe('by rule (domain §1.7, §9.3)', () => {
  test.each([
    ['321084107', 'TOWNSHIP', '321084'],
    ['321084200', 'TOWNSHIP', '321084'],
    ['321084401', 'TOWNSHIP', '321084'],
    ['321084', 'COUNTY', '321000'],
    ['321000', 'CITY', '320000'],
    ['320000', 'PROVINCE', '000000'],
    ['000000', 'NATIONAL', undefined],
    ['321084107001', 'VILLAGE', '321084107'],
    ['419001', 'COUNTY', '410000'],
    ['429021', 'COUNTY', '420000'],
    ['469001', 'COUNTY', '460000'],
    ['659001', 'COUNTY', '650000'],
    ['110101', 'COUNTY', '110000'],
    ['120101', 'COUNTY', '120000'],
    ['310115', 'COUNTY', '310000'],
    ['500101', 'COUNTY', '500000'],
    ['500229', 'COUNTY', '500000'],
    ['130102', 'COUNTY', '130100'], // 01 is a real city outside the municipalities
    ['441900003', 'TOWNSHIP', '441900'],
    ['441900', 'CITY', '440000'],
  ])('%s is a %s below %s', (code, level, parent) => {
    expect(regions.regionLevel(code)).toBe(level);
    expect(regions.parentRegion(code)).toBe(parent);
  });

  test.each(['', '32', '3210', '32108', '32108410', 'ABCDEF', '３２１０８４'])(
    '"%s" is malformed and never found',
    (code) => {
      expect(() => regions.parentRegion(code)).toThrow(
        expect.objectContaining({ kind: 'invalid', code: 'REGION_CODE_MALFORMED' }),
      );
      expect(regions.findRegion(code)).toBeUndefined();
    },
  );

  test.each([
    ['321084107', '320000', true],
    ['321084', '321084', true],
    ['321084', '000000', true],
    ['321084', '321100', false],
    ['321000', '321084', false],
    ['419001', '410000', true],
  ])('%s within %s: %s', (code, ancestor, within) => {
    expect(regions.regionWithin(code, ancestor)).toBe(within);
  });
});

describe('by name', () => {
  test.each([
    ['000000', '全国', 'NATIONAL'],
    ['320000', '江苏省', 'PROVINCE'],
    ['321000', '扬州市', 'CITY'],
    ['321084', '高邮市', 'COUNTY'],
    ['321084001', '高邮街道', 'TOWNSHIP'],
    ['321084107', '卸甲镇', 'TOWNSHIP'],
    ['321084200', '菱塘回族乡', 'TOWNSHIP'],
    ['320612', '通州区', 'COUNTY'],
    ['630102', '城东区', 'COUNTY'],
    ['110000', '北京市', 'PROVINCE'],
    ['419001', '济源市', 'COUNTY'],
    ['441900', '东莞市', 'CITY'],
    ['659012505', '一六五团', 'TOWNSHIP'],
  ])('%s is %s', (code, name, level) => {
    expect(regions.findRegion(code)).toEqual({ code, name, level });
    expect(regions.requireRegion(code).name).toBe(name);
  });

  test.each(['329999', '990000', '321084000', '110100', '500200', '419000', '321084999'])(
    '%s is no place',
    (code) => {
      expect(regions.findRegion(code)).toBeUndefined();
      expect(regions.regionExists(code)).toBe(false);
      expect(() => regions.requireRegion(code)).toThrow(
        expect.objectContaining({ code: 'REGION_UNKNOWN', details: { regionCode: code } }),
      );
    },
  );
});

describe('children', () => {
  const codes = (code: string) => regions.childRegions(code).map((region) => region.code);

  test('the nation has its provinces', () => {
    expect(codes('000000')).toHaveLength(31);
  });

  test('a province has its cities, and the counties it administers directly', () => {
    expect(codes('320000')).toHaveLength(13);
    expect(codes('410000')).toContain('419001');
    expect(codes('410000')).not.toContain('419000');
  });

  test('a municipality has its districts and counties', () => {
    expect(codes('110000')).toHaveLength(16);
    expect(codes('500000')).toEqual(expect.arrayContaining(['500101', '500229']));
    expect(codes('500000')).toHaveLength(38);
  });

  test('a county has its townships, a city without counties too', () => {
    expect(codes('321084')).toHaveLength(13);
    expect(codes('441900').every((code) => code.length === 9)).toBe(true);
    expect(codes('441900').length).toBeGreaterThan(30);
  });

  test('a township has none, nor has an unknown county', () => {
    expect(codes('321084107')).toEqual([]);
    expect(codes('329999')).toEqual([]);
  });

  test('going down from the nation meets every township once, and up again by rule', () => {
    let level = codes('000000');
    const townships: string[] = [];
    while (level.length > 0) {
      townships.push(...level.filter((code) => code.length === 9));
      level = level.filter((code) => code.length === 6).flatMap(codes);
    }
    // 41,352 lines less one: Jinmen (350527000) is a county that the table repeats as its own township.
    expect(townships).toHaveLength(41_351);
    expect(new Set(townships).size).toBe(41_351);
  });
});

describe('successors', () => {
  // Tongzhou: a county-level city (320683) until it became a district of Nantong (320612).
  const tongzhou = { regionCode: '320683', successorCode: '320612', effectiveOn: '2009-07-01' };

  test('a replaced code resolves from its day on', () => {
    expect(regions.resolveRegion('320683', [tongzhou])).toBe('320612');
    expect(regions.resolveRegion('320683', [tongzhou], '2009-07-01')).toBe('320612');
    expect(regions.resolveRegion('320683', [tongzhou], '2009-06-30')).toBe('320683');
    expect(regions.resolveRegion('321084', [tongzhou])).toBe('321084');
  });

  test('several steps are followed, a ring is refused', () => {
    const on = '2020-01-01';
    const chain = [
      { regionCode: '1', successorCode: '2', effectiveOn: on },
      { regionCode: '2', successorCode: '3', effectiveOn: on },
    ];
    expect(regions.resolveRegion('1', chain)).toBe('3');
    const ring = [...chain, { regionCode: '3', successorCode: '1', effectiveOn: on }];
    expect(() => regions.resolveRegion('1', ring)).toThrow(
      expect.objectContaining({ code: 'REGION_SUCCESSION_TOO_LONG' }),
    );
  });
});
