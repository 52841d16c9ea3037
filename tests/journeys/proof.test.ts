import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '../api.ts';
import { openFederation } from '../federation.ts';
import { collect, COUNTY } from './money.ts';

// The auditor's walk on the command line: export, verify elsewhere, tamper with the file, tamper with the database.

const federation = await openFederation();
const unionId = nodeRootUnionId(COUNTY);
const file = (name: string) => path.join(federation.home, name);
const take = (name: string) =>
  federation.demand('audit', 'export', '--node', COUNTY, '--out', file(name), '--reason', '年审');
const STATEMENT = 'posted_on,amount,serial,purpose\n2026-03-20,20000.00,S1,代收经费';
let key: string;

beforeAll(async () => {
  await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
  const finance = await openApi(federation.origin(COUNTY), 'finance');
  await collect(finance);
  await finance.post(`/ledger/books/${unionId}/vouchers/1/reversal`, {
    eventOn: '2026-03-21',
    reason: '更正',
  });
  await finance.post('/bank-accounts', {
    unionId,
    bank: 'bank-1',
    holderName: '高邮市总工会',
    accountNumber: '32050174883600000123',
    bankCode: '105312500018',
  });
  await finance.post('/bank-statements', {
    unionId,
    bank: 'bank-1',
    month: '2026-03',
    openingFen: '0',
    closingFen: '2000000',
    fileName: '对账单.csv',
    content: Buffer.from(STATEMENT).toString('base64'),
  });
  key = (await federation.demand('audit', 'key')).trim().split('\n').at(-1) ?? '';
});
afterAll(() => federation.remove());

test('what the auditor takes away verifies, here and on a machine with nothing but Node.js', async () => {
  expect(await take('first')).toContain(`--key ${key}`);
  const said = await federation.demand('audit', 'verify', file('first'), '--key', key);
  expect(said).toContain('核验通过');
  expect(said).toContain('1 books, 2 vouchers');
  // A copy of the folder, outside of the project: no package of it is to be found there.
  cpSync('libs/proof/src', file('verifier'), { recursive: true });
  const args = [file('verifier/main.ts'), file('first'), '--key', key];
  const alone = spawnSync(process.execPath, args, { cwd: federation.home, encoding: 'utf8' });
  expect(alone).toMatchObject({ status: 0 });
  expect(alone.stdout).toContain('verified: every byte is as signed');
});

test('one byte of it changed: the verifier names it, what it is and what it was', async () => {
  const bytes = readFileSync(file('first'));
  const at = bytes.indexOf('税务代收经费');
  const was = bytes[at] ?? 0;
  bytes[at] = was ^ 1;
  writeFileSync(file('touched'), bytes);
  const { code, output } = await federation.run('audit', 'verify', file('touched'), '--key', key);
  expect(code).toBe(1);
  const hex = (byte: number) => `0x${byte.toString(16)}`;
  expect(output).toContain(
    `偏移 ${at} 字节处，凭证 1，字段 summary，现为 ${hex(was ^ 1)}，原为 ${hex(was)}`,
  );
});

test('the documents of the package against a folder: absent, changed, there', async () => {
  const folder = file('documents');
  mkdirSync(folder);
  const verify = () =>
    federation.run('audit', 'verify', file('first'), '--key', key, '--documents', folder);
  const absent = await verify();
  expect(absent).toMatchObject({ code: 0 });
  const id = /absent: bank-statement (\S+),/.exec(absent.output)?.[1] ?? '';
  expect(id).not.toBe('');
  writeFileSync(path.join(folder, `bank-statement-${id}.csv`), `${STATEMENT}元`);
  const changed = await verify();
  expect(changed).toMatchObject({ code: 1 });
  expect(changed.output).toContain(`文件已改动：bank-statement ${id}，见 bank-statement-${id}.csv`);
  writeFileSync(path.join(folder, '三月对账单.csv'), STATEMENT);
  const there = await verify();
  expect(there).toMatchObject({ code: 0 });
  expect(there.output).toContain('documents: 1 there, 0 changed, 0 absent; 1 files are none of');
});

test('an amount changed in the database by its owner: both verifiers name the voucher', async () => {
  const { database } = federation.config(COUNTY);
  const { user, password } = database.owner;
  const owner = new Client({
    ...database,
    host: '127.0.0.1',
    database: database.name,
    user,
    password,
  });
  await owner.connect();
  await owner.query(`
    set search_path = finance;
    select set_config('gonglian.reach', 'all', false);
    alter table leg disable trigger all; alter table leg_2026 disable trigger all;
    update leg set amount_fen = amount_fen * 2 where no = 1;
    alter table leg enable always trigger never_changed;`);
  await owner.end();
  const recount = await federation.run('verify', '--nodes', COUNTY);
  expect(recount).toMatchObject({ code: 1 });
  expect(recount.output).toContain('I9_LEAVES, first at voucher 1');
  await take('second');
  const older = ['--since', file('first')];
  const found = await federation.run('audit', 'verify', file('second'), '--key', key, ...older);
  expect(found.code).toBe(1);
  expect(found.output).toMatch(/凭证 1，字段 leg 1\.amountFen，.*记录内容与其哈希不符/);
});
