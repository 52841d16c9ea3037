// What names a person is in no table of this service, in no fact and in no answer that is kept
// (security, T7).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from './fixtures.ts';
import { startScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await startScene()));
afterAll(() => scene.stop());

const named = syntheticPerson(1, { name: '欧阳合成', phone: '13912345678' });
const foreign = syntheticPerson(2, {
  idType: '04',
  idNumber: 'EX7654321',
  name: 'Synthetic Person',
  phone: '13987654321',
  birthDate: '1991-02-03',
});

async function dump(): Promise<string> {
  const tables = await scene.sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'membership'`;
  const texts: string[] = [];
  for (const { name } of tables) {
    const [{ text } = {}] = await scene.sql<{ text: string }>`
      select query_to_xml('select * from ' || ${name}::text, true, false, '')::text as text`;
    texts.push(`${name}: ${text}`);
  }
  return texts.join('\n');
}

/** Asked, found by search, revealed and made: every way a name goes; answers what it is now. */
async function correctName(memberId: string, scope: string): Promise<string> {
  const value = 'Renamed Person';
  const self = { duty: 'member', scope, member: memberId } as const;
  const asked = { field: 'name', value, explanation: '护照上的写法' };
  const { correctionId } = await scene.call('requestCorrection', asked, self);
  const decision = { correctionId, accept: true, reason: '', expectedVersion: 1 };
  await scene.call('decideCorrection', decision);
  const search = { text: 'renamed', unionId: '', state: '', cursor: '', limit: 0 };
  expect((await scene.call('findMembers', search)).items).toMatchObject([{ memberId }]);
  const why = { reasonCode: 'correction', reason: '核对护照写法' };
  const shown = await scene.call('revealMember', { memberId, fields: ['name'], ...why });
  expect(shown).toMatchObject({ name: value });
  return value;
}

test('no name, number, phone or birth date in a dump of the schema', async () => {
  const [unionId = '', other = ''] = await scene.unions(2);
  await scene.joinBatch(unionId, [named]);
  const application = {
    unionId,
    channel: 'PAPER',
    appliedOn: '2026-03-01',
    joinToken: '',
    consent: undefined,
  };
  const applied = await scene.call('applyToJoin', { ...application, person: foreign });
  await scene.call('approveApplication', {
    memberId: applied.memberId,
    approvedOn: '2026-03-02',
    expectedVersion: 1,
  });
  await scene.joinBatch(unionId, [
    syntheticPerson(3, { ...named, idNumber: `${named.idNumber}9` }),
  ]);
  await scene.call('applyToJoin', { ...application, unionId: other, person: named }).catch(() => 0);
  const renamed = await correctName(applied.memberId, unionId);
  await scene.dissolve(unionId, '2026-06-30', other);
  const text = (await dump()).toLowerCase();
  expect(text).toContain(applied.memberId);
  for (const secret of [named, foreign, { ...foreign, name: renamed }].flatMap((one) => [
    one.idNumber,
    one.name,
    one.phone,
    one.birthDate || one.idNumber.slice(6, 14),
  ])) {
    const bytes = Buffer.from(secret);
    expect(text).not.toContain(secret.toLowerCase());
    expect(text).not.toContain(bytes.toString('hex'));
    expect(text).not.toContain(bytes.toString('base64').replace(/=+$/, '').toLowerCase());
  }
});

test('a refusal names the rule and the field, never the value', async () => {
  const unionId = await scene.union();
  const person = { ...named, idNumber: '321084190001010029' };
  const ask = {
    unionId,
    person,
    channel: 'PAPER',
    appliedOn: '2026-03-01',
    joinToken: '',
    consent: undefined,
  };
  const refusal = await scene.call('applyToJoin', ask).catch((error: Error) => error);
  expect(refusal).toMatchObject({ code: 'CHECKSUM', details: { field: 'idNumber' } });
  expect(JSON.stringify(refusal) + String(refusal)).not.toContain('321084');
});
