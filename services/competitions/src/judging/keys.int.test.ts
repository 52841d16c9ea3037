import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bring, chair, clerk, goOn, openCounty, refusedWith, step } from '../competition/scene.ts';
import { madePerson } from '../entry/made-people.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { startCompetitions, type Service } from '../scene.ts';

// From the judges to the appeals: each command once a key, by whoever may, and of a competition that he reaches.

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

const at = (unionId: string, duty = 'clerk') => ({ duty, scope: unionId, id: `of-${unionId}` });
test('judges, bench numbers, corrections, appeals and answers: once a key', async () => {
  const open = await bring(service, root, 'ENROLLING');
  const of = { competitionId: open.competitionId, tradeId: open.trades[0]?.tradeId ?? '' };
  const entrant = { ...of, unionId: unit, teamName: '', people: [madePerson(1)] };
  const { items } = await service.call('enterCompetition', entrant, at(unit) as never);
  const judgeId = await appointed(of);
  const scoring = await goOn(service, open, 'QUALIFYING');
  await drawn(scoring);
  const final = await goOn(service, scoring, 'FINAL');
  const scores = [{ benchNo: 1, scoreHundredths: 9_000, seconds: 0 }];
  await service.call(
    'recordScores',
    { ...of, moduleNo: 2, scores },
    { id: 'judge-1', duty: 'member' },
  );
  const locked = await goOn(service, final, 'SCORING_LOCKED');
  await corrected({ ...of, judgeId });
  const appealing = await goOn(service, locked, 'APPEAL_WINDOW');
  expect(await appealed(appealing, items[0]?.entryId ?? '')).toMatchObject({ state: 'UPHELD' });
});

async function appointed(of: { competitionId: string; tradeId: string }): Promise<string> {
  const { skillGrade: _, ...person } = madePerson(901);
  const { judgeId } = await once<{ judgeId: string }>(service, {
    method: 'appointJudge',
    ask: { ...of, ...person, unionId: root, accountId: 'judge-1' },
    changed: { accountId: 'judge-2' },
    caller: clerk,
    forbidden: { duty: 'finance' },
    foreign: at(unit),
    unknown: 'UNION_UNKNOWN',
  });
  const list = { competitionId: of.competitionId };
  expect((await service.call('listCompetitionJudges', list, clerk)).items).toHaveLength(1);
  return judgeId;
}

async function drawn(scoring: Competition): Promise<void> {
  await once(service, {
    method: 'drawBenchNumbers',
    ask: step(scoring),
    changed: { expectedVersion: 99 },
    caller: clerk,
    forbidden: { duty: 'member' },
    foreign: at(unit),
    unknown: 'UNION_UNKNOWN',
  });
  const stale = { ...step(scoring), expectedVersion: 99 };
  await expect(service.call('drawBenchNumbers', stale, clerk)).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
}

async function corrected(of: { competitionId: string; tradeId: string; judgeId: string }) {
  const said = { reason: '计分表抄录错误', correctionDocument: '裁判更正单第1号' };
  await once(service, {
    method: 'correctScore',
    ask: { ...of, ...said, moduleNo: 2, benchNo: 1, scoreHundredths: 9_100 },
    changed: { scoreHundredths: 9_200 },
    caller: chair,
    forbidden: clerk,
    foreign: at(unit, 'chair'),
    unknown: 'UNION_UNKNOWN',
  });
  const [row] = await service.sql<{ corrections: number }>`
    select count(*)::int as corrections from score_correction where trade_id = ${of.tradeId}`;
  expect(row).toEqual({ corrections: 1 });
}

async function appealed({ competitionId }: Competition, entryId: string): Promise<object> {
  const { appealId } = await once<{ appealId: string }>(service, {
    method: 'fileAppeal',
    ask: { competitionId, entryId, grounds: '实操计时有误' },
    changed: { grounds: '裁判漏计一项' },
    caller: at(unit),
    forbidden: { duty: 'auditor' },
    foreign: at(other),
    unknown: 'ENTRY_UNKNOWN',
  });
  const answered = await once<object>(service, {
    method: 'answerAppeal',
    ask: { appealId, upheld: true, answer: '复核录像，更正计时' },
    changed: { upheld: false },
    caller: chair,
    forbidden: { duty: 'supervisor' },
    foreign: at(other, 'chair'),
    unknown: 'APPEAL_UNKNOWN',
  });
  // The unit sees its own appeal and answers none of it: the competition is not its own.
  await expect(
    service.call(
      'answerAppeal',
      { appealId, upheld: false, answer: '自行答复' },
      at(unit, 'chair') as never,
    ),
  ).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  return answered;
}
