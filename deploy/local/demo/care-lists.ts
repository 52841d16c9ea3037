// What the year's lists say of mutual aid, work, places and leaflets: what is over for long has no steps to take.
import { claimsOf, placeName, reliefOf, type CareDesk } from './care-desk.ts';
import { PRICES } from './care-plan.ts';
import { shares } from './random.ts';
import { numbers, unionFor } from './record-desk.ts';

const TRADES = ['焊工', '缝纫工', '装配工', '质检员', '仓库管理员', '叉车司机'];
const CHECK_UP_DAYS = { heldFrom: '2020-11-02', heldTo: '2020-11-06' };
/** Millionths of a degree, of where each county lies. */
const CENTRES: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  '321084': [32_785_000, 119_445_000],
  '320612': [32_065_000, 121_075_000],
};

/** A claim can be reported for half a year after it happened: those of the year are taken over as they were paid. */
export async function recordMutualAid(desk: CareDesk): Promise<number> {
  let recorded = 0;
  for (const { paidOn, claims } of claimsOf(desk)) {
    const rows = claims.map(({ n, personName, idNumber, amountFen }) => ({
      unionId: unionFor(desk, n * 3).unionId,
      personName,
      idNumber,
      planName: '职工住院医疗互助',
      paidOn,
      amountFen: String(amountFen),
    }));
    await desk.clerk.post('/past-mutual-aid', `mutual aid ${paidOn}`, { rows });
    recorded += rows.length;
  }
  return recorded;
}

const FILE_LEVELS = ['NATIONAL', 'CITY', 'PROVINCIAL', 'CITY'];

/**
 * A file takes days of publicity before anything is paid: what the year's programmes paid is taken over as it was, as the
 * federation's own list. By township the few of them would not be shown, nor then the figures that were published.
 */
export async function recordRelief(desk: CareDesk): Promise<void> {
  const rows = reliefOf(desk).flatMap(({ programme, moneySource, paidOn, receivers }) =>
    receivers.map(({ n, personName, idNumber, amountFen }) => ({
      unionId: desk.root,
      personName,
      idNumber,
      programme,
      fileLevel: FILE_LEVELS[n % FILE_LEVELS.length] ?? '',
      moneySource,
      paidOn,
      amountFen: String(amountFen),
    })),
  );
  await desk.clerk.post('/past-relief', 'relief', { rows });
}

/** Online, in the spring of the epidemic. */
export async function recordJobFair(desk: CareDesk): Promise<void> {
  const { employers, posts } = desk.plan.fair;
  const heads = shares(posts, employers, desk.random);
  const hosts = desk.unions.filter(({ hostUscc }) => hostUscc.startsWith('91')).slice(0, employers);
  await desk.clerk.post('/past-job-fairs', 'spring breeze', {
    unionId: desk.root,
    title: `${placeName(desk)}春风行动网上招聘会`,
    channel: 'ONLINE',
    campaign: 'SPRING_BREEZE',
    place: '网上招聘平台',
    heldFrom: '2020-02-20',
    heldTo: '2020-03-20',
    attendees: 0,
    employers: hosts.map(({ hostUscc, hostName }, n) => ({
      employerUscc: hostUscc,
      employerName: hostName,
      vacancies: [
        {
          vacancyTitle: TRADES[n % TRADES.length] ?? '',
          headcount: heads[n] ?? 0,
          wageFromFen: '400000',
          wageToFen: '650000',
          intents: 0,
        },
      ],
    })),
  });
}

/** Rooms that are open still, a week of check-ups, leaflets by their topic. */
export async function recordServices(desk: CareDesk): Promise<void> {
  const { womenChecked } = desk.plan;
  await desk.clerk.post('/past-services', 'services', {
    checkUps: [
      {
        unionId: desk.root,
        checkUpKind: 'CHECK_UP',
        workerGroup: 'WOMEN',
        hospitalName: `${placeName(desk)}妇幼保健院`,
        ...CHECK_UP_DAYS,
        invited: womenChecked,
        attended: womenChecked,
        costFen: String(womenChecked * PRICES.checkUp),
      },
    ],
    venues: roomsOf(desk),
    activities: desk.plan.leaflets.map(({ topic, heldOn, copies, ofLaw }) => ({
      unionId: desk.root,
      activityKind: ofLaw ? 'LEGAL_PUBLICITY' : 'PUBLICITY',
      title: `${topic}宣传`,
      place: '市民广场',
      heldFrom: heldOn,
      heldTo: heldOn,
      attendance: 0,
      costFen: '0',
      materials: copies,
      topic,
    })),
  });
}

function roomsOf(desk: CareDesk) {
  const [latitude, longitude] = CENTRES[desk.region] ?? [0, 0];
  return numbers(desk.plan.nursingRooms).map((n) => {
    const union = unionFor(desk, 1_600 + n * 23);
    return {
      unionId: union.unionId,
      venueKind: 'NURSING_ROOM',
      venueName: `${union.hostName}母婴室`,
      venueLevel: 'COUNTY',
      buildMode: 'SELF_BUILT',
      regionCode: union.regionCode,
      address: `${union.hostName}一楼`,
      latitudeE6: latitude + (n % 3) * 4_000,
      longitudeE6: longitude + n * 3_500,
      areaSqm: 12,
      openedOn: '2020-09-01',
      endedOn: '',
    };
  });
}
