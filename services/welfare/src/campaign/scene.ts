// A county's campaigns of this year, and made-up people, for tests.
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { idCheckChar } from '@gonglian/kernel/id-number.ts';
import { openUnion } from '@gonglian/testing/people-scene.ts';
import type { Service } from '../scene.ts';
import type { CampaignKind } from './campaign.ts';

export const today = chinaDate(new Date());
export const year = Number(today.slice(0, 4));
export const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
export const chair = { duty: 'chair', id: 'chair-1' } as const;

/** The node's root union is known, with two below it. */
export async function openCounty(service: Service) {
  const root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329999', null, '2000-01-01') on conflict do nothing`;
  const works = await openUnion(service);
  const mill = await openUnion(service, '合成织造厂工会');
  return { root, works, mill };
}

let people = 0;
/** A man of nobody, born in 1988; a new one each time. */
export function madePerson(birth = '19880512') {
  people += 1;
  const first = `329999${birth}${String((people * 2 - 1) % 1_000).padStart(3, '0')}`;
  return { personName: '李小明', idNumber: `${first}${idCheckChar(first)}` };
}

let accounts = 0;
export function madeAccount() {
  accounts += 1;
  return {
    accountNumber: `62230000000${String(accounts).padStart(8, '0')}`,
    bankCode: '105312500018',
  };
}

export const paidFrom = { bank: 'main', projectCode: '', sourceCode: 'union' };

export function campaignSteps({ call }: Service) {
  const open = (
    unionId: string,
    campaignKind: CampaignKind,
    over: object = {},
    who: object = clerk,
  ) =>
    call(
      'openCampaign',
      { unionId, year, campaignKind, documentNo: '合工发〔9〕号', ...over },
      who,
    );

  const visit = (campaignId: string, unionId: string, over: object = {}, who: object = clerk) =>
    call('recordVisit', visitAsk(campaignId, unionId, over), who);

  const goods = (unionId: string, over: object = {}, who: object = clerk) =>
    call('receiveGoods', goodsAsk(unionId, over), who);

  const draft = (visitId: string, lines: object[], over: object = {}, who: object = clerk) =>
    call(
      'draftWarmthList',
      { visitId, ...paidFrom, documentNo: '合工送〔3〕号', lines: lines as never, ...over },
      who,
    );
  return { open, visit, goods, draft };
}

let sites = 0;
export function visitAsk(campaignId: string, unionId: string, over: object = {}) {
  sites += 1;
  return {
    campaignId,
    unionId,
    siteName: `第 ${sites} 工地`,
    siteUnionId: '',
    visitedOn: today,
    persons: 50,
    recipientGroup: 'OUTDOOR',
    occasion: 'REGULAR',
    temperatureLevel: '',
    packages: 0,
    goods: [],
    photoSha256: [],
    note: '',
    ...over,
  };
}

export const goodsAsk = (unionId: string, over: object = {}) => ({
  unionId,
  goodsName: '盐汽水',
  unit: '箱',
  unitPriceFen: 3_000n,
  quantity: 100,
  donationId: '',
  receivedOn: today,
  documentNo: '入库〔1〕号',
  ...over,
});

export const gift = (person: { personName: string; idNumber: string }, amountFen = 100_000n) => ({
  ...person,
  amountFen,
  ...madeAccount(),
});
