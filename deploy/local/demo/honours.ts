import { inParallel } from '../node-api.ts';
import { numbers, somebody, unionFor, type RecordDesk } from './record-desk.ts';
import type { HonourCount } from './records-plan.ts';

const HOLDERS: Readonly<Record<string, 'PERSON' | 'TEAM'>> = {
  MODEL_WORKER: 'PERSON',
  MAY_DAY_MEDAL: 'PERSON',
  WOMEN_PACESETTER: 'PERSON',
  CIVILISED_WORKER: 'PERSON',
  WORKER_PIONEER: 'TEAM',
  WOMEN_MODEL_POST: 'TEAM',
  SAFETY_TEAM: 'TEAM',
  LOVE_STATION: 'TEAM',
};
const PLACES: Readonly<Record<string, string>> = {
  NATIONAL: '全国',
  PROVINCE: '省',
  CITY: '市',
};
const TEAMS = ['装配班组', '质检班组', '客户服务组', '财务班组', '缝制二组'];

const singly = (all: readonly HonourCount[]) =>
  all
    .flatMap(({ honourCode, level, count }) => numbers(count).map(() => ({ honourCode, level })))
    .map((one, n) => ({ ...one, n }));

/** What was given by the levels above, entered on the roll of those who hold it. */
export async function recordHonours(desk: RecordDesk): Promise<number> {
  const honours = singly(desk.plan.honours);
  await inParallel(honours, 4, async ({ honourCode, level, n }) => {
    await desk.clerk.post('/honour-grants', `honour ${n}`, {
      honourCode,
      level,
      ...subject(desk, honourCode, n),
      frontline: n % 5 < 3,
      grantedOn: honourCode.startsWith('WOMEN') ? '2020-03-06' : '2020-04-28',
      documentNo: `${PLACES[level] ?? ''}总工会〔2020〕${n + 1}号`,
      certificateNo: '',
    });
  });
  return honours.length;
}

interface Round {
  round: { roundId: string };
}
interface Nomination {
  nominationId: string;
  version: number;
}

/** What was applied for at the levels above: agreed to in the unit, shown there, and submitted. */
export async function declareHonours(desk: RecordDesk): Promise<number> {
  const levels = Map.groupBy(desk.plan.declared, ({ level }) => level);
  let from = 0;
  for (const [level, honours] of levels) {
    const { round } = await desk.clerk.post<Round>('/honour-rounds', `round ${level}`, {
      roundYear: 2020,
      level,
      title: `2020年${PLACES[level] ?? ''}级荣誉推荐`,
      documentNo: `${PLACES[level] ?? ''}总工会〔2020〕40号`,
      openedOn: '2020-08-03',
      places: honours.map(({ honourCode, count: places }) => ({
        honourCode,
        places,
        singleListed: 0,
      })),
    });
    const offset = from;
    await inParallel(singly(honours), 4, ({ honourCode, n }) =>
      nominate(desk, round.roundId, honourCode, offset + n),
    );
    from += honours.reduce((sum, { count }) => sum + count, 0);
  }
  return from;
}

async function nominate(
  desk: RecordDesk,
  roundId: string,
  honourCode: string,
  n: number,
): Promise<void> {
  let nomination = await desk.clerk.post<Nomination>('/nominations', `nomination ${n}`, {
    roundId,
    honourCode,
    ...subject(desk, honourCode, 200 + n),
    traits: ['FRONTLINE_WORKER'],
    singleListed: false,
    deeds: '安全生产成绩突出，职工认可。',
  });
  const step = async (name: string, body: object) => {
    const { nominationId, version: expectedVersion } = nomination;
    const key = `nomination ${n} ${name}`;
    const ask = { ...body, expectedVersion };
    nomination = await desk.clerk.post(`/nominations/${nominationId}/${name}`, key, ask);
  };
  const congress = { congressPresent: 60, congressFor: 58, consentedOn: '', recordClear: true };
  await step('recommend', { happenedOn: '2020-08-18', ...congress });
  await step('publish', { happenedOn: '2020-08-19', channel: '单位公告栏' });
  await step('submit', { happenedOn: '2020-09-02' });
}

/** A person, a team of the union, or the union's unit itself. */
function subject(desk: RecordDesk, honourCode: string, n: number) {
  const { unionId } = unionFor(desk, n * 11);
  const nobody = { unionId, personName: '', idNumber: '', holderName: '' };
  const holder = HOLDERS[honourCode];
  if (holder === 'PERSON') return { ...nobody, ...somebody(desk, 5_000 + n) };
  return holder === 'TEAM' ? { ...nobody, holderName: TEAMS[n % TEAMS.length] ?? '' } : nobody;
}
