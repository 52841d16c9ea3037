import { MyRecord } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { readCertificate } from '@gonglian/proof/certificate.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chair, clerk, medals } from '../honour/scene.ts';
import {
  DAYS,
  idNumber,
  startNominations,
  step,
  type NominationScene,
} from '../nomination/scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';

let scene: NominationScene;
let call: NominationScene['service']['call'];
beforeAll(async () => {
  scene = await startNominations('CITY');
  call = scene.service.call;
});
afterAll(() => scene.service.stop());

const code = (name: string, kind = 'refused') => expect.objectContaining({ kind, code: name });
const forbidden = expect.objectContaining({ kind: 'forbidden' });
const pioneers = [{ honourCode: 'WORKER_PIONEER', places: 5, singleListed: 0 }];
const team = (holderName: string) => ({
  honourCode: 'WORKER_PIONEER',
  personName: '',
  idNumber: '',
  holderName,
  traits: ['FRONTLINE_WORKER'],
});

/** A round of pioneers, and one of them decided. */
async function pioneer() {
  const [roundId, unionId] = [await scene.round(pioneers), await scene.union()];
  const submitted = await scene.submitted(roundId, unionId, team('一班组'));
  await scene.slate(roundId, 'WORKER_PIONEER');
  return scene.decide(await scene.toThird(submitted));
}

/** A medal for somebody of whom the slate's shares hold: alone he is all of them. */
async function medal(over: object = {}) {
  const [roundId, unionId] = [await scene.round([medals(5)]), await scene.union()];
  const traits = ['INDUSTRIAL_WORKER', 'ENTERPRISE_WORKER', 'WOMAN', 'MIGRANT_WORKER'];
  const submitted = await scene.submitted(roundId, unionId, { traits, ...over });
  await scene.slate(roundId);
  const one = await scene.decide(await scene.toThird(submitted));
  return call('awardHonour', step(one, DAYS.decide), clerk);
}

const recordAsk = (unionId: string, over: object = {}) => ({
  honourCode: 'MAY_DAY_MEDAL',
  level: 'COUNTY',
  unionId,
  personName: '王小红',
  idNumber: idNumber(),
  holderName: '',
  frontline: true,
  grantedOn: '2020-04-28',
  documentNo: '合工〔2020〕8号',
  certificateNo: '',
  ...over,
});

test('a certificate is verified offline, and with one changed character is not', async () => {
  const grant = await medal();
  expect(grant).toMatchObject({ origin: 'AWARDED', grantedOn: DAYS.decide, standing: 'LIVING' });
  expect(grant.certificateNo).toMatch(/-MAY_DAY_MEDAL-2026-\d{4}$/);
  const shown = await call('getHonourCertificate', { grantId: grant.grantId }, clerk);
  expect(shown).toMatchObject({ holderName: '李小明', certificateNo: grant.certificateNo });
  const publicKey = Buffer.from(shown.publicKey, 'hex');
  expect(readCertificate(publicKey, shown.qrText)).toMatchObject({
    holderName: '李小明',
    level: 'CITY',
    grantedOn: DAYS.decide,
    documentNo: '合工〔2026〕12号',
    node: scene.service.node,
  });
  expect(readCertificate(publicKey, shown.qrText.replace('李', '季'))).toBeUndefined();
  expect(shown.qrText.endsWith(shown.signature)).toBe(true);
  const facts = (await scene.service.outbox()).filter((row) => row.fact === 'honour.granted');
  expect(facts.at(-1)?.data).toMatchObject({
    grantId: grant.grantId,
    honourCode: 'MAY_DAY_MEDAL',
    level: 'CITY',
    subjectKind: 'INDIVIDUAL',
    frontline: true,
    origin: 'AWARDED',
    grantedOn: DAYS.decide,
  });
  expect(JSON.stringify(facts)).not.toContain('李');
});

