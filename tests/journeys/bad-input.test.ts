import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officerName } from '../../deploy/local/demo/foundings.ts';
import type { PersonRow } from '../../deploy/local/demo/people.ts';
import type { UnionRow } from '../../deploy/local/demo/unions.ts';
import { openApi, send, type Answer, type Api, type Ask } from '../api.ts';
import { openFederation } from '../federation.ts';
import { openClerk, somePeople, unionRow, type Clerk } from './work.ts';

// What a county's gateway says to what it cannot take: a rule by its name, and never a word about a person.

const COUNTY = '321084';
const federation = openFederation(9_200);
let api: Api;
let clerk: Clerk;
let union: UnionRow;
let other: UnionRow;
/** Every answer of this file, to be searched for people in the end. */
const answers: Answer[] = [];

beforeAll(async () => {
  await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
  const origin = federation.origin(COUNTY);
  api = await openApi(origin);
  clerk = await openClerk(origin, COUNTY);
  union = await clerk.enrolUnion();
  other = await clerk.enrolUnion();
});
afterAll(() => federation.remove());

async function ask(method: string, at: string, given: Ask = {}): Promise<Answer> {
  const answer = await api.ask(method, at, given);
  answers.push(answer);
  return answer;
}

interface Problem {
  code: string;
  details?: object;
}

