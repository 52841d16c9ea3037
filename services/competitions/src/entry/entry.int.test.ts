import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { isTransient, type Refusal } from '@gonglian/kernel/refusal.ts';
import { connectionString } from '@gonglian/service/settings.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WELDING } from '../competition/made-competition.ts';
import { bring, clerk, goOn, openCounty, refusedWith } from '../competition/scene.ts';
import { startCompetitions, type Service } from '../scene.ts';
import { madePeople, madePerson } from './made-people.ts';

const ATTEMPTS_MAX = 20;

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

const at = (unionId: string) => ({ duty: 'clerk', scope: unionId, id: `of-${unionId}` }) as const;
const open = (over: object = {}) => bring(service, root, 'ENROLLING', over);
const askOf = (competition: Competition, unionId: string, people = [madePerson(1)]) => ({
  competitionId: competition.competitionId,
  tradeId: competition.trades[0]?.tradeId ?? '',
  unionId,
  teamName: '',
  people,
});
const enter = (competition: Competition, unionId = unit, people = [madePerson(1)]) =>
  service.call('enterCompetition', askOf(competition, unionId, people), at(unionId));
const list = async ({ competitionId }: Competition, caller: object) => {
  const ask = { competitionId, tradeId: '', cursor: '', limit: 0 };
  return (await service.call('listCompetitionEntries', ask, caller)).items;
};

