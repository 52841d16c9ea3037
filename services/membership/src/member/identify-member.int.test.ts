import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '@gonglian/testing/service.ts';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';

let scene: Scene;
let unionId: string;
beforeAll(async () => {
  scene = await startScene();
  unionId = await scene.union();
  await scene.joinBatch(
    unionId,
    [1, 2].map((n) => syntheticPerson(n)),
  );
});
afterAll(() => scene.stop());

const identify = (text: string, caller: Caller = { duty: 'admin' }) =>
  scene.call('identifyMember', { text }, caller);
const accesses = () => scene.sql`
  select account_id as account, how, entity_id as id, fields from access_log order by id`;

test('one person by a whole number, and of him no more than that it is he', async () => {
  const { memberId, memberNo } = await scene.find(1);
  const { name, idNumber } = syntheticPerson(1);
  const person = {
    memberId,
    memberNo,
    unionId,
    unionName: expect.stringMatching(/合成/),
    state: 'ACTIVE',
    nameMasked: `${name.charAt(0)}*${name.charAt(2)}`,
  };
  expect(await identify(memberNo)).toEqual(person);
  expect(await accesses()).toEqual([]);
  expect(await identify(` ${idNumber} `, { duty: 'admin', id: 'the-admin' })).toEqual(person);
  expect(await accesses()).toEqual([
    { account: 'the-admin', how: 'search', id: memberId, fields: ['id_number'] },
  ]);
});

test.each([['3299990000000000000'], ['329999199001010011']])('%s is nobody', async (text) => {
  await expect(identify(text)).rejects.toMatchObject({
    kind: 'not_found',
    code: 'MEMBER_UNKNOWN',
  });
});

test.each([
  ['王', 'WHOLE_NUMBER_NEEDED'],
  ['wxm', 'WHOLE_NUMBER_NEEDED'],
  ['8000', 'WHOLE_NUMBER_NEEDED'],
  ['12', 'SEARCH_TOO_SHORT'],
  ['', 'FIELD_INVALID'],
])('nobody is looked for by %j', async (text, code) => {
  await expect(identify(text)).rejects.toMatchObject({ kind: 'invalid', code });
});

test.each(['clerk', 'chair', 'auditor', 'member', 'applicant'] as const)(
  'a %s identifies nobody',
  async (duty) => {
    const { memberNo } = await scene.find(2);
    await expect(identify(memberNo, { duty })).rejects.toMatchObject({ kind: 'forbidden' });
  },
);

test('an administrator of a part of the node identifies nobody', async () => {
  const { memberNo } = await scene.find(2);
  await expect(identify(memberNo, { duty: 'admin', scope: unionId })).rejects.toMatchObject({
    code: 'SCOPE_TOO_NARROW',
  });
});