test('a member reads his own honours by the number that membership has of him, and nobody else’s', async () => {
  const number = idNumber();
  const grant = await medal({ personName: '孙亮', idNumber: number });
  const { grantId, nominationId } = grant;
  const { membership } = scene.service.served.running.own;
  const mine = async (record: object) => {
    membership.getMyRecord = () => Promise.resolve(MyRecord.fromPartial(record));
    const self = { duty: 'member', member: newId(), scope: await scene.union() } as const;
    return (await call('listMyHonours', {}, self)).items;
  };
  expect(await mine({ idType: '01', idNumber: number })).toMatchObject([
    { grant: { grantId }, certificate: { holderName: '孙亮', revokedOn: '' } },
  ]);
  expect(await mine({ idType: '01', idNumber: idNumber() })).toEqual([]);
  expect(await mine({ idType: '05', idNumber: number })).toEqual([]);
  await expect(call('listMyHonours', {}, clerk)).rejects.toThrow(forbidden);
  // Of others only a register is asked: the grant, and from it the way that led there.
  expect(await call('getHonourGrant', { grantId }, clerk)).toEqual(grant);
  await expect(call('getHonourGrant', { grantId }, { duty: 'member' })).rejects.toThrow(forbidden);
  expect(await call('getNomination', { nominationId }, clerk)).toMatchObject({ grantId });
});

test('numbers have no hole, by two at once neither; nothing is awarded twice', async () => {
  const both = [await pioneer(), await pioneer()];
  const grants = await Promise.all(
    both.map((one) => call('awardHonour', step(one, DAYS.decide), clerk)),
  );
  const numbers = grants.map(({ certificateNo }) => Number(certificateNo.slice(-4))).toSorted();
  expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
  const [one] = both;
  if (!one) throw new Error('nothing was decided');
  const again = { ...step(one, DAYS.decide), expectedVersion: one.version + 1 };
  await expect(call('awardHonour', again, clerk)).rejects.toThrow(code('NOMINATION_STATE'));
  const { grantId = '', unionName = '' } = grants[0] ?? {};
  const { holderName } = await call('getHonourCertificate', { grantId }, clerk);
  expect(holderName).toBe(`${unionName} 一班组`);
});

test('a revocation keeps what was granted, and who was revoked does not stand for the next', async () => {
  const grant = await medal();
  const { grantId, unionId, personId } = grant;
  const ask = { grantId, expectedVersion: 1, revokedOn: '2026-09-01', reason: '事迹失实' };
  await expect(call('revokeHonour', ask, clerk)).rejects.toThrow(forbidden);
  await expect(call('revokeHonour', { ...ask, expectedVersion: 7 }, chair)).rejects.toThrow(
    code('VERSION_MOVED', 'stale'),
  );
  await expect(call('revokeHonour', { ...ask, revokedOn: '2026-04-01' }, chair)).rejects.toThrow(
    code('HONOUR_DATE_WRONG'),
  );
  const revoked = await call('revokeHonour', ask, chair);
  expect(revoked).toMatchObject({ standing: 'WITHDRAWN', revokedOn: '2026-09-01' });
  await expect(call('revokeHonour', { ...ask, expectedVersion: 2 }, chair)).rejects.toThrow(
    code('HONOUR_REVOKED'),
  );
  const roll = (who: object) =>
    call('listHonourRoll', { personId: '', unionId: '', ...who }, clerk);
  for (const who of [{ personId }, { unionId }])
    expect((await roll(who)).items).toMatchObject([
      { grantId, certificateNo: grant.certificateNo, revokedOn: '2026-09-01' },
    ]);
  await expect(roll({ personId, unionId })).rejects.toThrow(
    expect.objectContaining({ kind: 'invalid' }),
  );
  // The text is as it was: who verifies it offline learns of the signature, the roll of the revocation.
  const shown = await call('getHonourCertificate', { grantId }, clerk);
  expect(shown.revokedOn).toBe('2026-09-01');
  expect(readCertificate(Buffer.from(shown.publicKey, 'hex'), shown.qrText)).toBeDefined();
  const facts = (await scene.service.outbox()).filter((row) => row.fact === 'honour.revoked');
  expect(facts.at(-1)?.data).toMatchObject({ grantId, unionId, revokedOn: '2026-09-01' });
  await expect(
    scene.service
      .sql`update honour_grant set granted_on = '2020-01-01' where grant_id = ${grantId}`,
  ).rejects.toThrow('is kept');
  await expect(
    scene.service.sql`delete from honour_grant where grant_id = ${grantId}`,
  ).rejects.toThrow('is kept');
});

