// What a member sees of himself, and the work that waits for a union's desk.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, everybody, type Scene } from '../scene.ts';

let scene: Scene;
let home: string;
let other: string;
beforeAll(async () => {
  scene = await startScene();
  [home = '', other = ''] = await scene.unions(2);
});
afterAll(() => scene.stop());

test('a member reads the own record whole, and no other', async () => {
  const { memberId, memberNo } = await scene.member(home, 1);
  const { name, phone, idNumber } = syntheticPerson(1);
  const self = { duty: 'member', scope: home, member: memberId } as const;
  const record = await scene.call('getMyRecord', {}, self);
  expect(record).toMatchObject({ memberId, memberNo, unionId: home, name, phone, idNumber });
  expect(record).toMatchObject({ idType: '01', state: 'ACTIVE', joinChannel: 'BATCH' });
  expect(record.birthDate.replaceAll('-', '')).toBe(idNumber.slice(6, 14));
  expect(record.spells).toMatchObject([{ unionId: home, startKind: 'recruited', endedOn: '' }]);
  expect(record).toMatchObject({ transfers: [], corrections: [] });
  const logged = await scene.sql`select from access_log where entity_id = ${memberId}`;
  expect(logged).toEqual([]);
  const refused = [
    scene.call('getMember', { memberId }, self),
    scene.call('listMembers', everybody, self),
    scene.call('getMyRecord', {}, { duty: 'clerk' }),
  ];
  // All at once: one that is refused before its turn would be nobody's.
  await Promise.all(
    refused.map((asked) => expect(asked).rejects.toMatchObject({ kind: 'forbidden' })),
  );
  const nobody = scene.call('getMyRecord', {}, { duty: 'member', scope: home });
  await expect(nobody).rejects.toMatchObject({ code: 'MEMBER_UNKNOWN' });
});

test('a foreign document has a birth date of its own', async () => {
  const foreign = syntheticPerson(2, {
    idType: '04',
    idNumber: 'EX7654321',
    birthDate: '1991-02-03',
  });
  await scene.joinBatch(home, [foreign]);
  const ask = { text: 'ex7654321', unionId: '', state: '', cursor: '', limit: 0 };
  const [found] = (await scene.call('findMembers', ask)).items;
  const self = { duty: 'member', scope: home, member: found?.memberId ?? '' } as const;
  expect(await scene.call('getMyRecord', {}, self)).toMatchObject({
    idType: '04',
    idNumber: 'EX7654321',
    birthDate: '1991-02-03',
  });
});

const transfers = async (caller: object = {}, state = '', waiting = '') =>
  (await scene.call('listTransfers', { state, waiting, cursor: '', limit: 0 }, caller)).items;
const tasks = async (caller: object = {}) =>
  (await scene.call('listMemberTasks', {}, caller)).groups;

