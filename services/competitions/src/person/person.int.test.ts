import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTx, startCompetitions, type Service } from '../scene.ts';
import { enterPeople, openName, shownName } from '@gonglian/service/person.ts';

let service: Service;
beforeAll(async () => {
  service = await startCompetitions();
});
afterAll(() => service.stop());

const today = '2020-06-30';
const enter = (...people: { personName: string; idNumber: string }[]) =>
  inTx(service, ({ sql, own }) => enterPeople({ sql, vault: own.vault, today }, people));

test('one person under an old and a new number is one (domain §9.12), and is shown masked', async () => {
  const [first, other] = await enter(
    { personName: '李小明', idNumber: '321084000101001' },
    { personName: '张三', idNumber: '11010519491231002X' },
  );
  expect(await enter({ personName: '李晓明', idNumber: '32108419000101001X' })).toEqual([first]);
  expect(other).not.toBe(first);
  const rows = await service.sql<{ id: string; sealed: Buffer }>`
    select person_id as id, name_sealed as sealed from person where person_id = ${first}`;
  const [{ id, sealed } = { id: '', sealed: Buffer.alloc(0) }] = rows;
  const { vault } = service.served.running.own;
  expect([openName(vault, id, sealed), shownName(vault, id, sealed)]).toEqual(['李小明', '李*明']);
});

test('the same person twice in one list is one', async () => {
  const one = { personName: '王五', idNumber: '440524188001010014' };
  const [first, second] = await enter(one, one);
  expect(first).toBe(second);
});

test('a number with a wrong check character is refused by its rule', async () => {
  await expect(enter({ personName: '李小明', idNumber: '321084190001010011' })).rejects.toThrow(
    expect.objectContaining({ kind: 'invalid', code: 'CHECKSUM' }),
  );
});