test('the honour asked for before: held, not held, taken back', async () => {
  const places = [{ honourCode: 'CRAFTSMAN', places: 5, singleListed: 0 }];
  const [roundId, unionId] = [await scene.round(places), await scene.union()];
  const who = { honourCode: 'CRAFTSMAN', personName: '赵工', idNumber: idNumber() };
  const shown = await scene.shown(roundId, unionId, who);
  await expect(scene.submit(shown)).rejects.toThrow(code('HONOUR_PREREQUISITE_MISSING'));
  const county = recordAsk(unionId, { ...who, level: 'COUNTY' });
  const first = await call('recordHonour', county, clerk);
  expect(first).toMatchObject({ origin: 'RECORDED', certificateNo: '' });
  const revocation = { expectedVersion: 1, revokedOn: '2021-01-01', reason: '弄虚作假' };
  await call('revokeHonour', { ...revocation, grantId: first.grantId }, chair);
  await expect(scene.submit(shown)).rejects.toThrow(code('HONOUR_PREREQUISITE_MISSING'));
  await call('recordHonour', { ...county, grantedOn: '2022-05-01' }, clerk);
  expect(await scene.submit(shown)).toMatchObject({ state: 'SUBMITTED' });
});

test('the roster of model workers: living, moved, deceased, withdrawn', async () => {
  const unionId = await scene.union();
  const model = { honourCode: 'MODEL_WORKER', level: 'CITY' };
  const grants = [];
  for (let n = 0; n < 4; n += 1)
    grants.push(await call('recordHonour', recordAsk(unionId, model), clerk));
  const [living, moved, dead, withdrawn] = grants;
  const set = (personId: string, standing: string) =>
    call('setHolderStanding', { personId, standing, sinceOn: '2026-02-01' }, clerk);
  await set(moved?.personId ?? '', 'MOVED');
  await set(dead?.personId ?? '', 'DECEASED');
  await call(
    'revokeHonour',
    {
      grantId: withdrawn?.grantId ?? '',
      expectedVersion: 1,
      revokedOn: '2026-01-05',
      reason: '违法',
    },
    chair,
  );
  const roster = async (standing: string, caller: object = clerk) => {
    const ask = { ...model, standing, cursor: '', limit: 10 };
    return (await call('listHonourHolders', ask, caller)).items.map(({ grantId }) => grantId);
  };
  expect(await roster('LIVING')).toEqual([living?.grantId]);
  expect(await roster('MOVED')).toEqual([moved?.grantId]);
  expect(await roster('DECEASED')).toEqual([dead?.grantId]);
  expect(await roster('WITHDRAWN')).toEqual([withdrawn?.grantId]);
  expect(await roster('')).toHaveLength(4);
  expect(await roster('', { ...clerk, scope: await scene.union() })).toEqual([]);
  await expect(set(newId(), 'MOVED')).rejects.toThrow(code('HONOUR_HOLDER_UNKNOWN', 'not_found'));
});

test('forbidden, replay, key reuse, twice, out of scope', async () => {
  const unionId = await scene.union();
  const ask = recordAsk(unionId);
  for (const duty of ['member', 'finance', 'auditor'] as const)
    await expect(call('recordHonour', ask, { duty })).rejects.toThrow(forbidden);
  const key = newId();
  const grant = await call('recordHonour', ask, { ...clerk, key });
  expect(await call('recordHonour', ask, { ...clerk, key })).toEqual(grant);
  await expect(
    call('recordHonour', { ...ask, frontline: false }, { ...clerk, key }),
  ).rejects.toThrow(code('IDEMPOTENCY_KEY_REUSED'));
  await expect(call('recordHonour', ask, clerk)).rejects.toThrow(
    code('HONOUR_GRANTED_ALREADY', 'duplicate'),
  );
  await expect(call('recordHonour', { ...ask, grantedOn: '2099-01-01' }, clerk)).rejects.toThrow(
    code('HONOUR_DATE_WRONG'),
  );
  const elsewhere = { ...clerk, scope: await scene.union() };
  const { grantId } = grant;
  await expect(call('recordHonour', ask, elsewhere)).rejects.toThrow(
    code('UNION_UNKNOWN', 'not_found'),
  );
  for (const read of ['getHonourCertificate', 'getHonourGrant'] as const)
    await expect(call(read, { grantId }, elsewhere)).rejects.toThrow(
      code('HONOUR_GRANT_UNKNOWN', 'not_found'),
    );
  await expect(call('getHonourCertificate', { grantId }, clerk)).rejects.toThrow(
    code('HONOUR_WITHOUT_CERTIFICATE'),
  );
  await expect(call('listHonourRoll', { personId: '', unionId }, elsewhere)).rejects.toThrow(
    code('UNION_UNKNOWN', 'not_found'),
  );
});

test('all of it is recounted as its facts have told it: what was revoked was granted', async () => {
  const moved = [
    'individual_honoured',
    'collective_honoured',
    'honour_declared',
    'honour_round_opened',
  ];
  await expectRecounted(scene.service, ...moved);
});
