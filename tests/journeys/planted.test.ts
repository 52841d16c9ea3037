import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { eventually } from '@gonglian/testing/eventually.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import { batch, people, wordsFound } from './county.ts';
import { unionRow } from './work.ts';

// People with names, telephones and numbers that stand nowhere else go through everything a county does with them. Then
// all is read that the county leaves behind: what it logs, measures and traces, what its broker keeps, its database.

const COUNTY = '321084';
const federation = await openFederation();
const union = unionRow(COUNTY, 1);
const planted = people
  .slice(0, 12)
  .map((row, n) => ({ ...row, name: `䶮𠮷${row.name}${'甲乙丙丁戊己庚辛壬癸子丑'[n]}` }));
const words = planted.flatMap(({ name, phone, idNumber }) => [name, phone, idNumber]);
/** As text, and as the database writes bytes. */
const traces = [...words, ...words.map((word) => Buffer.from(word).toString('hex'))];

let api: Api;
const collected: string[] = [];
const collector = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    collected.push(Buffer.concat(parts).toString());
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  });
});
let metricsPort = 0;

beforeAll(async () => {
  await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  const { port } = collector.address() as { port: number };
  metricsPort = federation.port + 15;
  const config = {
    ...federation.config(COUNTY),
    otlpUrl: `http://127.0.0.1:${port}/v1/traces`,
    metricsPort,
  };
  await federation.killHard(`node-${COUNTY}`);
  await federation.startNode(COUNTY, config);
  api = await openApi(federation.origin(COUNTY));
  await api.post('/unions/enrolments', { rows: [union] });
  await eventually(async () => {
    await api.get(`/unions/${union.unionId}/member-count`);
    await api.post('/join-links', { unionId: union.unionId, expiresOn: soon() });
  });
});
afterAll(async () => {
  await federation.remove();
  collector.close();
});

const soon = () => new Date(Date.now() + 7 * 24 * 3600 * 1000).toISOString().slice(0, 10);

test('they join, apply, are looked for, looked at, corrected and refused', async () => {
  const joined = await api.post<{ joined: number }>(
    '/members/batches',
    batch(union, planted.slice(0, 8)),
  );
  expect(joined.joined).toBe(8);
  await api.post('/members/batches', batch(union, planted.slice(0, 8)));
  const damaged = planted
    .slice(8, 10)
    .map((row) => ({ ...row, idNumber: `${row.idNumber.slice(0, 17)}?` }));
  await api.post('/members/batches', batch(union, damaged));
  await api.post('/members/applications', {
    unionId: union.unionId,
    person: planted[10],
    channel: 'PAPER',
    appliedOn: '2020-06-01',
  });
  const [first] = planted;
  const found = await api.post<{ items: { memberId: string }[] }>('/members/search', {
    text: first?.idNumber,
  });
  expect(found.items).toHaveLength(1);
  const memberId = found.items[0]?.memberId ?? '';
  await api.post('/members/search', { text: first?.name.slice(0, 3) });
  await api.post('/members/search', { text: first?.phone.slice(-4) });
  const shown = await api.post<{ name: string; idNumber: string }>(`/members/${memberId}/reveal`, {
    fields: ['name', 'id_number', 'phone'],
    reasonCode: 'verification',
    reason: '当面核对证件原件',
  });
  expect(shown).toMatchObject({ name: first?.name, idNumber: first?.idNumber });
  await api.get(`/members/${memberId}`);
  await api.get('/members?limit=50');
  // What somebody types in the wrong place is a person all the same.
  for (const at of [
    `/members?id_number=${first?.idNumber}`,
    `/members/${first?.idNumber}`,
    `/${first?.phone}`,
  ]) {
    expect((await api.ask('GET', at)).status).toBeGreaterThanOrEqual(400);
  }
  const half = JSON.stringify({ rows: planted }).slice(0, -3);
  expect((await api.ask('POST', '/members/batches', { body: half })).status).toBe(400);
  const misplaced = { unionId: first?.idNumber, joinedOn: first?.name, rows: [] };
  expect((await api.ask('POST', '/members/batches', { body: misplaced })).status).toBe(400);
});

test('no log, no file of the broker and no file of the database names them', async () => {
  const files = readdirSync(federation.home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(files.filter((file) => file.endsWith('.log')).length).toBeGreaterThan(2);
  expect(files.some((file) => file.includes('jetstream'))).toBe(true);
  const said = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
  expect(wordsFound(said, words)).toEqual({});
});

test('no row of the database names them', async () => {
  const { database } = federation.config(COUNTY);
  const client = new Client({
    ...database,
    host: '127.0.0.1',
    database: database.name,
    user: database.owner.user,
    password: database.owner.password,
  });
  await client.connect();
  const tables = await client.query<{ at: string }>(`
    select format('%I.%I', table_schema, table_name) as at from information_schema.tables
    where table_schema in ('organisation', 'membership', 'competitions', 'welfare', 'finance', 'sync') and table_type = 'BASE TABLE'`);
  expect(tables.rows.length).toBeGreaterThan(30);
  const said: Record<string, string> = {};
  await client.query(`begin; select set_config('gonglian.reach', 'all', true)`);
  for (const { at } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${at} as t`);
    said[at] = rows.map(({ row }) => row).join('\n');
  }
  await client.end();
  expect(said['membership.person']).toContain('\\x');
  expect(said['membership.access_log']).toContain('当面核对证件原件');
  expect(wordsFound(said, traces)).toEqual({});
});

test('no metric and no trace names them', async () => {
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(metrics).toContain('gonglian_');
  await eventually(() => expect(collected.join('')).toContain('revealMember'), {
    timeoutMs: 30_000,
  });
  expect(wordsFound({ metrics, traces: collected.join('\n') }, words)).toEqual({});
});

test('the log of who looked knows the one that was looked at', async () => {
  const auditor = await openApi(federation.origin(COUNTY), 'auditor');
  const found = await auditor.post<{ items: { memberId: string }[] }>('/members/search', {
    text: planted[0]?.idNumber,
  });
  const log = await auditor.get<{ items: { how: string; duty: string; reason: string }[] }>(
    `/members/${found.items[0]?.memberId}/access-log`,
  );
  expect(log.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ how: 'reveal', duty: 'clerk', reason: '当面核对证件原件' }),
    ]),
  );
});
