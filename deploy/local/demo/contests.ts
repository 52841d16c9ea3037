import { addDays } from '@gonglian/kernel/dates.ts';
import { inParallel } from '../node-api.ts';
import { shares } from './random.ts';
import { dayOf, numbers, somebody, unionFor, type RecordDesk } from './record-desk.ts';

const TRADES = [
  '焊工',
  '电工',
  '数控车工',
  '钳工',
  '护理',
  '保育师',
  '缝纫工',
  '叉车司机',
  '水质检测',
  '养老护理',
];
const TEAM_MAX = 8;
const PRIZES = ['FIRST', 'SECOND', 'SECOND', 'THIRD', 'THIRD', 'THIRD'];
/** Entrants are members from here on: others are honoured, suggest or lecture. */
const ENTRANTS_FROM = 10_000;

/** The year's contests of the county and of its townships, as their lists were closed. */
export async function recordContests(desk: RecordDesk): Promise<number> {
  const { county, grassroots, entrants } = desk.plan.contests;
  const count = county + grassroots;
  if (count === 0) return 0;
  const heads = shares(entrants, count, desk.random);
  let next = 0;
  const contests = numbers(count).map((n) => {
    const from = next;
    next += heads[n] ?? 0;
    return { n, from, heads: heads[n] ?? 0, ofCounty: n < county };
  });
  await inParallel(contests, 4, async ({ n, from, heads: size, ofCounty }) => {
    const trade = TRADES[n % TRADES.length] ?? '';
    const town = desk.townships[n % Math.max(1, desk.townships.length)];
    const host = ofCounty || !town ? { unionId: desk.root, name: '全市' } : town;
    const heldFrom = dayOf(n, count, '2020-04-08', 220);
    await desk.clerk.post('/past-competitions', `contest ${n}`, {
      unionId: host.unionId,
      name: `${host.name}职工${trade}技能竞赛`,
      level: ofCounty ? 'COUNTY' : 'GRASSROOTS',
      competitionClass: ofCounty ? 2 : 0,
      basisDocument: `工发〔2020〕${n + 1}号`,
      heldFrom,
      heldTo: addDays(heldFrom, 1),
      prizeFen: String(ofCounty ? 1_800_000 : 300_000),
      organisingFen: String(ofCounty ? 1_200_000 : 200_000),
      teams: teamsOf(desk, { n, from, size, trade }),
    });
  });
  return count;
}

function teamsOf(
  desk: RecordDesk,
  { n, from, size, trade }: { n: number; from: number; size: number; trade: string },
) {
  const teams = Math.ceil(size / TEAM_MAX);
  return numbers(teams).map((team) => ({
    unionId: unionFor(desk, n * 37 + team).unionId,
    trade,
    people: numbers(Math.min(TEAM_MAX, size - team * TEAM_MAX)).map((at) => {
      // The best are of different units.
      const rank = at * teams + team + 1;
      const prize = PRIZES[rank - 1] ?? '';
      return { ...somebody(desk, ENTRANTS_FROM + from + team * TEAM_MAX + at), rank, prize };
    }),
  }));
}