test('tasks are as many as the rows of the lists behind them, and end when they are done', async () => {
  expect(await tasks()).toEqual([]);
  const application = {
    channel: 'PAPER',
    appliedOn: '2026-03-01',
    joinToken: '',
    consent: undefined,
    unionId: home,
  };
  const applied = await scene.call('applyToJoin', { ...application, person: syntheticPerson(10) });
  await scene.call('applyToJoin', {
    ...application,
    person: syntheticPerson(11),
    appliedOn: '2026-02-01',
  });
  const [moving, waiting] = [await scene.member(home, 12), await scene.member(home, 13)];
  const move = { toUnionId: other, effectiveOn: '2026-04-01' };
  await scene.call('requestTransfer', { ...move, memberId: moving.memberId, askedBy: 'sender' });
  await scene.call('requestTransfer', { ...move, memberId: waiting.memberId, askedBy: 'member' });
  const self = { duty: 'member', scope: home, member: moving.memberId } as const;
  const correction = { field: 'name', value: '合成新名', explanation: '写错了' };
  const { dueOn } = await scene.call('requestCorrection', correction, self);

  const groups = await tasks();
  expect(groups).toMatchObject([
    { kind: 'application', count: 2, oldestOn: '2026-02-01', dueOn: '' },
    { kind: 'transfer_to_confirm', count: 1 },
    { kind: 'transfer_to_accept', count: 1 },
    { kind: 'correction', count: 1, dueOn },
  ]);
  const listed = await scene.call('listMembers', { ...everybody, state: 'APPLIED' });
  expect(listed.items).toHaveLength(2);
  expect(await transfers({}, 'INITIATED')).toHaveLength(1);
  expect(await transfers({}, 'SENDER_CONFIRMED')).toHaveLength(1);
  expect(await transfers()).toHaveLength(2);

  const kinds = async (caller: object) => (await tasks(caller)).map(({ kind }) => kind);
  const chair = (scope: string) => ({ duty: 'chair', scope }) as const;
  expect(await kinds(chair(home))).toEqual(['application', 'transfer_to_confirm', 'correction']);
  expect(await kinds(chair(other))).toEqual(['transfer_to_accept']);
  expect(await kinds({ duty: 'auditor' })).toEqual([]);
  expect(await kinds({ duty: 'finance' })).toEqual([]);
  await expect(tasks(self)).rejects.toMatchObject({ kind: 'forbidden' });

  const decision = { memberId: applied.memberId, expectedVersion: 1 };
  await scene.call('approveApplication', { ...decision, approvedOn: '2026-03-02' });
  expect((await tasks())[0]).toMatchObject({ kind: 'application', count: 1 });
});

test('an import waits for a clerk, an export for a second person', async () => {
  const union = await scene.union();
  const begun = new Date('2026-03-01T20:00:00Z');
  await scene.sql`
    insert into import_job (id, union_id, created_by, joined_on, file_name, size_bytes, sha256, state,
      created_at, touched_at)
    select gen_random_uuid(), ${union}, state, '2026-01-01', 'a.xlsx', 1, '', state, ${begun}, ${begun}
    from unnest('{READ,CHECKED,CHECKING,DONE}'::text[]) as state`;
  await scene.sql`
    insert into member_export (id, union_id, all_below, member_state, format, fields, reason_code,
      reason, rows, state, requested_by, requested_at, expires_at)
    select gen_random_uuid(), ${union}, false, '', 'csv', '{name}', 'audit', '合成理由', 9, state,
      'clerk-1', ${begun}, now() + days * interval '1 day'
    from (values ('WAITING', 2), ('WAITING', -1), ('READY', 2)) as e(state, days)`;
  const desk = { scope: union, id: 'chair-1' };
  expect(await tasks({ ...desk, duty: 'clerk' })).toEqual([
    { kind: 'import', count: 2, oldestOn: '2026-03-02', dueOn: '' },
  ]);
  const waits = { kind: 'export_approval', count: 1, oldestOn: '2026-03-02' };
  expect(await tasks({ ...desk, duty: 'chair' })).toMatchObject([waits]);
  expect(await tasks({ ...desk, duty: 'chair', id: 'clerk-1' })).toEqual([]);
  expect(await tasks({ ...desk, duty: 'auditor' })).toMatchObject([waits]);
  await scene.sql`delete from import_job`;
  await scene.sql`delete from member_export`;
});

test('both unions list a transfer, with the name masked; a third does not', async () => {
  const third = await scene.union();
  const { memberId } = await scene.member(home, 20);
  const move = { memberId, toUnionId: other, effectiveOn: '2026-04-01', askedBy: 'receiver' };
  const { transferId } = await scene.call('requestTransfer', move);
  const { name } = syntheticPerson(20);
  const item = {
    transfer: { transferId, memberId, state: 'INITIATED' },
    nameMasked: `${name.charAt(0)}*${name.charAt(2)}`,
    fromUnionName: '合成第1工会',
    toUnionName: '合成第2工会',
    askedBy: 'receiver',
  };
  for (const scope of [home, other]) {
    const listed = await transfers({ duty: 'chair', scope });
    expect(listed.find(({ transfer }) => transfer?.transferId === transferId)).toMatchObject(item);
  }
  expect(await transfers({ duty: 'chair', scope: third })).toEqual([]);
});