/** The answer is a problem that names this rule. */
function expectProblem(answer: Answer, status: number, problem: Problem): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({
    status,
    body: { status, type: `urn:gonglian:problem:${problem.code}`, ...problem },
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect((answer.body as { title: string }).title).not.toBe('');
}

async function accepted<Body>(method: string, at: string, given: Ask): Promise<Body> {
  const answer = await ask(method, at, given);
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
  return answer.body as Body;
}

// Synthetic people whose names and telephones stand nowhere else.
const people: PersonRow[] = somePeople(0, 500).map((row, n) => ({
  ...row,
  name: `查无${officerName(n)}`,
  phone: `1990077${String(n).padStart(4, '0')}`,
}));
const [first] = people as [PersonRow];
const batch = (rows: readonly object[], of = union) => ({
  unionId: of.unionId,
  joinedOn: '2020-05-06',
  rows,
});

describe('a request that is none', () => {
  const person = (fields: object) => ({ body: batch([{ ...first, ...fields }]) });
  const cases: [string, string, Ask, number, Problem][] = [
    [
      'a body above 4 MB',
      '/members/batches',
      { body: `{"unionId":"${'x'.repeat(4 * 1024 * 1024)}"}` },
      413,
      { code: 'BODY_TOO_LARGE' },
    ],
    ['half a body', '/members/batches', { body: '{"unionId":' }, 400, { code: 'MALFORMED_JSON' }],
    [
      'brackets without end',
      '/members/batches',
      { body: '['.repeat(200_000) },
      400,
      { code: 'MALFORMED_JSON' },
    ],
    [
      'a key given twice',
      '/members/batches',
      { body: `{"unionId":"a","unionId":"b"}` },
      400,
      { code: 'MALFORMED_JSON' },
    ],
    [
      'an unknown field',
      '/members/batches',
      person({ idNo: '1' }),
      400,
      { code: 'UNKNOWN_FIELD', details: { field: 'rows[0].idNo' } },
    ],
    [
      'a number for a text',
      '/members/batches',
      person({ name: 7 }),
      400,
      { code: 'FIELD_INVALID', details: { field: 'rows[0].name', expected: 'string' } },
    ],
    [
      'a text for a list',
      '/members/batches',
      { body: { ...batch([]), rows: 'all' } },
      400,
      { code: 'FIELD_INVALID', details: { field: 'rows', expected: 'array' } },
    ],
    [
      'a number too large for its field',
      '/verifications',
      { body: { waitSeconds: 99_999_999_999 } },
      400,
      { code: 'FIELD_INVALID', details: { field: 'waitSeconds', expected: 'int32' } },
    ],
    [
      'a day that no calendar has',
      '/members/batches',
      { body: { ...batch([first]), joinedOn: '2020-02-30' } },
      400,
      { code: 'FIELD_INVALID', details: { field: 'joinedOn', rule: 'not_a_date' } },
    ],
    [
      'more rows than a call takes',
      '/members/batches',
      { body: batch(Array.from({ length: 2_001 }, () => ({}))) },
      400,
      { code: 'FIELD_INVALID', details: { field: 'rows' } },
    ],
    [
      'no Idempotency-Key',
      '/members/batches',
      { body: batch([first]), key: null },
      400,
      { code: 'IDEMPOTENCY_KEY_MISSING' },
    ],
    [
      'a form',
      '/members/batches',
      { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      { code: 'UNSUPPORTED_MEDIA_TYPE' },
    ],
  ];

  test.each(cases)('%s is named', async (_what, at, given, status, problem) => {
    expectProblem(await ask('POST', at, given), status, problem);
  });

  test('a character that no database keeps is refused where it is written and where it is sought', async () => {
    const rows = [{ ...unionRow(COUNTY, 90), name: '工\u0000会' }];
    expectProblem(await ask('POST', '/unions/enrolments', { body: { rows } }), 400, {
      code: 'CHARACTER_INVALID',
    });
    expectProblem(await ask('GET', '/unions?search=%00'), 400, { code: 'CHARACTER_INVALID' });
  });
});

describe('an Idempotency-Key', () => {
  const key = 'the clerk pressed the button twice';
  const group = { unitId: crypto.randomUUID(), name: '一组', level: 'GROUP' };
  const body = { rows: [{ ...group, establishedOn: '2020-06-01' }] };

  test('with the same body answers the same, five times at once and again', async () => {
    const at = `/unions/${union.unionId}/units`;
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => ask('POST', at, { body, key })));
    all.push(await ask('POST', at, { body, key }));
    expect(all.map(({ status, text }) => ({ status, text }))).toEqual(
      all.map(() => ({ status: 200, text: '{"added":1,"unchanged":0}' })),
    );
  });

  test.each([
    ['another body', () => `/unions/${union.unionId}/units`, { rows: [] }],
    ['another command', () => `/unions/${union.unionId}/name`, nameChange('新名', '2020-06-01', 1)],
  ])('with %s is refused', async (_what, at, given) => {
    const rows = [{ ...group, name: '二组', establishedOn: '2020-06-01' }];
    const sent = 'rows' in given ? { rows } : given;
    expectProblem(await ask('POST', at(), { body: sent, key }), 422, {
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });
});

const nameChange = (name: string, effectiveOn: string, expectedVersion: number) => ({
  name,
  effectiveOn,
  expectedVersion,
});

describe('what is not there is not there, whoever asks', () => {
  const id = crypto.randomUUID();
  test.each([
    ['GET', `/unions/${id}`],
    ['GET', `/unions/${id}/history`],
    ['GET', `/members/${id}`],
    ['GET', `/elections/${id}`],
    ['GET', `/rollup?union_id=${id}&period=2020`],
    ['POST', `/unions/${id}/name`],
    ['POST', `/members/${id}/retention`],
    ['POST', `/transfers/${id}/acceptance`],
    ['POST', `/elections/${id}/review`],
  ])('%s %s', async (method, at) => {
    const bodies: Record<string, object> = {
      name: nameChange('新名', '2020-06-01', 1),
      retention: { reason: 'retired', effectiveOn: '2020-06-01', expectedVersion: 1 },
      acceptance: { expectedVersion: 1 },
      review: { reviewedOn: '2020-06-01', expectedVersion: 1 },
    };
    const body = bodies[path.posix.basename(at)];
    const answer = await ask(method, at, method === 'POST' && body ? { body } : {});
    const { code } = answer.body as Problem;
    expect(code).toMatch(/^(NOT_FOUND|[A-Z]+(_UNION)?_UNKNOWN)$/);
    expectProblem(answer, 404, { code });
  });

  test('nobody joins a union that nobody knows', async () => {
    const body = batch([first], { ...union, unionId: id });
    const answer = await ask('POST', '/members/batches', { body });
    expectProblem(answer, 404, { code: 'UNION_UNKNOWN', details: { unionId: id } });
  });
});

describe('the tree', () => {
  const rename = (name: string, on: string, version: number) =>
    ask('POST', `/unions/${union.unionId}/name`, { body: nameChange(name, on, version) });

  test('a union does not change before it was founded, nor by who has seen an older version', async () => {
    const { version } = await api.get<{ version: number }>(`/unions/${union.unionId}`);
    expectProblem(await rename('新名', '2011-03-31', version), 422, {
      code: 'EFFECTIVE_BEFORE_FOUNDING',
      details: { establishedOn: '2011-04-01' },
    });
    expectProblem(await rename('新名', '2020-06-01', version + 1), 412, { code: 'VERSION_MOVED' });
  });

  test('a parent of the wrong level is refused by the row, and so is one that is not there', async () => {
    const rows = [
      { ...unionRow(COUNTY, 91), parentId: union.unionId },
      { ...unionRow(COUNTY, 92), parentId: crypto.randomUUID() },
    ];
    expect(await accepted('POST', '/unions/enrolments', { body: { rows } })).toMatchObject({
      enrolled: 0,
      refused: [
        { row: 1, code: 'PARENT_LEVEL_WRONG', field: 'parentId' },
        { row: 2, code: 'PARENT_UNKNOWN', field: 'parentId' },
      ],
    });
    const move = { effectiveOn: '2020-06-01', replyDocNo: '批1号', expectedVersion: 1 };
    const body = { ...move, parentId: other.unionId };
    const answer = await ask('POST', `/unions/${other.unionId}/parent`, { body });
    expectProblem(answer, 422, { code: 'CYCLE_IN_TREE' });
  });

  test('a circle on the industrial line is refused', async () => {
    const lead = async (below: UnionRow, above: UnionRow) => {
      const { version } = await api.get<{ version: number }>(`/unions/${below.unionId}`);
      return ask('POST', `/unions/${below.unionId}/industrial-parent`, {
        body: {
          industrialParentId: above.unionId,
          effectiveOn: '2020-07-01',
          expectedVersion: version,
        },
      });
    };
    const [a, b] = [await sectorUnion(), await sectorUnion()];
    expect((await lead(a, b)).status).toBe(200);
    expectProblem(await lead(b, a), 422, { code: 'CYCLE_IN_TREE' });
  });

  async function sectorUnion(): Promise<UnionRow> {
    const row = { ...unionRow(COUNTY, 93), level: 'TOWNSHIP', kind: 'SECTOR_JOINT_FED' };
    const body = { rows: [row] };
    expect(await accepted('POST', '/unions/enrolments', { body })).toMatchObject({ enrolled: 1 });
    return row;
  }
});

describe('five hundred people, three of them with a wrong number', () => {
  const wrong: Record<number, [code: string, idNumber: string]> = {
    17: ['CHECKSUM', withCheck(people[16]?.idNumber ?? '')],
    251: ['DATE_INVALID', '329999196302310018'],
    500: ['LENGTH_OR_CHARSET', '32999919630201'],
  };
  const rows = people.map((row, n) => {
    const [, idNumber] = wrong[n + 1] ?? [];
    return idNumber ? { ...row, idNumber } : row;
  });
  const refused = Object.entries(wrong).map(([row, [code]]) => ({
    row: Number(row),
    code,
    field: 'idNumber',
    heldByUnionId: '',
  }));

  test('497 join, and three are listed with the rule that fails', async () => {
    // Membership hears of a new union a moment after organisation has answered.
    await eventually(async () => {
      await api.get(`/unions/${union.unionId}/member-count`);
      const answer = await accepted('POST', '/members/batches', { body: batch(rows) });
      expect(answer).toEqual({ joined: 497, unchanged: 0, refused });
    });
    expect(await count(union)).toMatchObject({ active: 497 });
  });

  test('the same batch again, under another key, changes nothing', async () => {
    const again = await accepted('POST', '/members/batches', { body: batch(rows) });
    expect(again).toEqual({ joined: 0, unchanged: 497, refused });
    expect(await count(union)).toMatchObject({ active: 497 });
  });

  test('who is a member elsewhere is offered a transfer, in a batch and alone', async () => {
    const [one, two] = people as [PersonRow, PersonRow];
    const heldByUnionId = union.unionId;
    const inBatch = await accepted<{ refused: object[] }>('POST', '/members/batches', {
      body: batch([one, two], other),
    });
    expect(inBatch).toMatchObject({
      joined: 0,
      refused: [
        { row: 1, code: 'ALREADY_MEMBER', heldByUnionId },
        { row: 2, code: 'ALREADY_MEMBER', heldByUnionId },
      ],
    });
    const body = {
      unionId: other.unionId,
      person: one,
      channel: 'PAPER',
      appliedOn: '2020-06-01',
    };
    const alone = await ask('POST', '/members/applications', { body });
    expectProblem(alone, 409, { code: 'ALREADY_MEMBER', details: { heldByUnionId } });
  });

  test('a union with active members is not dissolved', async () => {
    const at = `/unions/${union.unionId}`;
    const version = async () => (await api.get<{ version: number }>(at)).version;
    const end = (expectedVersion: number) => ({
      body: { effectiveOn: '2021-03-01', replyDocNo: '批2号', expectedVersion },
    });
    const early = await ask('POST', `${at}/dissolution`, end(await version()));
    expectProblem(early, 422, { code: 'NOT_CLOSING' });
    await accepted('POST', `${at}/closing`, {
      body: { reason: '企业终止', expectedVersion: await version() },
    });
    await eventually(async () => {
      const answer = await ask('POST', `${at}/dissolution`, end(await version()));
      expectProblem(answer, 422, { code: 'HAS_ACTIVE_MEMBERS', details: { active: 497 } });
    });
  });
});

async function count({ unionId }: UnionRow): Promise<object> {
  return accepted('GET', `/unions/${unionId}/member-count`, {});
}

/** The same number with another check character. */
function withCheck(idNumber: string): string {
  return `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`;
}

test('an auditor reads and changes nothing', async () => {
  const auditor = await openApi(federation.origin(COUNTY), 'auditor');
  const answer = await auditor.ask('POST', '/members/batches', { body: batch([first]) });
  expectProblem(answer, 403, { code: 'PERMISSION_MISSING' });
});

describe('the OpenAPI document', () => {
  interface Document {
    openapi: string;
    paths: Record<string, Record<string, { security?: object[] }>>;
  }

  test('lists operations of which each answers 401 without a session', async () => {
    const { body, status } = await send(federation.origin(COUNTY), 'GET', '/openapi.json');
    expect(status).toBe(200);
    const { openapi, paths } = body as Document;
    expect(openapi).toBe('3.1.0');
    const operations = Object.entries(paths).flatMap(([at, methods]) =>
      Object.entries(methods).map(([method, { security }]) => ({ at, method, security })),
    );
    expect(operations.length).toBeGreaterThan(50);
    for (const { at, method, security } of operations.filter((one) => !one.security)) {
      expect(security).toBeUndefined();
      const upper = method.toUpperCase();
      const asked = upper === 'GET' || upper === 'DELETE' ? {} : { body: {} };
      const answer = await send(federation.origin(COUNTY), upper, at, asked);
      expect({ at, method, status: answer.status }).toEqual({ at, method, status: 401 });
      expectProblem(answer, 401, { code: 'SESSION_MISSING' });
    }
  });

  test('leaves only itself and the log-in open', async () => {
    const { body } = await send(federation.origin(COUNTY), 'GET', '/openapi.json');
    const open = Object.entries((body as Document).paths).flatMap(([at, methods]) =>
      Object.entries(methods)
        .filter(([, { security }]) => security?.length === 0)
        .map(([method]) => `${method} ${at}`),
    );
    expect(open.toSorted()).toEqual(['delete /session', 'get /openapi.json', 'post /session']);
  });
});

test('no answer and no log names a person', async () => {
  await ask('GET', `/members?id_number=${first.idNumber}`);
  await ask('GET', `/members?union_id=${union.unionId}&limit=200`);
  const planted = [...people, { ...first, idNumber: '329999196302310018' }].flatMap(
    ({ idNumber, name, phone }) => [idNumber, name, phone],
  );
  const texts: Record<string, string> = Object.fromEntries(logs().map((log) => [log, read(log)]));
  for (const [n, { text }] of answers.entries()) texts[`answer ${n}`] = text;
  for (const [where, text] of Object.entries(texts)) {
    // The masked name keeps its first character; the planted ones are longer.
    expect({ where, found: planted.filter((word) => text.includes(word)) }).toEqual({
      where,
      found: [],
    });
  }
});

/** Everything that the federation's programs have written for people to read. */
function logs(): string[] {
  return readdirSync(federation.home, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.log(\.\d)?$/.test(name))
    .map((name) => path.join(federation.home, name));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
