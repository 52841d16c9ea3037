import { addDays, addYears } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { childRegions, findRegion } from '@gonglian/kernel/region.ts';
import { orgCodeCheckChar, usccCheckChar } from '@gonglian/kernel/uscc.ts';
import type { YearPlan } from './plan.ts';
import { namedId, weighted } from './random.ts';

export interface UnionRow {
  unionId: string;
  name: string;
  level: string;
  kind: string;
  parentId: string;
  regionCode: string;
  hostName: string;
  hostUscc: string;
  unitType: string;
  industry: string;
  hostEmployeeCount: number;
  establishedOn: string;
  approvalDocNo: string;
  termNo: number;
  termYears: number;
  termStart: string;
}

export interface Township {
  unionId: string;
  code: string;
  name: string;
}

/** 700 is a private non-enterprise unit (a kindergarten's usual form), 170 a private firm (domain §1.8). */
export const hosts = {
  nonPublic: [
    ['170', 62],
    ['159', 24],
    ['300', 6],
    ['200', 5],
    ['600', 3],
  ],
  public: [
    ['400', 45],
    ['500', 35],
    ['110', 12],
    ['120', 8],
  ],
} as const;
const anyHost = [...hosts.nonPublic, ...hosts.public, ['700', 9], ['710', 6]] as const;
const trades = [
  ['C3411', '机械'],
  ['C1811', '服饰'],
  ['C3831', '电缆'],
  ['C2927', '塑业'],
  ['F5219', '商贸'],
  ['G5430', '货运'],
  ['E4710', '建筑'],
  ['A0411', '水产'],
  ['I6510', '软件'],
  ['O8190', '家政'],
  ['C2651', '化工'],
  ['C3670', '汽配'],
] as const;

/** The townships of a county, real ones by code and name; each has its union (小三级工会). */
export function townshipsOf(region: string): Township[] {
  return childRegions(region)
    .filter((place) => place.level === 'TOWNSHIP')
    .map(({ code, name }) => ({ code, name, unionId: namedId(`township ${code}`) }));
}

export function townshipRows(region: string, townships: readonly Township[]): UnionRow[] {
  return townships.map(({ unionId, code, name }, n) => ({
    ...noHost,
    unionId,
    name: `${name}总工会`,
    level: 'TOWNSHIP',
    kind: 'TOWNSHIP',
    parentId: nodeRootUnionId(region),
    regionCode: code,
    establishedOn: '2001-06-18',
    approvalDocNo: `工组〔2001〕${n + 1}号`,
    termNo: 4,
    termYears: 5,
    termStart: addDays('2021-12-01', n * 40),
  }));
}

const noHost = { hostName: '', hostUscc: '', unitType: '', industry: '', hostEmployeeCount: 0 };

/** Unions from before the year. The first `reelections + overdue` have a term that ends in it. */
export function baseUnionRows(
  plan: YearPlan,
  townships: readonly Township[],
  random: () => number,
): UnionRow[] {
  return Array.from({ length: plan.baseUnions }, (_, n) => {
    const joint = random() < 0.07;
    const host = joint ? noHost : newHost(plan.region, n, weighted(random, anyHost), random);
    const place = placeFor(plan.region, townships, random);
    const establishedOn = addDays('2003-01-06', Math.floor(random() * 4_300));
    return {
      ...host,
      ...termFor(n, plan, random),
      unionId: namedId(`union ${plan.region} ${n}`),
      name: joint ? `${place.name}第${n + 1}联合工会` : `${host.hostName}工会`,
      level: 'GRASSROOTS',
      kind: joint ? 'JOINT_GRASSROOTS' : 'SINGLE_GRASSROOTS',
      parentId: place.unionId,
      regionCode: place.code,
      establishedOn,
      approvalDocNo: `工组〔${establishedOn.slice(0, 4)}〕${n + 1}号`,
    };
  });
}

/** Where a union stands: mostly in a township; the federation keeps some directly below itself (直属). */
export function placeFor(
  region: string,
  townships: readonly Township[],
  random: () => number,
): Township {
  const town = townships[Math.floor(random() * random() * townships.length * 1.3)];
  if (town) return town;
  return { unionId: nodeRootUnionId(region), code: region, name: '直属' };
}

export function newHost(region: string, n: number, unitType: string, random: () => number) {
  const [industry, trade] = weighted(
    random,
    trades.map((one) => [one, 1] as const),
  );
  return {
    hostName: `${shortName(region)}${hostName(n, unitType, trade)}`,
    hostUscc: hostUscc(region, n, unitType),
    unitType,
    industry,
    hostEmployeeCount: 25 + Math.floor(random() * 160),
  };
}

/** 高邮 of 高邮市: how hosts of a place begin their names. */
function shortName(region: string): string {
  const name = findRegion(region)?.name ?? '';
  return name.length > 2 ? name.replace(/[省市县区]$/, '') : name;
}

/** Made-up names that read like names; numbers only where schools and offices have them. */
function hostName(n: number, unitType: string, trade: string): string {
  const brand = `${pick(firstCharacters, n)}${pick(secondCharacters, Math.floor(n / 7) + n)}`;
  if (unitType === '400') return `${brand}${pick(institutions, n)}`;
  if (unitType === '500') return `${brand}${pick(offices, n)}`;
  if (unitType === '700' || unitType === '710') return `${brand}${pick(societies, n)}`;
  return `${brand}${trade}有限公司`;
}

const firstCharacters = [...'恒华新宏金秦天瑞同永嘉润龙兴盛泰明远康正博海安鼎'];
const secondCharacters = [...'泰阳源达鼎邮宝丰兴盛禾泽腾隆昌顺和信诚德辉通邦'];
const institutions = ['小学', '中学', '卫生院', '文化站', '水利站', '职业学校', '医院'];
const offices = ['街道办事处', '市场管理所', '税务所', '司法所', '财政所'];
const societies = ['养老服务中心', '行业协会', '培训学校', '社会工作站'];

function pick(choices: readonly string[], n: number): string {
  return choices[n % choices.length] ?? '';
}

/** A made-up but well-formed unified social credit code (GB 32100) of an enterprise or institution. */
export function hostUscc(region: string, n: number, unitType: string): string {
  const kind =
    unitType === '400' ? '12' : unitType === '500' ? '11' : unitType.startsWith('7') ? '52' : '91';
  const body = `MA${String(n).padStart(6, '0')}`;
  const county = region.endsWith('0000') ? '329999' : region;
  const first17 = `${kind}${county}${body}${orgCodeCheckChar(body)}`;
  return first17 + usccCheckChar(first17);
}

/** Terms that end in 2020 for those re-elected or overdue in it; the others' end from 2026 on, so that a due list lives. */
function termFor(n: number, plan: YearPlan, random: () => number) {
  const termYears = random() < 0.5 ? 3 : 5;
  const due = n < plan.reelections + plan.overdue;
  const end = due
    ? addDays('2020-02-10', Math.floor(random() * 290))
    : addDays('2026-08-01', Math.floor(random() * 760));
  return { termNo: 2 + Math.floor(random() * 4), termYears, termStart: addYears(end, -termYears) };
}
