import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WELDING } from '../competition/made-competition.ts';
import { bring, chair, clerk, goOn, openCounty, refusedWith, step } from '../competition/scene.ts';
import { madePeople, madePerson } from '../entry/made-people.ts';
import { startCompetitions, type Service } from '../scene.ts';
import { appealOne, certified, correctOne, judgingOf } from './after-the-lock.ts';

// A contest from its judges to its awards.

let service: Service;
let root: string;
let [unit = '', other = '']: string[] = [];
beforeAll(async () => {
  service = await startCompetitions();
  const county = await openCounty(service, 2);
  root = county.root;
  [unit = '', other = ''] = county.units;
});
afterAll(() => service.stop());

const memberId = newId();
const at = (unionId: string) => ({ duty: 'clerk', scope: unionId, id: `of-${unionId}` }) as const;
const judge = (n: number) => ({ duty: 'member', id: `judge-${n}` }) as const;
const tradeOf = (c: Competition) => c.trades[0]?.tradeId ?? '';
const idOf = judgingOf;
const scene = () => ({ service, unit, other, memberId });

/** Ten entrants of two units, and as many judges as asked, the contest open for scoring. */
async function scoring(judges: number, over: object = {}): Promise<Competition> {
  const competition = await bring(service, root, 'ENROLLING', over);
  for (const [n, unionId] of [unit, other].entries()) {
    const people = madePeople(n * 5, 5);
    if (n === 0) people[0] = { ...madePerson(0), memberId };
    const ask = { ...idOf(competition), unionId, teamName: '', people };
    await service.call('enterCompetition', ask, at(unionId));
  }
  for (let n = 1; n <= judges; n += 1) {
    const { skillGrade: _, ...person } = madePerson(900 + n);
    const ask = { ...idOf(competition), ...person, unionId: root, accountId: `judge-${n}` };
    await service.call('appointJudge', ask, clerk);
  }
  return goOn(service, competition, 'QUALIFYING');
}

const draw = (competition: Competition, caller: object = clerk) =>
  service.call('drawBenchNumbers', step(competition), caller);

const record = (
  competition: Competition,
  n: number,
  moduleNo: number,
  scores: { benchNo: number; scoreHundredths: number }[],
  key = newId(),
) =>
  service.call(
    'recordScores',
    {
      ...idOf(competition),
      moduleNo,
      scores: scores.map((one) => ({ ...one, seconds: 3_000 + one.benchNo })),
    },
    { ...judge(n), key },
  );

/** Bench 1 the best, each next one half a point less; judges differ by a tenth. */
async function scoreAll(competition: Competition, judges: number): Promise<void> {
  for (let n = 1; n <= judges; n += 1) {
    for (const moduleNo of [1, 2]) {
      const scores = Array.from({ length: 10 }, (_, bench) => ({
        benchNo: bench + 1,
        scoreHundredths: 9_500 - bench * 50 + n * 10,
      }));
      await record(competition, n, moduleNo, scores);
    }
  }
}

const board = (competition: Competition) =>
  service.call('getStanding', idOf(competition), { duty: 'member', id: 'hall' });