test('a transfer past its day is neither open nor a task', async () => {
  const { memberId } = await scene.member(home, 30);
  const move = { memberId, toUnionId: other, effectiveOn: '2026-04-01', askedBy: 'sender' };
  const { transferId } = await scene.call('requestTransfer', move);
  const shown = async (state = '') =>
    (await transfers({}, state)).some(({ transfer }) => transfer?.transferId === transferId);
  const before = (await tasks()).find(({ kind }) => kind === 'transfer_to_accept')?.count ?? 0;
  expect(await shown()).toBe(true);
  await scene.sql`update transfer set expires_on = '2026-01-01' where id = ${transferId}`;
  expect(await shown()).toBe(false);
  expect(await shown('EXPIRED')).toBe(true);
  const after = (await tasks()).find(({ kind }) => kind === 'transfer_to_accept')?.count ?? 0;
  expect(after).toBe(before - 1);
});

test('a desk lists the transfers that its task counts, and those alone', async () => {
  const [here = '', there = ''] = await scene.unions(2);
  const move = async (n: number, from: string, to: string, askedBy: string) => {
    const { memberId } = await scene.member(from, n);
    const ask = { memberId, toUnionId: to, effectiveOn: '2026-04-01', askedBy };
    return (await scene.call('requestTransfer', ask)).transferId;
  };
  const leaves = [await move(40, here, there, 'member'), await move(41, here, there, 'receiver')];
  const arrives = [await move(42, there, here, 'sender')];
  // Both sides see these, and wait for the other one.
  const sent = await move(43, here, there, 'sender');
  const coming = await move(44, there, here, 'member');
  const late = await move(45, here, there, 'member');
  await scene.sql`update transfer set expires_on = '2026-01-01' where id = ${late}`;

  const waiting = async (caller: object, side: string) =>
    (await transfers(caller, '', side)).map(({ transfer }) => transfer?.transferId ?? '');
  const counts = async (caller: object, kind: string) =>
    (await tasks(caller)).find((group) => group.kind === kind)?.count ?? 0;
  const desk = (scope: string) => ({ duty: 'chair', scope }) as const;
  expect(await waiting(desk(here), 'to_confirm')).toEqual(leaves);
  expect(await waiting(desk(here), 'to_accept')).toEqual(arrives);
  expect(await waiting(desk(there), 'to_confirm')).toEqual([coming]);
  expect(await waiting(desk(there), 'to_accept')).toEqual([sent]);
  expect(await transfers(desk(here))).toHaveLength(5);
  expect(await transfers(desk(here), 'COMPLETED', 'to_accept')).toEqual([]);
  for (const caller of [desk(here), desk(there), desk(home), desk(other), { duty: 'clerk' }]) {
    for (const side of ['to_confirm', 'to_accept']) {
      expect(await waiting(caller, side)).toHaveLength(await counts(caller, `transfer_${side}`));
    }
  }
});

test('pages through transfers; nobody without a register lists them', async () => {
  const first = { state: '', waiting: '', limit: 1 };
  const seen = [];
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const part = await scene.call('listTransfers', { ...first, cursor });
    seen.push(...part.items);
    cursor = part.nextCursor;
    if (cursor === '') break;
  }
  expect(seen).toEqual(await transfers());
  await expect(transfers({}, 'LOST')).rejects.toMatchObject({ kind: 'invalid' });
  await expect(transfers({}, '', 'to_lose')).rejects.toMatchObject({ kind: 'invalid' });
  await expect(transfers({ duty: 'finance' })).rejects.toMatchObject({ kind: 'forbidden' });
});
