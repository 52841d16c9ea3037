import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { readCertificate } from '@gonglian/proof/certificate.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hear, startAcross, written, type AcrossScene } from '../across/scene.ts';
import { bring, clerk, goOn, refusedWith, step } from '../competition/scene.ts';
import { madePeople, madePerson } from '../entry/made-people.ts';
import { makeSheets } from '../scoring/made-sheets.ts';

// A city offers its contest to a county; whoever won there is promoted, and what he comes back with is the county's figure.

let scene: AcrossScene;
beforeAll(async () => {
  scene = await startAcross();
});
afterAll(() => scene.stop());

const dates = { heldFrom: '2026-06-01', heldTo: '2026-06-02', season: 2026 };
const later = { heldFrom: '2026-09-01', heldTo: '2026-09-02', season: 2026 };

const ofCity = (over: object = {}) => {
  const { city } = scene;
  const contest = { ...later, name: '合成市职工焊接技能竞赛', level: 'CITY', ...over };
  return bring(city.service, city.rootId, 'ENROLLING', contest);
};
const offer = (contest: Competition, to: AcrossScene['city'], places = 2) =>
  scene.city.service.call(
    'offerCompetition',
    { ...step(contest), toNode: to.service.node, places },
    clerk,
  );
const at = ({ service }: AcrossScene['city'], competitionId: string) =>
  service.call('getCompetition', { competitionId }, clerk);
const enter = (
  { service }: AcrossScene['city'],
  contest: Competition,
  unionId: string,
  people: ReturnType<typeof madePeople>,
) => {
  const ids = {
    competitionId: contest.competitionId,
    tradeId: contest.trades[0]?.tradeId ?? '',
  };
  return service.call('enterCompetition', { ...ids, unionId, teamName: '', people }, clerk);
};
const entriesOf = async ({ service }: AcrossScene['city'], competitionId: string) => {
  const ask = { competitionId, tradeId: '', cursor: '', limit: 50 };
  return (await service.call('listCompetitionEntries', ask, clerk)).items;
};

/** Ranked in the order in which they entered, straight in the tables. */
async function rank({ service: { sql } }: AcrossScene['city'], competitionId: string) {
  await sql`
    insert into competition_result (entry_id, competition_id, holder_union_id, trade_id, union_id, rank, total,
      prize, awards)
    select entry_id, competition_id, holder_union_id, trade_id, union_id,
      row_number() over (order by entry_id), 9000, '', '{}'
    from competition_entry where competition_id = ${competitionId}`;
  await sql`
    update competition set state = 'RESULT_PUBLISHED' where competition_id = ${competitionId}`;
}

/** Scored by one judge, and brought to its result. */
async function hold({ service }: AcrossScene['city'], contest: Competition): Promise<void> {
  const { competitionId, trades } = contest;
  const [trade] = trades;
  const judgeId = newId();
  const { skillGrade: _, memberId: _m, ...person } = madePerson(900);
  const ask = { competitionId, tradeId: trade?.tradeId ?? '', ...person };
  const unionId = scene.city.rootId;
  await service.call('appointJudge', { ...ask, unionId, accountId: judgeId }, clerk);
  const scored = await goOn(service, contest, 'QUALIFYING');
  await service.call('drawBenchNumbers', step(scored), clerk);
  const final = await goOn(service, await at(scene.city, competitionId), 'FINAL');
  const [judge] = await service.sql<{ id: string }>`
    select judge_id as id from competition_judge where competition_id = ${competitionId}`;
  const modules = (trade?.modules ?? []) as never;
  const made = {
    competitionId,
    tradeId: trade?.tradeId ?? '',
    modules,
    judgeIds: [judge?.id ?? ''],
  };
  await makeSheets(service, made, final.entries);
  await goOn(service, final, 'RESULT_PUBLISHED');
}

