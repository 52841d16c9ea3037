import { inParallel } from '../node-api.ts';
import {
  accountOf,
  departmentsOf,
  grantsOf,
  livingOf,
  placeName,
  type CareDesk,
} from './care-desk.ts';
import { PRICES } from './care-plan.ts';
import { BANK } from './fund-desk.ts';
import { evenly, shares } from './random.ts';
import { dayOf, numbers, unionFor } from './record-desk.ts';

/** A list of money for named persons, before it is approved. */
export interface WarmthDraft {
  listId: string;
  version: number;
  lines: { seq: number }[];
}

const SPRING_VISITS = 4;
const SPRING_DAY = '2020-01-13';
const HEAT = ['YELLOW', 'ORANGE', 'YELLOW', 'RED'];
const IN_THE_HEAT = ['HIGH_TEMPERATURE', 'KEY_PROJECT', 'SANITATION', 'COURIER', 'OUTDOOR'];
const HOSPITALS = ['人民医院', '中医医院', '妇幼保健院'];
const DEPARTMENT_PERSONS = 12;

interface Goods {
  batchId: string;
}

async function open(
  { clerk, root }: CareDesk,
  campaignKind: string,
  documentNo: string,
): Promise<string> {
  const { campaignId } = await clerk.post<{ campaignId: string }>(
    '/campaigns',
    `campaign ${campaignKind}`,
    { unionId: root, year: 2020, campaignKind, documentNo },
  );
  return campaignId;
}

const stock = (
  { clerk, root }: CareDesk,
  goods: { goodsName: string; unitPriceFen: number; quantity: number; receivedOn: string },
): Promise<Goods> =>
  clerk.post<Goods>('/goods-batches', `goods ${goods.receivedOn} ${goods.unitPriceFen}`, {
    ...goods,
    unitPriceFen: String(goods.unitPriceFen),
    unionId: root,
    unit: '份',
    donationId: '',
    documentNo: `工购〔2020〕${goods.goodsName}`,
  });

interface Visit {
  campaignId: string;
  siteName: string;
  siteUnionId: string;
  visitedOn: string;
  persons: number;
  recipientGroup: string;
  occasion: string;
  temperatureLevel: string;
  packages: number;
  goods: { batchId: string; quantity: number }[];
}

const visit = ({ clerk, root }: CareDesk, key: string, one: Visit): Promise<{ visitId: string }> =>
  clerk.post('/care-visits', key, { unionId: root, photoSha256: [], note: '', ...one });

/** Before the spring festival: each household with a package, some with money, listed at the visit. */
export async function visitInHardship(
  desk: CareDesk,
): Promise<{ visits: number; drafts: WarmthDraft[] }> {
  const { persons } = desk.plan.spring;
  const campaignId = await open(desk, 'WINTER_WARMTH', '工发〔2020〕2号');
  const { batchId } = await stock(desk, {
    goodsName: '新春慰问礼包',
    unitPriceFen: PRICES.springPackage,
    quantity: persons,
    receivedOn: '2020-01-08',
  });
  const visits = Math.min(SPRING_VISITS, persons);
  const heads = evenly(persons, visits);
  const grants = grantsOf(desk);
  const drafts: WarmthDraft[] = [];
  await inParallel(numbers(visits), visits, async (n) => {
    const town = desk.townships[n % desk.townships.length];
    const { visitId } = await visit(desk, `spring visit ${n}`, {
      campaignId,
      siteName: `${town?.name ?? placeName(desk)}困难职工家庭`,
      siteUnionId: town?.unionId ?? '',
      visitedOn: SPRING_DAY,
      persons: heads[n] ?? 0,
      recipientGroup: 'HARDSHIP',
      occasion: 'SPRING_FESTIVAL',
      temperatureLevel: '',
      packages: heads[n] ?? 0,
      goods: [{ batchId, quantity: heads[n] ?? 0 }],
    });
    const lines = grants
      .filter((_, at) => at % visits === n)
      .map(({ n: who, personName, idNumber, amountFen }) => ({
        personName,
        idNumber,
        amountFen: String(amountFen),
        ...accountOf(desk, who),
      }));
    if (lines.length === 0) return;
    const list = { bank: BANK, projectCode: '', sourceCode: 'union', lines };
    const path = `/care-visits/${visitId}/warmth-lists`;
    const documentNo = '工帮〔2020〕1号';
    drafts.push(await desk.clerk.post(path, `warmth list ${n}`, { ...list, documentNo }));
  });
  await visitMedicsFamilies(desk, campaignId);
  return { visits, drafts };
}

