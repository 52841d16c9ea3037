import { readCertificate } from '@gonglian/proof/certificate.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chair, clerk, medals } from '../honour/scene.ts';
import { DAYS, step } from '../nomination/scene.ts';
import {
  assign,
  DUE,
  EVERYTHING,
  hear,
  nominationAt,
  ready,
  send,
  SENT,
  startAcross,
  written,
  type AcrossScene,
} from './scene.ts';

let scene: AcrossScene;
beforeAll(async () => {
  scene = await startAcross();
});
afterAll(() => scene.stop());

const code = (name: string, kind = 'refused') => expect.objectContaining({ kind, code: name });
const roundAt = (at: AcrossScene['city'], roundId: string) =>
  at.service.call('getHonourRound', { roundId }, clerk);
const slatesAt = async (at: AcrossScene['city'], roundId: string) =>
  (await roundAt(at, roundId)).slates.map(({ direction, state, reason }) => [
    direction,
    state,
    reason,
  ]);

test('a quota goes down with its rule; more than there is does not, by two at once neither', async () => {
  const { city, county, second, deliver } = scene;
  const roundId = await city.round([medals(5, 1)]);
  await expect(assign(city, county, roundId, medals(6))).rejects.toThrow(
    code('HONOUR_QUOTA_EXCEEDED'),
  );
  await expect(assign(city, county, roundId, { toNode: 'x0' })).rejects.toThrow(
    code('HONOUR_QUOTA_NOT_BELOW'),
  );
  const both = await Promise.allSettled([
    assign(city, county, roundId, medals(3)),
    assign(city, second, roundId, medals(3)),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const winner = both[0]?.status === 'fulfilled' ? county : second;
  await deliver();
  const { round, quotas } = await roundAt(winner, roundId);
  expect(round).toMatchObject({
    level: 'CITY',
    fromNode: city.service.node,
    categories: [{ honourCode: 'MAY_DAY_MEDAL', places: 3, slateDueOn: DUE }],
  });
  expect(quotas).toMatchObject([{ unionId: winner.rootId, places: 3, fromUnionId: '' }]);
  const slate = { roundId, honourCode: 'MAY_DAY_MEDAL' };
  const { shares } = await winner.service.call('checkHonourSlate', slate, clerk);
  expect(shares[0]).toMatchObject({ traits: ['UNIT_LEADER'], bound: 'AT_MOST', percent: 15 });
  // What was said first comes again, after it was changed: the last word holds.
  const [first] = await written(city, 'honour-quota.handed');
  await assign(city, winner, roundId, medals(2));
  await deliver();
  await hear(winner.service, 'honour-quota.handed', first ?? {}, city.service.node);
  await winner.service.settled();
  expect((await roundAt(winner, roundId)).quotas).toMatchObject([{ places: 2 }]);
});

test('from a quota to a medal: its county keeps the certificate that the city signed, and counts it', async () => {
  const { city, county, deliver } = scene;
  const roundId = await city.round([medals(5)]);
  await assign(city, county, roundId);
  await deliver();
  const [one] = await ready(county, roundId, [{}]);
  if (!one) throw new Error('nobody is ready');
  expect(one).toMatchObject({ state: 'REVIEWED', heldBy: '' });
  await send(county, roundId);
  expect(JSON.stringify(await county.service.outbox())).not.toContain('李小明');
  await deliver();
  expect(await slatesAt(county, roundId)).toEqual([['OUT', 'ACCEPTED', '']]);
  expect(await slatesAt(city, roundId)).toEqual([['IN', 'ACCEPTED', '']]);
  const { nominationId } = one;
  const there = await nominationAt(city, nominationId);
  const fromNode = county.service.node;
  expect(there).toMatchObject({ state: 'SUBMITTED', fromNode, personNameMasked: '李*明' });
  const here = await nominationAt(county, nominationId);
  expect(here).toMatchObject({ state: 'SUBMITTED', heldBy: city.service.node });
  await expect(county.review(here, SENT, chair)).rejects.toThrow(code('NOMINATION_AT_SUPERIOR'));
  await city.slate(roundId);
  const decided = await city.decide(await city.toThird(there));
  const grant = await city.service.call('awardHonour', step(decided, DAYS.decide), clerk);
  await deliver();
  expect(await nominationAt(county, nominationId)).toMatchObject({
    state: 'AWARDED',
    decidedOn: DAYS.decide,
    decisionNo: '合工〔2026〕12号',
  });
  const { steps, publicities } = await county.service.call(
    'getNomination',
    { nominationId },
    clerk,
  );
  const told = ['SEND', 'TAKE', 'PASS', 'PUBLISH', 'PASS', 'PUBLISH', 'DECIDE', 'AWARD'];
  expect(steps.slice(-8).map((each) => each.step)).toEqual(told);
  expect(publicities.map(({ stage, endsOn }) => [stage, endsOn]).slice(1)).toEqual([
    ['REGION', '2026-03-23'],
    ['DECIDING', '2026-04-07'],
  ]);
  const { grantId } = grant;
  const shown = await county.service.call('getHonourCertificate', { grantId }, clerk);
  const key = city.service.served.running.own.signer.publicKey;
  expect(shown.publicKey).toBe(key.toString('hex'));
  expect(readCertificate(key, shown.qrText)).toMatchObject({
    holderName: '李小明',
    node: city.service.node,
    level: 'CITY',
  });
  const granted = async (at: AcrossScene['city']) =>
    (await written(at, 'honour.granted')).filter((fact) => fact['grantId'] === grantId);
  expect(await granted(county)).toMatchObject([{ level: 'CITY', unionId: one.unionId }]);
  expect(await granted(city)).toEqual([]);
  expect(await written(city, 'honour.nominated')).toEqual([]);
  const revocation = { grantId, revokedOn: '2026-09-01', reason: '事迹失实' };
  const revoke = (at: AcrossScene['city']) =>
    at.service.call('revokeHonour', { ...revocation, expectedVersion: 1 }, chair);
  await expect(revoke(county)).rejects.toThrow(code('HONOUR_DECIDED_ELSEWHERE'));
  await revoke(city);
  await deliver();
  const { items } = await county.service.call(
    'listHonourRoll',
    { personId: '', unionId: one.unionId },
    clerk,
  );
  expect(items).toMatchObject([
    { grantId, awardedBy: city.service.node, revokedOn: '2026-09-01', revokeReason: '事迹失实' },
  ]);
  expect(await written(county, 'honour.revoked')).toMatchObject([{ grantId }]);
  expect(await written(city, 'honour.revoked')).toEqual([]);
});

test('the sixth for five places, which two counties share, is refused at the city, by both at once', async () => {
  const { city, county, second, deliver } = scene;
  const roundId = await city.round([medals(5)]);
  const counties = [county, second];
  for (const each of counties) await assign(city, each, roundId, { ...medals(5), pooled: true });
  await expect(assign(city, county, roundId, { ...medals(6), pooled: true })).rejects.toThrow(
    code('HONOUR_QUOTA_EXCEEDED'),
  );
  await deliver();
  for (const each of counties) await ready(each, roundId, [{}, {}, {}]);
  await Promise.all(counties.map((each) => send(each, roundId)));
  await deliver();
  const states = (await slatesAt(city, roundId)).map(([, state, reason]) => [state, reason]);
  expect(states.toSorted()).toEqual([
    ['ACCEPTED', ''],
    ['RETURNED', 'HONOUR_QUOTA_USED'],
  ]);
  const { quotas } = await roundAt(city, roundId);
  expect(quotas.find(({ toNode }) => toNode === '')).toMatchObject({ takenPlaces: 3 });
  // One of those that came back is withdrawn: the others have room.
  const [loser] = await losersOf(counties, roundId);
  if (!loser) throw new Error('nobody was returned');
  const [back] = await loser.list(roundId);
  if (!back) throw new Error('nothing came back');
  expect(back).toMatchObject({ state: 'REVIEWED', heldBy: '' });
  await loser.service.call('withdrawNomination', { ...step(back, SENT), reason: '调整' }, clerk);
  await loser.slate(roundId);
  await send(loser, roundId);
  await deliver();
  expect((await roundAt(city, roundId)).quotas[0]).toMatchObject({ takenPlaces: 5 });
});

async function losersOf(counties: AcrossScene['city'][], roundId: string) {
  const all = await Promise.all(
    counties.map(async (each) => ({ each, slates: await slatesAt(each, roundId) })),
  );
  return all.filter(({ slates }) => slates[0]?.[1] === 'RETURNED').map(({ each }) => each);
}

test('one person under an old and a new number, by two counties: the second goes back with the reason', async () => {
  const { city, county, second, deliver } = scene;
  const roundId = await city.round([medals(6)]);
  for (const each of [county, second]) await assign(city, each, roundId);
  await deliver();
  await ready(county, roundId, [{ idNumber: '321084000101001' }]);
  const [again] = await ready(second, roundId, [{ idNumber: '32108419000101001X' }, {}]);
  await send(county, roundId);
  await deliver();
  await send(second, roundId);
  await deliver();
  const { slates } = await roundAt(second, roundId);
  expect(slates).toMatchObject([
    { state: 'RETURNED', reason: 'HONOUR_TWICE_IN_CYCLE', returnedIds: [again?.nominationId] },
  ]);
  const { nominationId = '' } = again ?? {};
  const file = await second.service.call('getNomination', { nominationId }, clerk);
  expect(file.steps.at(-1)).toMatchObject({
    step: 'RETURN',
    state: 'REVIEWED',
    note: 'HONOUR_TWICE_IN_CYCLE',
    actedBy: `node:${city.service.node}`,
  });
});

test('a slate that does not meet a share, that is late, or of a round that is closed is answered', async () => {
  const { city, county, second, deliver } = scene;
  const roundId = await city.round([medals(5)]);
  for (const each of [county, second]) await assign(city, each, roundId, medals(2));
  await deliver();
  await ready(county, roundId, [{}]);
  await expect(send(county, roundId, { sentOn: '2026-03-21' })).rejects.toThrow(
    code('HONOUR_SLATE_LATE'),
  );
  await ready(second, roundId, [{}]);
  // What the county may not do its letter may say.
  await send(county, roundId);
  await deliver((fact, data) =>
    fact === 'honour-nomination.sent' ? { ...data, traits: ['UNIT_LEADER'] } : data,
  );
  expect(await slatesAt(county, roundId)).toEqual([['OUT', 'RETURNED', 'HONOUR_STRUCTURE']]);
  const unionId = await city.union();
  await city.submitted(roundId, unionId, { traits: EVERYTHING });
  await city.slate(roundId);
  await send(second, roundId);
  await deliver();
  expect(await slatesAt(second, roundId)).toEqual([['OUT', 'RETURNED', 'HONOUR_SLATE_SUBMITTED']]);
  await expect(assign(city, second, roundId, medals(1))).rejects.toThrow(
    code('HONOUR_SLATE_SUBMITTED'),
  );
});