test('winners of a county are promoted to the city’s contest, and their results make its joined figure', async () => {
  const { city, county, deliver } = scene;
  const contest = await ofCity();
  await offer(contest, county);
  await deliver();
  const joined = await at(county, contest.competitionId);
  expect(joined).toMatchObject({
    origin: 'JOINED',
    state: 'ENROLLING',
    organiserName: '合成市总工会',
  });
  expect(joined.trades).toMatchObject([{ title: '焊工', places: 2 }]);
  const unionId = await county.union();
  const own = await bring(county.service, county.rootId, 'ENROLLING', {
    ...dates,
    parentCompetitionId: joined.competitionId,
  });
  const members = [newId(), newId()];
  const best = members.map((memberId, n) => ({ ...madePerson(10 + n), memberId }));
  await enter(county, own, unionId, [...best, madePerson(12)]);
  const promote = async (rankTo: number) => {
    const now = await at(county, own.competitionId);
    return county.service.call('promoteWinners', { ...step(now), rankTo }, clerk);
  };
  await expect(promote(1)).rejects.toThrow(refusedWith('COMPETITION_STATE'));
  await rank(county, own.competitionId);
  await expect(promote(3)).rejects.toThrow(refusedWith('COMPETITION_FULL'));
  expect(await promote(2)).toMatchObject({ promoted: 2 });
  await expect(promote(2)).rejects.toThrow(refusedWith('PROMOTION_NOBODY'));
  expect(JSON.stringify(await written(county, 'contest-entry.sent'))).not.toContain('陈');
  await deliver();
  const there = await entriesOf(city, contest.competitionId);
  expect(there.map(({ unionName }) => unionName)).toEqual(Array(2).fill(there[0]?.unionName));
  expect(there[0]?.unionName).not.toBe('');
  const here = await entriesOf(county, contest.competitionId);
  expect(here.map(({ sentState }) => sentState)).toEqual(['ENTERED', 'ENTERED']);
  const publish = { ...step(await at(county, contest.competitionId)), appealHours: 0 };
  await expect(
    county.service.call('stepCompetition', { ...publish, toState: 'RESULT_PUBLISHED' }, clerk),
  ).rejects.toThrow(refusedWith('CONTEST_OF_NODE'));
  await hold(city, await at(city, contest.competitionId));
  await deliver();
  expect(await at(county, contest.competitionId)).toMatchObject({ state: 'RESULT_PUBLISHED' });
  const told = (await county.service.outbox()).filter(
    ({ data, fact }) =>
      data['competitionId'] === contest.competitionId && fact.startsWith('competition.'),
  );
  expect(told.map(({ fact, data }) => ({ fact, ...data }))).toMatchObject([
    { fact: 'competition.joined', organiserLevel: 'CITY', entries: 2, units: 1 },
    { fact: 'competition.entered', unionId, entries: 2 },
  ]);
  // The city has held it, and of the county's unit it counts nothing.
  const facts = (await city.service.outbox()).filter(
    ({ data }) => data['competitionId'] === contest.competitionId,
  );
  expect(facts.map(({ fact }) => fact).filter((fact) => fact.startsWith('competition.'))).toEqual([
    'competition.held',
  ]);
  await certify(contest, members);
});

/** The prizes of a contest are given; the certificate of the best comes down to the node that sent him. */
async function certify(contest: Competition, members: readonly string[]): Promise<void> {
  const { city, county, deliver } = scene;
  const { competitionId } = contest;
  await goOn(city.service, await at(city, competitionId), 'AWARDS_ISSUED');
  const otherKey = county.service.served.running.own.signer.publicKey;
  // On its way another node’s key is put in its place: it is not kept.
  await deliver((fact, data) =>
    fact === 'contest-prize.certified' ? { ...data, issuerKey: otherKey.toString('base64') } : data,
  );
  /** As each of them reads it, the winner first. */
  const mine = async () => {
    const read = members.map(async (member) => {
      const self = { duty: 'member', id: member, member, scope: county.rootId } as const;
      const { items } = await county.service.call('listMyCompetitions', {}, self);
      return items.filter((one) => one.competitionId === competitionId);
    });
    return (await Promise.all(read)).flat().toSorted((a, b) => a.rank - b.rank);
  };
  expect(await mine()).toMatchObject([
    { prize: 'FIRST', rank: 1, certificateNo: '', qrText: '' },
    { prize: '', rank: 2 },
  ]);
  const [letter = {}] = await written(city, 'contest-prize.certified');
  expect(JSON.stringify(letter)).not.toContain('陈');
  await hear(county.service, 'contest-prize.certified', letter, city.service.node);
  await county.service.settled();
  const [won, lost] = await mine();
  const { qrText = '', publicKey = '', certificateNo = '', entryId = '' } = won ?? {};
  expect(lost?.qrText).toBe('');
  const holderName = expect.stringMatching(/^(杨四|周五)$/);
  const key = Buffer.from(publicKey, 'hex');
  expect(readCertificate(key, qrText)).toMatchObject({
    certificateNo,
    node: city.service.node,
    holderName,
    honourName: '合成市职工焊接技能竞赛 焊工 一等奖',
  });
  expect(readCertificate(key, qrText.replace('一等奖', '二等奖'))).toBeUndefined();
  const shown = await county.service.call('getPrizeCertificate', { entryId }, clerk);
  expect(shown).toMatchObject({ qrText, publicKey, certificateNo, holderName });
}

