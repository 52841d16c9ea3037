// What stands at a county before a member asks for anything: a plan that he takes part in, an activity, two stations.
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { PersonRow } from '../../deploy/local/demo/people.ts';
import { openApi, type Api } from '../api.ts';
import { COUNTY } from './money.ts';

const DAY_MS = 86_400_000;
export const inDays = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

interface Versioned {
  version: number;
}

export async function openWelfare(origin: string, unionId: string, person: PersonRow) {
  const [clerk, chair] = [await openApi(origin), await openApi(origin, 'chair')];
  // Welfare hears of a union a moment after organisation has answered.
  await eventually(() => planActivity(clerk, unionId));
  await cover(clerk, unionId, person);
  await openStation(clerk, chair, { unionId, venueName: '示范东街驿站', latitudeE6: 32_786_000 });
  await openStation(clerk, chair, { unionId, venueName: '示范西郊驿站', latitudeE6: 32_850_000 });
}

const planActivity = (clerk: Api, unionId: string) =>
  clerk.post('/activities', {
    unionId,
    activityKind: 'SPORT',
    title: '职工健步走',
    place: '示范湖公园',
    startsOn: inDays(20),
    endsOn: inDays(20),
    places: 2,
    bookingClosesOn: inDays(10),
  });

/** One who is in force today, as if the premium had come on the first day. */
async function cover(clerk: Api, unionId: string, person: PersonRow): Promise<void> {
  const of = { unionId: nodeRootUnionId(COUNTY), planName: '住院医疗互助', round: '示范一期' };
  const { planId } = await clerk.post<{ planId: string }>('/mutual-aid-plans', {
    ...of,
    planKind: 'HOSPITAL',
    premiumFen: '6000',
    enrolFrom: inDays(-5),
    enrolTo: inDays(5),
    periodFrom: inDays(0),
    periodTo: inDays(300),
    terms: {
      effectiveFrom: inDays(-30),
      orderedBy: '示范县职工医疗互助办法',
      tiers: [{ upToFen: '0', rateBp: 5_000 }],
      residentBp: 1_000,
      residentThirdBp: 1_200,
      minFen: '20000',
      capFen: '5000000',
    },
  });
  let version = 1;
  const step = async (name: string) => {
    const body = { expectedVersion: version, step: name };
    ({ version } = await clerk.post<Versioned>(`/mutual-aid-plans/${planId}/steps`, body));
  };
  await step('PUBLISH');
  await step('OPEN');
  const { name: personName, idNumber } = person;
  const people = [{ personName, idNumber, insurance: 'EMPLOYEE' }];
  const { batch } = await clerk.post<{
    batch: { batchId: string; version: number; premiumFen: string };
  }>(`/mutual-aid-plans/${planId}/batches`, { unionId, people });
  await clerk.post(`/mutual-aid-batches/${batch.batchId}/premium`, {
    expectedVersion: batch.version,
    amountFen: batch.premiumFen,
    paidOn: inDays(0),
    receiptNo: '示收〔1〕号',
  });
  await step('START');
}

interface Station {
  unionId: string;
  venueName: string;
  latitudeE6: number;
}

async function openStation(clerk: Api, chair: Api, of: Station): Promise<void> {
  const proposed = await clerk.post<Versioned & { venueId: string }>('/venues', {
    ...of,
    longitudeE6: 119_445_000,
    venueKind: 'OUTDOOR_STATION',
    venueLevel: 'COUNTY',
    buildMode: 'JOINT',
    regionCode: COUNTY,
    tier: 'FUNCTIONAL',
    address: '示范街 8 号',
    areaSqm: 40,
    openingHours: [{ weekday: 1, opensAt: '08:00', closesAt: '20:00' }],
    facilities: ['DRINKING_WATER', 'MICROWAVE'],
    attributes: [],
    proposedOn: '2020-03-01',
  });
  let { version } = proposed;
  const step = async (by: Api, way: 'steps' | 'decisions', name: string, stepOn: string) => {
    const body = { expectedVersion: version, step: name, stepOn };
    const decided = {
      ...body,
      documentNo: '示工发〔2020〕5号',
      budgetFen: '500000',
      haves: ['SIGN', 'PLACE', 'FACILITIES', 'RULES'],
    };
    ({ version } = await by.post<Versioned>(
      `/venues/${proposed.venueId}/${way}`,
      way === 'steps' ? body : decided,
    ));
  };
  await step(chair, 'decisions', 'APPROVED', '2020-03-10');
  await step(clerk, 'steps', 'BUILDING', '2020-03-20');
  await step(chair, 'decisions', 'ACCEPTED', '2020-05-20');
  await step(clerk, 'steps', 'OPEN', '2020-06-01');
}
