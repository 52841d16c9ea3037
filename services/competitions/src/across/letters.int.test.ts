import { newId } from '@gonglian/kernel/id.ts';
import { readCertificate } from '@gonglian/proof/certificate.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chair, clerk, medals } from '../honour/scene.ts';
import { DAYS, second as secondClerk, step } from '../nomination/scene.ts';
import {
  assign,
  DUE,
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
let province: AcrossScene['city'];
beforeAll(async () => {
  scene = await startAcross();
  province = await scene.startProvince();
});
afterAll(() => scene.stop());

const code = (name: string, kind = 'refused') => expect.objectContaining({ kind, code: name });
const forbidden = expect.objectContaining({ kind: 'forbidden' });

/** A medal of a county that the city has taken. */
async function taken() {
  const { city, county, deliver } = scene;
  const roundId = await city.round([medals(5)]);
  await assign(city, county, roundId);
  await deliver();
  const [one] = await ready(county, roundId, [{}]);
  if (!one) throw new Error('nobody is ready');
  await send(county, roundId);
  await deliver();
  return { roundId, nominationId: one.nominationId };
}

test('who sent a nomination up asks for it back, and whoever has it says whether it comes', async () => {
  const { city, county, deliver } = scene;
  const first = await taken();
  const here = () => nominationAt(county, first.nominationId);
  const ask = { ...step(await here(), SENT), reason: '本人放弃' };
  const asked = await county.service.call('withdrawNomination', ask, clerk);
  expect(asked).toMatchObject({ state: 'SUBMITTED', heldBy: city.service.node });
  await deliver();
  expect(await here()).toMatchObject({ state: 'WITHDRAWN' });
  expect(await nominationAt(city, first.nominationId)).toMatchObject({ state: 'WITHDRAWN' });
  const { quotas } = await city.service.call('getHonourRound', { roundId: first.roundId }, clerk);
  expect(quotas.map(({ takenPlaces }) => takenPlaces)).toEqual([0, 0]);
  // One that was awarded meanwhile is kept there, and that is told.
  const { roundId, nominationId } = await taken();
  await city.slate(roundId);
  const third = await city.toThird(await nominationAt(city, nominationId));
  const decided = await city.decide(third);
  await city.service.call('awardHonour', step(decided, DAYS.decide), clerk);
  const late = await nominationAt(county, nominationId);
  await county.service.call('vetoNomination', { ...step(late, SENT), reason: '事故' }, chair);
  await deliver();
  const { steps } = await county.service.call('getNomination', { nominationId }, clerk);
  expect(steps.at(-1)).toMatchObject({ step: 'KEEP', state: 'AWARDED' });
});

test('a veto and a rejection above are told with their reasons, and give the places back', async () => {
  const { city, county, deliver } = scene;
  const { nominationId } = await taken();
  const there = await nominationAt(city, nominationId);
  const veto = { ...step(there, SENT), reason: '环保违法' };
  await city.service.call('vetoNomination', veto, chair);
  expect(JSON.stringify(await written(city, 'honour-nomination.told'))).not.toContain('环保');
  await deliver();
  const file = await county.service.call('getNomination', { nominationId }, clerk);
  expect(file.steps.at(-1)).toMatchObject({ step: 'VETO', state: 'VETOED', note: '环保违法' });
  expect(await county.list(file.nomination?.roundId ?? '', { state: 'VETOED' })).toHaveLength(1);
});

test('province, city, county: what goes up is reviewed on its way, and what is decided comes all the way down', async () => {
  const { city, county, deliver } = scene;
  const roundId = await province.round([medals(5)]);
  await assign(province, city, roundId, medals(4));
  await deliver();
  await expect(assign(city, county, roundId, medals(5))).rejects.toThrow(
    code('HONOUR_QUOTA_EXCEEDED'),
  );
  await expect(assign(city, county, roundId, { slateDueOn: '2026-03-21' })).rejects.toThrow(
    code('HONOUR_SLATE_LATE'),
  );
  await assign(city, county, roundId, medals(2));
  await deliver();
  const [one] = await ready(county, roundId, [{}]);
  const nominationId = one?.nominationId ?? '';
  await send(county, roundId);
  await deliver();
  await city.slate(roundId);
  await expect(send(city, roundId)).rejects.toThrow(code('HONOUR_SLATE_UNREVIEWED'));
  const atCity = await nominationAt(city, nominationId);
  await city.review(atCity, DAYS.first, secondClerk);
  await send(city, roundId);
  await deliver();
  const heldBy = { atCounty: city.service.node, atCity: province.service.node };
  expect(await nominationAt(county, nominationId)).toMatchObject({ heldBy: heldBy.atCounty });
  expect(await nominationAt(city, nominationId)).toMatchObject({ heldBy: heldBy.atCity });
  await province.slate(roundId);
  const third = await province.toThird(await nominationAt(province, nominationId));
  const decided = await province.decide(third);
  const award = step(decided, DAYS.decide);
  const { grantId } = await province.service.call('awardHonour', award, clerk);
  // Meanwhile the county asks for it back; the city passes that on, and the answer down.
  const veto = { ...step(await nominationAt(county, nominationId), SENT), reason: '事故' };
  await county.service.call('vetoNomination', veto, chair);
  await deliver();
  const key = province.service.served.running.own.signer.publicKey;
  for (const at of [city, county]) {
    const { qrText } = await at.service.call('getHonourCertificate', { grantId }, clerk);
    expect(readCertificate(key, qrText)).toMatchObject({ node: province.service.node });
  }
  const counted = await Promise.all(
    [province, city, county].map(async (at) => {
      const facts = await written(at, 'honour.granted');
      return facts.filter((fact) => fact['grantId'] === grantId).length;
    }),
  );
  expect(counted).toEqual([0, 0, 1]);
  const { steps } = await county.service.call('getNomination', { nominationId }, clerk);
  expect(steps.at(-1)).toMatchObject({ step: 'KEEP', state: 'AWARDED' });
});

test('a unit and a team go up as a person does, with what was asked about the unit', async () => {
  const { city, county, deliver } = scene;
  const honours = ['MAY_DAY_CERTIFICATE', 'WORKER_PIONEER'] as const;
  const places = honours.map((honourCode) => ({ honourCode, places: 1, singleListed: 0 }));
  const roundId = await city.round(places);
  for (const one of places) await assign(city, county, roundId, one);
  await deliver();
  const unionId = await county.union();
  const nobody = { personName: '', idNumber: '', traits: [] };
  const { consulted } = await county.service.call('listHonours', { onDate: SENT }, clerk);
  for (const honourCode of honours) {
    const holderName = honourCode === 'WORKER_PIONEER' ? '一班组' : '';
    let one = await county.submitted(roundId, unionId, { ...nobody, honourCode, holderName });
    await county.slate(roundId, honourCode);
    const ask = { ...step(one, SENT), bodies: consulted };
    one = await county.service.call('askConsultations', ask, secondClerk);
    for (const body of consulted) {
      const reply = { ...step(one, SENT), body, reply: 'NO_OBJECTION', note: '' };
      one = await county.service.call('recordConsultationReply', reply, secondClerk);
    }
    await county.review(one, SENT, secondClerk);
    await send(county, roundId, { honourCode });
  }
  await deliver();
  const [unit, team] = (await city.list(roundId)).toSorted((a, b) =>
    a.holder < b.holder ? 1 : -1,
  );
  expect([unit, team]).toMatchObject([
    { holder: 'UNIT', holderName: unit?.unionName, state: 'SUBMITTED' },
    { holder: 'TEAM', holderName: '一班组', state: 'SUBMITTED' },
  ]);
  expect(unit?.openConsultations).toBe(0);
  const { nominationId = '' } = unit ?? {};
  const file = await city.service.call('getNomination', { nominationId }, clerk);
  expect(file.consultations).toHaveLength(consulted.length);
});

test('all letters again move nothing', async () => {
  const { city, county, second } = scene;
  const nodes = [province, city, county, second];
  const standing = () =>
    Promise.all(
      nodes.map(async ({ service: { sql } }) => [
        await sql`select nomination_id, state, version, told_no, held_by from nomination order by 1`,
        await sql`select round_id, honour_code, union_id, places from honour_quota order by 1, 2, 3`,
        await sql`select grant_id, revoked_on, version from honour_grant order by 1`,
        await sql`select slate_id, state, reason from honour_slate order by 1`,
        await sql`select count(*) from nomination_step`,
        await sql`select count(*) from outbox where fact like 'honour%'`,
      ]),
    );
  const before = await standing();
  for (const { service } of nodes)
    for (const { fact, data } of await service.outbox()) {
      const to = nodes.find((one) => one.service.node === data['toNode']);
      if (to) await hear(to.service, fact, data, service.node);
    }
  for (const { service } of nodes) await service.settled();
  expect(await standing()).toEqual(before);
});

test('nobody speaks for another node; what is no letter is parked', async () => {
  const { city, county, second } = scene;
  const from = county.service.node;
  const [sent] = await written(county, 'honour-nomination.sent');
  const [handed] = await written(city, 'honour-quota.handed');
  const [told] = await written(city, 'honour-nomination.told');
  const other = second.service.node;
  await hear(city.service, 'honour-nomination.sent', sent ?? {}, other);
  await hear(city.service, 'honour-nomination.sent', { ...sent, replyKey: 'AAAA' }, from);
  const foreign = { ...sent, nominationId: newId() };
  await hear(city.service, 'honour-nomination.sent', foreign, from);
  await hear(county.service, 'honour-quota.handed', handed ?? {}, province.service.node);
  await hear(
    county.service,
    'honour-quota.handed',
    { ...handed, holder: 'DOG' },
    city.service.node,
  );
  await hear(county.service, 'honour-nomination.told', { ...told, toldNo: '999999' }, other);
  for (const each of [city, county]) await each.service.settled();
  const reasons = async ({ service }: AcrossScene['city']) =>
    (await service.sql<{ reason: string }>`select reason from parked order by id`).map(
      ({ reason }) => reason,
    );
  // A nomination that was sealed as another opens as none.
  expect(await reasons(city)).toEqual([
    'NOMINATION_NOT_YOURS',
    'LETTER_MALFORMED',
    'LETTER_SEAL_BROKEN',
  ]);
  expect(await reasons(county)).toEqual([
    'HONOUR_ROUND_NOT_YOURS',
    'LETTER_MALFORMED',
    'NOMINATION_NOT_YOURS',
  ]);
});

test('forbidden, replay, key reuse, out of scope, unknown, of this node', async () => {
  const { city, county, deliver } = scene;
  const roundId = await city.round([medals(5)]);
  const quota = { ...medals(1), toNode: county.service.node, pooled: false, slateDueOn: DUE };
  const ask = { roundId, ...quota };
  const slate = { roundId, honourCode: 'MAY_DAY_MEDAL', sentOn: SENT };
  const ofUnion = { ...clerk, scope: await city.union() };
  for (const caller of [{ duty: 'auditor' }, { duty: 'member' }, ofUnion] as const) {
    await expect(city.service.call('assignHonourQuota', ask, caller)).rejects.toThrow(forbidden);
    await expect(city.service.call('sendHonourSlate', slate, caller)).rejects.toThrow(forbidden);
  }
  const key = newId();
  const assigned = await city.service.call('assignHonourQuota', ask, { ...clerk, key });
  expect(await city.service.call('assignHonourQuota', ask, { ...clerk, key })).toEqual(assigned);
  const more = { ...ask, places: 2 };
  await expect(city.service.call('assignHonourQuota', more, { ...clerk, key })).rejects.toThrow(
    code('IDEMPOTENCY_KEY_REUSED'),
  );
  const unknown = { ...ask, roundId: newId() };
  await expect(city.service.call('assignHonourQuota', unknown, clerk)).rejects.toThrow(
    code('HONOUR_ROUND_UNKNOWN', 'not_found'),
  );
  const pooled = { ...ask, pooled: true };
  await expect(city.service.call('assignHonourQuota', pooled, clerk)).rejects.toThrow(
    code('HONOUR_QUOTA_DRAWN_OTHERWISE'),
  );
  await expect(send(city, roundId)).rejects.toThrow(code('HONOUR_ROUND_OWN'));
  await deliver();
  await expect(send(county, roundId)).rejects.toThrow(code('HONOUR_SLATE_NOT_SUBMITTED'));
  const [one] = await ready(county, roundId, [{}]);
  expect(one?.state).toBe('REVIEWED');
  const sending = { ...clerk, key: newId() };
  const sent = await county.service.call('sendHonourSlate', slate, sending);
  expect(await county.service.call('sendHonourSlate', slate, sending)).toEqual(sent);
  await expect(
    county.service.call('sendHonourSlate', { ...slate, sentOn: DUE }, sending),
  ).rejects.toThrow(code('IDEMPOTENCY_KEY_REUSED'));
  await expect(send(county, roundId)).rejects.toThrow(code('HONOUR_SLATE_EMPTY'));
});
