// What the journey of services begins with, and the days on which its things happen.
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { openApi, type Api } from '../api.ts';
import { COUNTY } from './money.ts';
import { unionRow } from './work.ts';

export const root = nodeRootUnionId(COUNTY);
export const works = { ...unionRow(COUNTY, 1), name: '恒泰机械有限公司工会' };

/** So many days before today, or after it. */
export const day = (days: number): string => addDays(chinaDate(new Date()), days);

/** What other stations of the county are like. */
const OTHERS = [
  ['文游路驿站', 32_789_000, 119_452_000],
  ['通湖路驿站', 32_781_000, 119_431_000],
  ['开发区驿站', 32_801_000, 119_470_000],
  ['汽车站驿站', 32_772_000, 119_448_000],
] as const;
const STATION = {
  venueKind: 'OUTDOOR_STATION',
  venueLevel: 'COUNTY',
  buildMode: 'JOINT',
  regionCode: COUNTY,
  tier: '',
  areaSqm: 30,
  openingHours: [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    opensAt: '08:00',
    closesAt: '18:00',
  })),
  facilities: ['DRINKING_WATER', 'MICROWAVE'],
  attributes: [],
  proposedOn: day(-30),
};
const HAVES = ['SIGN', 'PLACE', 'FACILITIES', 'RULES', 'STAFF', 'ON_MAP'];

export const otherNames = OTHERS.map(([name]) => name);

/** A unit, and stations that are open already. */
export async function openServices(origin: string): Promise<void> {
  const [clerk, chair] = [await openApi(origin), await openApi(origin, 'chair')];
  await clerk.post('/unions/enrolments', { rows: [works] });
  // Welfare hears of a new union a moment after organisation has answered.
  await eventually(() => clerk.get(`/venues?unionId=${works.unionId}`), { timeoutMs: 20_000 });
  for (const [venueName, latitudeE6, longitudeE6] of OTHERS) {
    const address = `${venueName}旁`;
    const said = { ...STATION, unionId: root, venueName, address, latitudeE6, longitudeE6 };
    await openStation(clerk, chair, said);
  }
}

interface Venue {
  venueId: string;
  version: number;
}

async function openStation(clerk: Api, chair: Api, proposal: object): Promise<void> {
  const decision = { note: '', documentNo: '示工发〔2026〕3号', budgetFen: '0', haves: HAVES };
  let { venueId, version } = await clerk.post<Venue>('/venues', proposal);
  const settle = async (step: string, stepOn: string) => {
    const body = { ...decision, expectedVersion: version, step, stepOn };
    ({ version } = await chair.post<Venue>(`/venues/${venueId}/decisions`, body));
  };
  const step = async (to: string, stepOn: string) => {
    const body = { expectedVersion: version, step: to, stepOn, note: '' };
    ({ version } = await clerk.post<Venue>(`/venues/${venueId}/steps`, body));
  };
  await settle('APPROVED', day(-29));
  await step('BUILDING', day(-28));
  await settle('ACCEPTED', day(-20));
  await step('OPEN', day(-19));
}