test('who may not enter above is refused with the reason, and his place is free; a withdrawal is told', async () => {
  const { city, county, second, deliver } = scene;
  const contest = await ofCity({ name: '合成市第二次竞赛' });
  await expect(offer(contest, county, 101)).rejects.toThrow(refusedWith('COMPETITION_FULL'));
  await offer(contest, county, 5);
  await offer(contest, second, 5);
  await deliver();
  const [one, other] = [await county.union(), await second.union()];
  const same = madePeople(40, 1);
  const joinedBy = (node: AcrossScene['city']) => at(node, contest.competitionId);
  await enter(county, await joinedBy(county), one, same);
  await deliver();
  await enter(second, await joinedBy(second), other, same);
  await deliver();
  expect(await entriesOf(second, contest.competitionId)).toMatchObject([
    { state: 'WITHDRAWN', sentState: 'REFUSED', sentReason: 'ENTRANT_TWICE' },
  ]);
  expect((await joinedBy(second)).trades).toMatchObject([{ taken: 0 }]);
  const [entry] = await entriesOf(county, contest.competitionId);
  const { entryId = '', version = 0 } = entry ?? {};
  await county.service.call('withdrawEntry', { entryId, expectedVersion: version }, clerk);
  await deliver();
  expect((await joinedBy(city)).trades).toMatchObject([{ taken: 0 }]);
  await enter(second, await joinedBy(second), other, same);
  await deliver();
  expect((await entriesOf(second, contest.competitionId)).at(-1)?.sentState).toBe('ENTERED');
  // It was closed meanwhile: the letter is answered all the same.
  await goOn(city.service, await joinedBy(city), 'QUALIFYING');
  await enter(county, await joinedBy(county), one, madePeople(50, 1));
  await deliver();
  expect((await entriesOf(county, contest.competitionId)).at(-1)).toMatchObject({
    sentState: 'REFUSED',
    sentReason: 'COMPETITION_STATE',
  });
});

test('forbidden, replay, key reuse, stale, foreign; all letters again move nothing; nobody speaks for another', async () => {
  const { city, county, second, deliver } = scene;
  const contest = await ofCity({ name: '合成市第三次竞赛' });
  const ask = { ...step(contest), toNode: county.service.node, places: 1 };
  const call = (body: object, caller: object = clerk) =>
    city.service.call('offerCompetition', { ...ask, ...body }, caller);
  const forbidden = expect.objectContaining({ kind: 'forbidden' });
  for (const caller of [{ duty: 'auditor' }, { ...clerk, scope: await city.union() }])
    await expect(call({}, caller)).rejects.toThrow(forbidden);
  const key = newId();
  expect(await call({}, { ...clerk, key })).toEqual(await call({}, { ...clerk, key }));
  await expect(call({ places: 2 }, { ...clerk, key })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(call({ expectedVersion: 99 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(call({ competitionId: newId() })).rejects.toThrow(
    refusedWith('COMPETITION_UNKNOWN', 'not_found'),
  );
  await expect(call({ toNode: 'x0' })).rejects.toThrow(refusedWith('CONTEST_NODE_NOT_BELOW'));
  const promotion = { ...step(contest), rankTo: 1 };
  await expect(city.service.call('promoteWinners', promotion, { duty: 'auditor' })).rejects.toThrow(
    forbidden,
  );
  await deliver();
  const nodes = [city, county, second];
  const standing = () =>
    Promise.all(
      nodes.map(async ({ service: { sql } }) => [
        await sql`select competition_id, state, version, offer_no from competition order by 1`,
        await sql`select entry_id, state, sent_state, version from competition_entry order by 1`,
        await sql`select trade_id, taken, places from competition_trade order by 1`,
        await sql`select count(*) from outbox`,
      ]),
    );
  const before = await standing();
  for (const { service } of nodes)
    for (const { fact, data } of await service.outbox()) {
      const to = nodes.find((one) => one.service.node === data['toNode']);
      if (to) await hear(to.service, fact, data, service.node);
    }
  const [sent] = await written(county, 'contest-entry.sent');
  const [offered] = await written(city, 'contest.offered');
  const other = second.service.node;
  await hear(city.service, 'contest-entry.sent', { ...sent, entryId: newId() }, other);
  await hear(county.service, 'contest.offered', offered ?? {}, other);
  const [prize = {}] = await written(city, 'contest-prize.certified');
  await hear(county.service, 'contest-prize.certified', prize, other);
  await hear(county.service, 'contest.offered', { ...offered, kind: 'CHESS' }, city.service.node);
  for (const { service } of nodes) await service.settled();
  expect(await standing()).toEqual(before);
  const reasons = await Promise.all(
    nodes.map(async ({ service: { sql } }) =>
      (await sql<{ reason: string }>`select reason from parked order by id`).map(
        ({ reason }) => reason,
      ),
    ),
  );
  const below = ['LETTER_MALFORMED', ...Array(2).fill('CONTEST_NOT_YOURS'), 'LETTER_MALFORMED'];
  expect(reasons).toEqual([['CONTEST_NOT_YOURS'], below, []]);
});
