import { newId } from '@gonglian/kernel/id.ts';
import { expect, test } from 'vitest';
import { testVault } from '../fixtures.ts';
import { sealPerson } from '../member/person.ts';
import { writePage, type SealedPage } from './export-page.ts';
import { writeInThread } from './page-thread.ts';

const vault = testVault();
const unionId = newId();
const somebody = {
  idNumber: '329999199001012013',
  name: '张示范',
  phone: '',
  birthDate: '1990-01-01',
};

function line(memberId: string, place = memberId): string {
  const sealed = `\\x${sealPerson(vault, place, somebody).bytes.toString('hex')}`;
  return [memberId, unionId, 'ACTIVE', '1', '', '7', sealed].join('\t');
}

function pageOf(lines: readonly string[], changes: Partial<SealedPage> = {}): SealedPage {
  return {
    packedRows: lines.join('\n'),
    codes: new Map(),
    unionNames: new Map([[unionId, '合成,工会']]),
    keys: vault.openingKeys(),
    actor: { duty: 'clerk', scope: 'elsewhere' },
    fields: ['name', 'id_number', 'phone', 'joined_on', 'union'],
    format: 'csv',
    firstRow: 3,
    ...changes,
  };
}

test('a page comes as it would be written here; what is not known is empty', async () => {
  const page = pageOf([line(newId()), line(newId())]);
  const text = (await writeInThread(page)).toString();
  expect(text).toBe('张*范,**************2013,,,"合成,工会"\r\n'.repeat(2));
  const xlsx = pageOf([line(newId())], { format: 'xlsx', firstRow: 9 });
  const xml = (await writeInThread(xlsx)).toString();
  expect(xml).toContain('<row r="9"><c r="A9"');
  expect(xml).toBe(Buffer.from(writePage(xlsx)).toString());
});

test('a page of nobody is nothing', async () => {
  expect(await writeInThread(pageOf([]))).toHaveLength(0);
  expect(await writeInThread(pageOf([], { format: 'xlsx' }))).toHaveLength(0);
});

test('each of many at once gets its own answer, and one that is refused harms no other', async () => {
  const asked = Array.from({ length: 12 }, (_, n) => {
    const member = newId();
    const place = n % 3 === 0 ? newId() : member;
    return writeInThread(pageOf(Array.from({ length: n + 1 }, () => line(member, place))));
  });
  const answers = await Promise.allSettled(asked);
  const found = answers.map((one) =>
    one.status === 'fulfilled' ? one.value.toString().split('\r\n').length - 1 : one.reason.code,
  );
  expect(found).toEqual(asked.map((_, n) => (n % 3 === 0 ? 'SEAL_BROKEN' : n + 1)));
});

test('a key that is not there is named', async () => {
  await expect(writeInThread(pageOf([line(newId())], { keys: new Map() }))).rejects.toMatchObject({
    code: 'SEAL_UNKNOWN',
  });
});