test('bench numbers are drawn once, and hide who is scored', async () => {
  const competition = await scoring(1);
  await expect(draw(competition, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(draw(competition, at(unit))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  expect(await draw(competition)).toEqual({
    items: [{ tradeId: tradeOf(competition), drawn: 10 }],
  });
  await expect(draw(competition)).rejects.toThrow(refusedWith('BENCH_NUMBERS_DRAWN'));
  const list = async (caller: object) => {
    const ask = { competitionId: competition.competitionId, tradeId: '', cursor: '', limit: 0 };
    const { items } = await service.call('listCompetitionEntries', ask, caller);
    return items.map(({ benchNo }) => benchNo).toSorted((a, b) => a - b);
  };
  expect(await list(clerk)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(new Set(await list({ duty: 'clerk', id: 'judge-1' }))).toEqual(new Set([0]));
});

test('a judge scores his own trade, once a key; whoever is none is refused', async () => {
  const competition = await scoring(1);
  await draw(competition);
  const one = [{ benchNo: 1, scoreHundredths: 9_000 }];
  const key = newId();
  expect(await record(competition, 1, 1, one, key)).toEqual({ recorded: 1 });
  expect(await record(competition, 1, 1, one, key)).toEqual({ recorded: 1 });
  await expect(
    record(competition, 1, 1, [{ benchNo: 1, scoreHundredths: 9_001 }], key),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  await expect(record(competition, 2, 1, one)).rejects.toThrow(refusedWith('JUDGE_ONLY'));
  await expect(
    record(competition, 1, 1, [{ benchNo: 11, scoreHundredths: 9_000 }]),
  ).rejects.toThrow(refusedWith('BENCH_UNKNOWN'));
  await expect(
    record(competition, 1, 1, [{ benchNo: 1, scoreHundredths: 10_001 }]),
  ).rejects.toThrow(refusedWith('FIELD_INVALID', 'invalid'));
  const tasks = (caller: object) => service.call('listJudgeTasks', competition, caller);
  expect(await tasks(judge(1))).toMatchObject({
    items: [
      {
        title: '焊工',
        stage: 'QUALIFYING',
        benchNos: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        scores: [{ moduleNo: 1, benchNo: 1, scoreHundredths: 9_000, seconds: 3_001 }],
      },
    ],
  });
  expect(await tasks(judge(2))).toEqual({ items: [] });
  await expect(tasks({ duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  // The board of the qualifying stage, for a hall.
  expect(await board(competition)).toMatchObject({
    stage: 'QUALIFYING',
    items: [{ benchNo: 1, rank: 1, totalHundredths: 2_700 }],
  });
});

test('only finalists are scored in the final', async () => {
  const competition = await scoring(1, { trades: [{ ...WELDING, finalists: 3 }] });
  const final = { ...step(competition), toState: 'FINAL', appealHours: 0 };
  await draw(competition);
  await expect(service.call('stepCompetition', final, clerk)).rejects.toThrow(
    refusedWith('QUALIFYING_WITHOUT_SCORES'),
  );
  await scoreAll(competition, 1);
  await service.call('stepCompetition', final, clerk);
  await record(competition, 1, 2, [{ benchNo: 3, scoreHundredths: 9_000 }]);
  await expect(record(competition, 1, 2, [{ benchNo: 4, scoreHundredths: 1 }])).rejects.toThrow(
    refusedWith('BENCH_UNKNOWN'),
  );
});

test('locked, corrected by record alone, appealed, published, awarded', async () => {
  const season = 2032;
  const dates = { season, heldFrom: '2032-06-01', heldTo: '2032-06-02' };
  const qualifying = await scoring(5, dates);
  await draw(qualifying);
  const final = await goOn(service, qualifying, 'FINAL');
  const lock = { ...step(final), toState: 'SCORING_LOCKED', appealHours: 0 };
  await expect(service.call('stepCompetition', lock, clerk)).rejects.toThrow(
    refusedWith('SCORES_MISSING'),
  );
  await scoreAll(final, 5);
  const before = await board(final);
  // Of five judges the middle three: 95.30 in both modules.
  expect(before.items[0]).toMatchObject({ benchNo: 1, totalHundredths: 9_530, seconds: 6_002 });
  const sheets = (caller: object) =>
    service.call('listScoreSheets', { ...idOf(final), benchNo: 10 }, caller);
  await expect(sheets(chair)).rejects.toThrow(refusedWith('SCORES_NOT_LOCKED'));
  const locked = await goOn(service, final, 'SCORING_LOCKED');
  await expect(record(final, 1, 1, [{ benchNo: 1, scoreHundredths: 0 }])).rejects.toThrow(
    refusedWith('SCORES_LOCKED'),
  );
  // Nor by whoever writes past the service.
  await expect(
    service.sql`update score_sheet set score = 0 where competition_id = ${final.competitionId}`,
  ).rejects.toThrow(/locked/);

  await correctOne(scene(), locked);
  const corrected = (await sheets(chair)).items.filter(
    ({ givenHundredths, scoreHundredths }) => givenHundredths !== scoreHundredths,
  );
  expect(corrected).toMatchObject([
    { moduleNo: 2, givenHundredths: 9_060, scoreHundredths: 9_999 },
  ]);
  // The sheets of a county are nothing of a unit's.
  expect(await sheets(at(unit))).toEqual({ items: [] });
  expect(await service.call('listScoreCorrections', locked, chair)).toMatchObject({
    items: [{ benchNo: 10, moduleNo: 2, oldHundredths: 9_060, correctedBy: 'chair-1' }],
  });
  const open = await service.call(
    'stepCompetition',
    { ...step(locked), toState: 'APPEAL_WINDOW', appealHours: 24 },
    clerk,
  );
  await appealOne(scene(), open);
  const published = await goOn(service, open, 'RESULT_PUBLISHED');
  const done = await goOn(service, published, 'AWARDS_ISSUED');
  const list = { competitionId: done.competitionId, tradeId: '', cursor: '', limit: 0 };
  const { items } = await service.call('listCompetitionResults', list, { duty: 'member', id: 'm' });
  expect(items.map(({ rank, prize, awards }) => [rank, prize, ...awards])).toEqual([
    [1, 'FIRST', 'TECHNICAL_EXPERT', 'GRADE_PROMOTION'],
    [2, 'SECOND'],
    [3, 'SECOND'],
    [4, 'THIRD'],
    [5, 'THIRD'],
    [6, 'THIRD'],
    [7, ''],
    [8, ''],
    [9, ''],
    [10, ''],
  ]);
  expect(items.map(({ issuedOn }) => issuedOn !== '')).toEqual(items.map(({ rank }) => rank < 7));
  await certified(scene(), done);
  const told = (await service.outbox()).filter(
    ({ data }) => data['competitionId'] === done.competitionId,
  );
  expect(told.map(({ fact }) => fact)).toEqual([
    'competition.held',
    'competition.entered',
    'competition.entered',
  ]);
  expect(told[0]?.data).toMatchObject({
    unionId: root,
    organiserLevel: 'COUNTY',
    heldOn: '2032-06-02',
    entries: 10,
    units: 2,
    prizeFen: '2000000',
  });
});
