import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonRow } from '../../deploy/local/demo/people.ts';
import type { UnionRow } from '../../deploy/local/demo/unions.ts';
import { batch, COUNTY, openCounty, people, problemOf, wordsFound, wordsOf } from './county.ts';
import { unionRow } from './work.ts';

// Well-formed requests that a rule of the federation says no to, and five hundred people with three mistakes.

const union = unionRow(COUNTY, 1);
const other = unionRow(COUNTY, 2);
const sector = { ...unionRow(COUNTY, 3), level: 'TOWNSHIP', kind: 'SECTOR_JOINT_FED' };
const sectorAbove = { ...sector, unionId: crypto.randomUUID(), name: '行业工会联合会' };
const county = await openCounty();
beforeAll(() => county.start([union, other, sector, sectorAbove]));
afterAll(() => county.remove());

async function accepted<Body>(method: string, at: string, body?: object): Promise<Body> {
  const answer = await county.ask(method, at, body ? { body } : {});
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
  return answer.body as Body;
}
const refused = async (at: string, body: object) =>
  problemOf(await county.ask('POST', at, { body }));
const versionOf = async ({ unionId }: UnionRow) =>
  (await accepted<{ version: number }>('GET', `/unions/${unionId}`)).version;

describe('the tree', () => {
  test('a union does not change before it was founded', async () => {
    const body = {
      name: '新名',
      effectiveOn: '2011-03-31',
      expectedVersion: await versionOf(union),
    };
    expect(await refused(`/unions/${union.unionId}/name`, body)).toMatchObject({
      status: 422,
      code: 'EFFECTIVE_BEFORE_FOUNDING',
      details: { establishedOn: '2011-04-01' },
    });
  });

  test('nor by somebody who has not seen its last change', async () => {
    const seen = (await versionOf(union)) + 1;
    const body = { name: '新名', effectiveOn: '2020-06-01', expectedVersion: seen };
    expect(await refused(`/unions/${union.unionId}/name`, body)).toMatchObject({
      status: 412,
      code: 'VERSION_MOVED',
    });
  });

  test('a parent of the wrong level is refused by its row, and so is one that is not there', async () => {
    const rows = [
      { ...unionRow(COUNTY, 91), parentId: union.unionId },
      { ...unionRow(COUNTY, 92), parentId: crypto.randomUUID() },
    ];
    expect(await accepted('POST', '/unions/enrolments', { rows })).toEqual({
      enrolled: 0,
      unchanged: 0,
      refused: [
        { row: 1, code: 'PARENT_LEVEL_WRONG', field: 'parentId' },
        { row: 2, code: 'PARENT_UNKNOWN', field: 'parentId' },
      ],
    });
  });

  test('a union does not come to stand below itself', async () => {
    const dated = { effectiveOn: '2020-06-01', expectedVersion: await versionOf(other) };
    const body = { ...dated, parentId: other.unionId, replyDocNo: '批1号' };
    expect(await refused(`/unions/${other.unionId}/parent`, body)).toMatchObject({
      status: 422,
      code: 'CYCLE_IN_TREE',
    });
  });

  test('nor in a circle on the industrial line', async () => {
    const lead = async (below: UnionRow, above: UnionRow) => ({
      industrialParentId: above.unionId,
      effectiveOn: '2020-07-01',
      expectedVersion: await versionOf(below),
    });
    const at = ({ unionId }: UnionRow) => `/unions/${unionId}/industrial-parent`;
    await accepted('POST', at(sector), await lead(sector, sectorAbove));
    expect(await refused(at(sectorAbove), await lead(sectorAbove, sector))).toMatchObject({
      status: 422,
      code: 'CYCLE_IN_TREE',
    });
  });
});

describe('five hundred people, three of them with a wrong number', () => {
  const impossibleDay = '329999196302310018';
  const wrong: Record<number, [code: string, idNumber: string]> = {
    17: ['CHECKSUM', withWrongCheck(people[16]?.idNumber ?? '')],
    251: ['DATE_INVALID', impossibleDay],
    500: ['LENGTH_OR_CHARSET', '32999919630201'],
  };
  const rows = people.map((row, n) => {
    const [, idNumber] = wrong[n + 1] ?? [];
    return idNumber ? { ...row, idNumber } : row;
  });
  const listed = Object.entries(wrong).map(([row, [code]]) => ({
    row: Number(row),
    code,
    field: 'idNumber',
    heldByUnionId: '',
  }));
  const members = () => accepted('GET', `/unions/${union.unionId}/member-count`);

  test('497 join, and three are listed with the rule that fails', async () => {
    const answer = await accepted('POST', '/members/batches', batch(union, rows));
    expect(answer).toEqual({ joined: 497, unchanged: 0, refused: listed });
    expect(await members()).toMatchObject({ active: 497 });
  });

  test('the same batch again, under another key, changes nothing', async () => {
    const again = await accepted('POST', '/members/batches', batch(union, rows));
    expect(again).toEqual({ joined: 0, unchanged: 497, refused: listed });
    expect(await members()).toMatchObject({ active: 497 });
  });

  test('who is a member elsewhere is offered a transfer, in a batch and alone', async () => {
    const [one, two] = people as [PersonRow, PersonRow];
    const held = { code: 'ALREADY_MEMBER', heldByUnionId: union.unionId };
    expect(await accepted('POST', '/members/batches', batch(other, [one, two]))).toMatchObject({
      joined: 0,
      refused: [
        { row: 1, ...held },
        { row: 2, ...held },
      ],
    });
    const alone = {
      unionId: other.unionId,
      person: one,
      channel: 'PAPER',
      appliedOn: '2020-06-01',
    };
    expect(await refused('/members/applications', alone)).toMatchObject({
      status: 409,
      code: 'ALREADY_MEMBER',
      details: { heldByUnionId: union.unionId },
    });
  });

  test('a union with active members is not dissolved', async () => {
    const at = `/unions/${union.unionId}`;
    const end = async () => ({
      effectiveOn: '2021-03-01',
      replyDocNo: '批2号',
      expectedVersion: await versionOf(union),
    });
    expect(await refused(`${at}/dissolution`, await end())).toMatchObject({ code: 'NOT_CLOSING' });
    const closing = { reason: '企业终止', expectedVersion: await versionOf(union) };
    await accepted('POST', `${at}/closing`, closing);
    // Until membership has heard of the closing, somebody might still join.
    await eventually(async () => {
      expect(await refused(`${at}/dissolution`, await end())).toMatchObject({
        status: 422,
        code: 'HAS_ACTIVE_MEMBERS',
        details: { active: 497 },
      });
    });
  });

  test('no answer and no log names any of them, also when they are sought and listed', async () => {
    await accepted('POST', '/members/search', { text: people[0]?.idNumber });
    await accepted('GET', `/members?union_id=${union.unionId}&limit=200`);
    const words = [...wordsOf(people), ...wordsOf(rows)];
    expect(words).toContain(impossibleDay);
    expect(wordsFound(county.everythingSaid(), words)).toEqual({});
  });
});

/** The same number with another check character. */
function withWrongCheck(idNumber: string): string {
  return `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`;
}