/** On Women's Day, the families of those who had gone to Hubei. */
async function visitMedicsFamilies(desk: CareDesk, campaignId: string): Promise<void> {
  const persons = desk.plan.epidemic.families;
  if (persons === 0) return;
  const { batchId } = await stock(desk, {
    goodsName: '三八节慰问礼包',
    unitPriceFen: PRICES.womensDayPackage,
    quantity: persons,
    receivedOn: '2020-03-04',
  });
  await visit(desk, 'womens day visit', {
    campaignId,
    siteName: '援鄂医护人员家庭',
    siteUnionId: '',
    visitedOn: '2020-03-07',
    persons,
    recipientGroup: 'MEDICAL_FAMILY',
    occasion: 'WOMENS_DAY',
    temperatureLevel: '',
    packages: persons,
    goods: [{ batchId, quantity: persons }],
  });
}

/** In the heat of the summer, from site to site with packs and drinks. */
export async function visitInTheHeat(desk: CareDesk): Promise<number> {
  const { visits, persons, drinks } = desk.plan.summer;
  const campaignId = await open(desk, 'SUMMER_COOLING', '工发〔2020〕36号');
  const receivedOn = '2020-07-01';
  const packs = { goodsName: '清凉包', unitPriceFen: PRICES.summerPack, quantity: persons };
  const bottles = { goodsName: '防暑饮品', unitPriceFen: PRICES.drinks, quantity: drinks };
  const pack = await stock(desk, { ...packs, receivedOn });
  const drink = await stock(desk, { ...bottles, receivedOn });
  const heads = shares(persons, visits, desk.random);
  const sips = evenly(drinks, visits);
  await inParallel(numbers(visits), 4, async (n) => {
    const union = unionFor(desk, 1_400 + n * 17);
    await visit(desk, `summer visit ${n}`, {
      campaignId,
      siteName: union.hostName,
      siteUnionId: union.unionId,
      visitedOn: dayOf(n, visits, '2020-07-06', 45),
      persons: heads[n] ?? 0,
      recipientGroup: IN_THE_HEAT[n % IN_THE_HEAT.length] ?? '',
      occasion: 'REGULAR',
      temperatureLevel: HEAT[n % HEAT.length] ?? '',
      packages: 0,
      goods: [
        { batchId: pack.batchId, quantity: heads[n] ?? 0 },
        { batchId: drink.batchId, quantity: sips[n] ?? 0 },
      ].filter(({ quantity }) => quantity > 0),
    });
  });
  return visits;
}

export const MEDICS_PAID_ON = '2020-03-20';
export const DEPARTMENTS_PAID_ON = '2020-02-21';
export const LIVING_PAID_ON = '2020-03-13';

/**
 * Of the epidemic, as the year's list says it was given: one of these sums is more than one person may have of
 * send-warmth money, by which a list of names is drafted.
 */
export async function recordEpidemic(desk: CareDesk): Promise<number> {
  const { medics } = desk.plan.epidemic;
  const given = {
    unionId: desk.root,
    campaignKind: 'EPIDEMIC',
    occasion: 'REGULAR',
    temperatureLevel: '',
    packages: 0,
    goodsFen: '0',
  };
  const hospitals = Math.min(HOSPITALS.length, medics);
  const rows = [
    ...evenly(medics, hospitals).map((persons, n) => ({
      ...given,
      siteName: `${placeName(desk)}${HOSPITALS[n] ?? ''}`,
      visitedOn: MEDICS_PAID_ON,
      persons,
      recipientGroup: 'MEDICAL',
      cashFen: String(persons * PRICES.medic),
      note: '慰问支援湖北的医务人员',
    })),
    ...departmentsOf(desk).map((siteName) => ({
      ...given,
      siteName,
      visitedOn: DEPARTMENTS_PAID_ON,
      persons: DEPARTMENT_PERSONS,
      recipientGroup: 'KEY_DEPARTMENT',
      cashFen: String(PRICES.department),
      note: '慰问防疫一线',
    })),
    ...livingOf(desk).map(({ amountFen }, n) => ({
      ...given,
      siteName: `困难职工家庭${n + 1}`,
      visitedOn: LIVING_PAID_ON,
      persons: 1,
      recipientGroup: 'HARDSHIP',
      cashFen: String(amountFen),
      note: '疫情期间生活补助',
    })),
  ];
  if (rows.length > 0) await desk.clerk.post('/past-visits', 'epidemic', { rows });
  return rows.length;
}
