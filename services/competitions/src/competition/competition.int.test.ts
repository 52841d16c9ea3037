import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCompetitions, type Service } from '../scene.ts';
import { contest, WELDING } from './made-competition.ts';
import { bring, chair, clerk, openCounty, refusedWith, step } from './scene.ts';

let service: Service;
let root: string;
let [one, two, unit]: string[] = [];
beforeAll(async () => {
  service = await startCompetitions();
  const county = await openCounty(service, 2);
  root = county.root;
  [one, two] = county.towns;
  [unit] = county.units;
});
afterAll(() => service.stop());

const draft = (over: object = {}, caller: object = clerk) =>
  service.call('draftCompetition', { ...contest(over), unionId: root }, caller);
const at = (unionId = '', id = 'clerk-2') => ({ duty: 'clerk', scope: unionId, id }) as const;

test('who drafts, for whom, and once a key', async () => {
  await expect(draft({}, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(draft({}, at(one))).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  await expect(draft({ competitionClass: 0 })).rejects.toThrow(
    refusedWith('COMPETITION_CLASS_UNKNOWN'),
  );
  const keyed = { ...clerk, key: newId() };
  const first = await draft({}, keyed);
  expect(first).toMatchObject({
    state: 'DRAFT',
    figure: 'OWN',
    prizeFen: 2_000_000n,
    trades: [{ title: '焊工', places: 100, taken: 0, modules: WELDING.modules }],
    ruleBook: '',
    appealUntil: '',
  });
  expect(await draft({}, keyed)).toEqual(first);
  await expect(draft({ name: '另一竞赛' }, keyed)).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  const { trades, name: _, ...same } = contest();
  const mended = { ...same, ...step(first), name: '合成县焊工竞赛', trades };
  expect(await service.call('amendCompetition', mended, clerk)).toMatchObject({
    name: '合成县焊工竞赛',
    version: 2,
  });
  await expect(service.call('amendCompetition', mended, clerk)).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
});

test('approved by another person than who filed it; given back with a reason', async () => {
  const filed = await service.call('fileCompetition', step(await draft()), clerk);
  const decide = (over: object, caller: object, of = filed) =>
    service.call('decideCompetition', { ...step(of), approve: true, reason: '', ...over }, caller);
  await expect(decide({}, clerk)).rejects.toThrow(refusedWith('FILER_IS_APPROVER'));
  await expect(decide({ approve: false }, chair)).rejects.toThrow(
    refusedWith('COMPETITION_REASON_MISSING'),
  );
  const back = await decide({ approve: false, reason: '缺少安全预案' }, chair);
  expect(back).toMatchObject({ state: 'DRAFT', decisionReason: '缺少安全预案' });
  const again = await service.call('fileCompetition', step(back), clerk);
  expect(await decide({}, chair, again)).toMatchObject({ state: 'APPROVED', decidedBy: 'chair-1' });
});

test('no step is skipped, none is taken twice', async () => {
  const announced = await bring(service, root, 'ANNOUNCED');
  expect(announced).toMatchObject({ state: 'ANNOUNCED', ruleBook: '2000-1' });
  const go = (toState: string, of = announced) =>
    service.call('stepCompetition', { ...step(of), toState, appealHours: 0 }, clerk);
  for (const skipped of ['ANNOUNCED', 'QUALIFYING', 'RESULT_PUBLISHED', 'ARCHIVED', 'DRAFT'])
    await expect(go(skipped)).rejects.toThrow(refusedWith('COMPETITION_STEP'));
  const enrolling = await go('ENROLLING');
  await expect(go('QUALIFYING')).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  await expect(service.call('fileCompetition', step(enrolling), clerk)).rejects.toThrow(
    refusedWith('COMPETITION_STATE'),
  );
});

test('before it is announced nobody below sees it; afterwards he reads it and steers nothing', async () => {
  const hidden = await draft();
  const get = (competitionId: string, caller: object) =>
    service.call('getCompetition', { competitionId }, caller);
  await expect(get(hidden.competitionId, at(unit))).rejects.toThrow(
    refusedWith('COMPETITION_UNKNOWN', 'not_found'),
  );
  await expect(service.call('fileCompetition', step(hidden), at(one))).rejects.toThrow(
    refusedWith('COMPETITION_UNKNOWN', 'not_found'),
  );
  const shown = await bring(service, root, 'ENROLLING');
  expect(await get(shown.competitionId, at(unit))).toMatchObject({ trades: [{ title: '焊工' }] });
  const go = { ...step(shown), toState: 'QUALIFYING', appealHours: 0 };
  await expect(service.call('stepCompetition', go, at(unit))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
});

test('held, held below and only joined are three figures', async () => {
  const season = 2031;
  const dates = { season, heldFrom: '2031-06-01', heldTo: '2031-06-02' };
  const own = await bring(service, root, 'ANNOUNCED', dates);
  const local = { ...dates, level: 'GRASSROOTS', competitionClass: 0 };
  const below = [
    await bring(service, one ?? '', 'ANNOUNCED', local),
    await bring(service, two ?? '', 'ANNOUNCED', local),
  ];
  const superior = { level: 'CITY', origin: 'JOINED', organiserName: '合成市总工会' };
  const joined = await bring(service, root, 'ENROLLING', { ...dates, ...superior });
  const list = async (figure: string, caller: object = clerk) => {
    const ask = { ...anyLevel, state: '', kind: '', figure, season, cursor: '', limit: 0 };
    const page = await service.call('listCompetitions', ask, caller);
    const { ownCount, belowCount, joinedCount } = page;
    // Whichever figure was asked for, the three counts are those of the whole filter.
    expect([ownCount, belowCount, joinedCount]).toEqual(caller === clerk ? [1, 2, 1] : [1, 0, 0]);
    return page.items.map(({ competitionId }) => competitionId).toSorted();
  };
  const anyLevel = { level: '', competitionClass: 0 };
  const ids = (...of: { competitionId: string }[]) => of.map((c) => c.competitionId).toSorted();
  expect(await list('OWN')).toEqual(ids(own));
  expect(await list('BELOW')).toEqual(ids(...below));
  expect(await list('JOINED')).toEqual(ids(joined));
  expect(await list('')).toEqual(ids(own, ...below, joined));
  // What is below for the county is the township's own.
  expect(await list('OWN', at(one))).toEqual(ids(below[0] ?? own));
  // To whom neither belongs it is none of his three.
  expect(await list('ELSEWHERE', at(one))).toEqual(ids(own, below[1] ?? own, joined));
});

test('linked upward to one of a higher level that is not over before', async () => {
  const above = await draft({ level: 'CITY', heldTo: '2020-09-01' });
  const linked = { parentCompetitionId: above.competitionId };
  expect(await draft(linked)).toMatchObject(linked);
  await expect(draft({ ...linked, heldTo: '2020-09-02' })).rejects.toThrow(
    refusedWith('COMPETITION_PARENT_EARLIER'),
  );
  await expect(draft({ parentCompetitionId: newId() })).rejects.toThrow(
    refusedWith('COMPETITION_UNKNOWN', 'not_found'),
  );
});