test('a unit enters its people; who is entered is masked, and others do not see it', async () => {
  const competition = await open();
  const ask = askOf(competition, unit, madePeople(1, 3));
  const call = (caller: object, over: object = {}) =>
    service.call('enterCompetition', { ...ask, ...over }, caller);
  await expect(call({ duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(call(at(other))).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  await expect(call(at(unit), { tradeId: newId() })).rejects.toThrow(
    refusedWith('COMPETITION_TRADE_UNKNOWN', 'not_found'),
  );
  const keyed = { ...at(unit), key: newId() };
  const first = await call(keyed, { teamName: '一队' });
  expect(first.items).toHaveLength(3);
  expect(first.items[0]).toMatchObject({
    personNameMasked: '陆*',
    teamName: '一队',
    state: 'ENROLLED',
    benchNo: 0,
  });
  expect(await call(keyed, { teamName: '一队' })).toEqual(first);
  await expect(call(keyed)).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  await expect(call(at(unit))).rejects.toThrow(refusedWith('ENTRANT_TWICE'));
  expect(await list(competition, at(other))).toEqual([]);
  expect(await list(competition, clerk)).toHaveLength(3);
  const found = await service.call('getCompetition', competition, clerk);
  expect(found).toMatchObject({ entries: 3, units: 1, trades: [{ taken: 3 }] });
  // Nothing that was told or logged names anybody.
  expect(JSON.stringify(await service.outbox())).not.toContain('陆');
});

test('whoever withdraws gives his place back, and a person enters anew', async () => {
  const competition = await open({ trades: [{ ...WELDING, places: 1 }] });
  const { items } = await enter(competition);
  const [entry] = items;
  if (!entry) throw new Error('nobody entered');
  await expect(enter(competition, other, [madePerson(2)])).rejects.toThrow(
    refusedWith('COMPETITION_FULL'),
  );
  const ask = { entryId: entry.entryId, expectedVersion: entry.version };
  await expect(service.call('withdrawEntry', ask, at(other))).rejects.toThrow(
    refusedWith('ENTRY_UNKNOWN', 'not_found'),
  );
  await expect(
    service.call('withdrawEntry', { ...ask, expectedVersion: 9 }, at(unit)),
  ).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  expect(await service.call('withdrawEntry', ask, at(unit))).toMatchObject({ state: 'WITHDRAWN' });
  await expect(service.call('withdrawEntry', ask, at(unit))).rejects.toThrow(
    refusedWith('ENTRY_WITHDRAWN'),
  );
  expect((await enter(competition, other)).items).toHaveLength(1);
  await goOn(service, competition, 'QUALIFYING');
  await expect(enter(competition, unit, [madePerson(3)])).rejects.toThrow(
    refusedWith('COMPETITION_STATE'),
  );
});

test('that it is full is said at once, whoever holds the rows; a place that is being given back is none yet', async () => {
  const competition = await open({ trades: [{ ...WELDING, places: 1 }] });
  const { items } = await enter(competition);
  const { settings } = service;
  const holder = new Client(connectionString(settings, settings.database.owner));
  await holder.connect();
  try {
    const { competitionId } = competition;
    await holder.query(`begin; set local search_path = competitions`);
    await holder.query('select from competition where competition_id = $1 for update', [
      competitionId,
    ]);
    await holder.query('update competition_trade set taken = 0 where competition_id = $1', [
      competitionId,
    ]);
    await expect(enter(competition, other, [madePerson(2)])).rejects.toThrow(
      refusedWith('COMPETITION_FULL'),
    );
    await holder.query('rollback');
  } finally {
    await holder.end();
  }
  const [entry] = items;
  const ask = { entryId: entry?.entryId ?? '', expectedVersion: entry?.version ?? 0 };
  await service.call('withdrawEntry', ask, at(unit));
  expect((await enter(competition, other, [madePerson(2)])).items).toHaveLength(1);
});

test('a judge of an entrant’s unit is refused, and an entrant of a judge’s', async () => {
  const competition = await open();
  const [trade] = competition.trades;
  const appoint = (unionId: string, n: number, caller: object = clerk, accountId = `judge-${n}`) =>
    service.call(
      'appointJudge',
      {
        competitionId: competition.competitionId,
        tradeId: trade?.tradeId ?? '',
        unionId,
        accountId,
        personName: madePerson(n).personName,
        idNumber: madePerson(n).idNumber,
      },
      caller,
    );
  await expect(appoint(other, 50, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(appoint(other, 50, at(unit))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  await enter(competition, unit, [madePerson(40)]);
  await expect(appoint(unit, 50)).rejects.toThrow(refusedWith('JUDGE_OF_ENTRANTS_UNIT'));
  // Also of a branch of the unit, once it is known.
  const branch = newId();
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    values (${branch}, '分会', 'BRANCH', 'BRANCH', '329999', ${unit}, '2011-01-01')`;
  await service.sql`insert into scope_edge values (${branch}, ${unit})`;
  await expect(appoint(branch, 50)).rejects.toThrow(refusedWith('JUDGE_OF_ENTRANTS_UNIT'));
  await expect(appoint(other, 40)).rejects.toThrow(refusedWith('JUDGE_IS_ENTRANT'));
  expect(await appoint(other, 51)).toMatchObject({ accountId: 'judge-51', unionId: other });
  await expect(appoint(root, 52, clerk, 'judge-51')).rejects.toThrow(refusedWith('JUDGE_TWICE'));
  await expect(enter(competition, other, [madePerson(60)])).rejects.toThrow(
    refusedWith('JUDGE_OF_ENTRANTS_UNIT'),
  );
  await expect(enter(competition, unit, [madePerson(51)])).rejects.toThrow(
    refusedWith('JUDGE_IS_ENTRANT'),
  );
});

/** Whoever is told that the service is busy comes again with the same key, as a caller does. */
async function persist(
  competition: Competition,
  unionId: string,
  person: ReturnType<typeof madePerson>,
): Promise<string> {
  const caller = { ...at(unionId), key: newId() };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await service.call('enterCompetition', askOf(competition, unionId, [person]), caller);
      return 'in';
    } catch (error) {
      const { kind, code } = error as Refusal;
      if (attempt === ATTEMPTS_MAX || !isTransient(kind)) return code;
    }
  }
}

test('1,000 callers for the last 10 places: exactly 10', async () => {
  const competition = await open({ trades: [{ ...WELDING, places: 10 }] });
  const calls = Array.from({ length: 1_000 }, (_, n) =>
    persist(competition, n % 2 === 0 ? unit : other, madePerson(1_000 + n)),
  );
  const told = Map.groupBy(await Promise.all(calls), (answer) => answer);
  expect(told.get('in')).toHaveLength(10);
  expect(told.get('COMPETITION_FULL')).toHaveLength(990);
  const [counted] = await service.sql<{ taken: number; entries: number }>`
    select taken, (select count(*)::int from competition_entry as e where e.trade_id = t.trade_id) as entries
    from competition_trade as t where competition_id = ${competition.competitionId}`;
  expect(counted).toEqual({ taken: 10, entries: 10 });
}, 120_000);
