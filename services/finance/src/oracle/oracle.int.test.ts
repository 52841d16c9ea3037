// A program that is not ours, from the distribution's packages, adds five years up again and says whether it agrees.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openUnion, startFinance, type Service } from '../ledger/scene.ts';
import { draw, postFiveYears, YEARS } from './five-years.ts';

const hledger = process.env.HLEDGER ?? 'hledger';
const found = spawnSync(hledger, ['--version']).status === 0;
if (!found)
  console.error('NO hledger: nobody else adds the books up (Debian: apt-get install hledger)');

const SEED = 20_261_121;
const folder = mkdtempSync(path.join(tmpdir(), 'gonglian-oracle-'));

let service: Service;
let unionId: string;
let vouchers: number;
let whole: string;
beforeAll(async () => {
  service = await startFinance();
  unionId = await openUnion(service);
  vouchers = await postFiveYears(service, unionId, SEED);
  whole = await journalOf(0);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await service.stop();
});

async function journalOf(year: number): Promise<string> {
  const client = service.client({ deadlineMs: 30_000 });
  const call = { token: await service.token({ duty: 'auditor' }), idempotencyKey: 'x' };
  const ask = { unionId, year, listing: 'JOURNAL' };
  const pieces: Buffer[] = [];
  for await (const { content } of client.exportBook(ask, call) as AsyncIterable<FileChunk>)
    pieces.push(Buffer.from(content));
  return Buffer.concat(pieces).toString();
}

/** Strictly: every account and the currency declared, every transaction balanced, every assertion true. */
function checked(journal: string): { code: number | null; output: string } {
  const file = path.join(folder, 'book.journal');
  writeFileSync(file, journal);
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync(hledger, ['-s', '-f', file, 'check'], {
    env,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { code: status, output: stdout + stderr };
}

describe.runIf(found)(`hledger on five years of seed ${SEED}`, () => {
  test('agrees with every month, the book as a whole and each year of it', async () => {
    expect(vouchers).toBeGreaterThan(700);
    expect(whole.match(/^\d{4}-\d\d-\d\d\S* \(\d+\) /gm)).toHaveLength(vouchers);
    expect(whole.match(/^\S+ \(月末\) /gm)).toHaveLength(YEARS.length * 12);
    expect(checked(whole)).toEqual({ code: 0, output: '' });
    for (const year of YEARS)
      expect(checked(await journalOf(year))).toEqual({ code: 0, output: '' });
    const { clean } = await service.call('verifyLedger', { unionId }, { duty: 'auditor' });
    expect(clean).toBe(true);
  });

  test('all kinds are in it: taken back, late, opened again, closed over the year', async () => {
    const kinds = await service.sql<{ kind: string; late: boolean; back: boolean }>`
      select distinct kind, to_char(event_on, 'YYYY-MM') <> period as late, reverses_no is not null as back
      from voucher`;
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
      new Set(['RECEIPT', 'REMIT', 'SHARE', 'PAYMENT', 'ALLOCATION', 'MANUAL', 'YEAR_CLOSE']),
    );
    expect(kinds.some(({ late }) => late) && kinds.some(({ back }) => back)).toBe(true);
  });

  type Damage = [what: string, says: RegExp, damage: (journal: string) => string];
  const entry = /^\d{4}-\d\d-\d\d\S* \(\d+\) .*\n(?: {4}.*\n)+\n/gm;
  const oneOf = (journal: string) => {
    const all = journal.match(entry) ?? [];
    return all[draw(SEED, 0, all.length)] as string;
  };
  test.each<Damage>([
    ['a voucher that is missing', /balance assertion/i, (j) => j.replace(oneOf(j), '')],
    [
      'a voucher that stands twice',
      /balance assertion/i,
      (j) => j.replace(oneOf(j), (one) => one + one),
    ],
    [
      'one leg',
      /could not balance/i,
      (j) => j.replace(oneOf(j), (one) => one.replace(/(\d)\.(\d)/, '1$1.$2')),
    ],
    ['both sides, debit for credit', /balance assertion/i, (j) => j.replace(oneOf(j), turned)],
    ['a fen of a month’s end', /balance assertion/i, (j) => bentEnd(j)],
    [
      'an account that nobody declared',
      /undeclared account/i,
      (j) => j.replace(/^account 资产:102.*\n/m, ''),
    ],
  ])('%s: it says so', (_, says, damage) => {
    const damaged = damage(whole);
    expect(damaged).not.toBe(whole);
    const { code, output } = checked(damaged);
    expect(code).not.toBe(0);
    expect(output).toMatch(says);
  });
});

/** Balanced as before, and the wrong way round. */
const turned = (entry: string) =>
  entry.replaceAll(/(-?)(\d+\.\d\d CNY)/g, (_, minus: string, yuan: string) =>
    minus === '' ? `-${yuan}` : yuan,
  );

/** A fen more in the last assertion but a few. */
function bentEnd(journal: string): string {
  const at = journal.lastIndexOf('= ');
  const end = journal.indexOf(' CNY', at);
  const last = Number(journal[end - 1]);
  return `${journal.slice(0, end - 1)}${(last + 1) % 10}${journal.slice(end)}`;
}
