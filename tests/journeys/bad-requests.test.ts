import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, send, type Ask } from '../api.ts';
import { batch, COUNTY, openCounty, people, problemOf, wordsFound, wordsOf } from './county.ts';
import { unionRow } from './work.ts';

// What a gateway says to requests that are none, come twice, or are nobody's: a rule by its name.

const union = unionRow(COUNTY, 1);
const county = await openCounty();
const [first] = people;
beforeAll(() => county.start([union]));
afterAll(() => county.remove());

const person = (fields: object) => ({ body: batch(union, [{ ...first, ...fields }]) });
const malformed: [string, Ask, number, string, object?][] = [
  ['above 4 MB', { body: `{"unionId":"${'x'.repeat(4 << 20)}"}` }, 413, 'BODY_TOO_LARGE'],
  ['half a body', { body: '{"unionId":' }, 400, 'MALFORMED_JSON'],
  ['brackets without end', { body: '['.repeat(200_000) }, 400, 'MALFORMED_JSON'],
  [
    'a key given twice',
    { body: '{"unionId":"a","unionId":"b"}' },
    400,
    'FIELD_REPEATED',
    { field: 'unionId' },
  ],
  ['an unknown field', person({ idNo: 1 }), 400, 'UNKNOWN_FIELD', { field: 'rows[0].idNo' }],
  ['a number for a text', person({ name: 7 }), 400, 'FIELD_INVALID', { field: 'rows[0].name' }],
  ['a text for a list', { body: { rows: 'all' } }, 400, 'FIELD_INVALID', { field: 'rows' }],
  [
    'a day that no calendar has',
    { body: { ...batch(union, [{}]), joinedOn: '2020-02-30' } },
    400,
    'FIELD_INVALID',
    { field: 'joinedOn', rule: 'not_a_date' },
  ],
  [
    'more rows than a call takes',
    {
      body: batch(
        union,
        Array.from({ length: 2_001 }, () => ({})),
      ),
    },
    400,
    'FIELD_INVALID',
    { field: 'rows', rule: 'between_1_and_2000_rows' },
  ],
  ['no key', { ...person({}), key: null }, 400, 'IDEMPOTENCY_KEY_MISSING'],
  ['a key too long', { ...person({}), key: 'k'.repeat(201) }, 400, 'IDEMPOTENCY_KEY_MALFORMED'],
  [
    'a form',
    { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
];

test.each(malformed)('a request that is none, %s', async (_what, given, status, code, details) => {
  const problem = problemOf(await county.ask('POST', '/members/batches', given));
  expect(problem).toMatchObject({ status, code, details: details ?? {} });
});

test('a number too large for its field', async () => {
  const body = { waitSeconds: 99_999_999_999 };
  expect(problemOf(await county.ask('POST', '/verifications', { body }))).toMatchObject({
    status: 400,
    details: { field: 'waitSeconds', expected: 'int32' },
  });
});

test('a character that no database keeps, where it is written and where it is sought', async () => {
  const rows = [{ ...unionRow(COUNTY, 2), name: '工\u0000会' }];
  const written = await county.ask('POST', '/unions/enrolments', { body: { rows } });
  expect(problemOf(written)).toMatchObject({ status: 400, code: 'CHARACTER_INVALID' });
  const sought = await county.ask('GET', '/unions?search=%00');
  expect(problemOf(sought)).toMatchObject({ status: 400, code: 'CHARACTER_INVALID' });
});

describe('an Idempotency-Key', () => {
  const key = 'the clerk pressed the button twice';
  const at = `/unions/${union.unionId}/units`;
  const unit = (name: string) => ({
    rows: [{ unitId: unitIds[name], name, level: 'GROUP', establishedOn: '2020-06-01' }],
  });
  const unitIds: Record<string, string> = {
    一组: crypto.randomUUID(),
    二组: crypto.randomUUID(),
  };

  test('with the same body answers the same: five times at once, and again later', async () => {
    const ask = () => county.ask('POST', at, { body: unit('一组'), key });
    const answers = [...(await Promise.all([1, 2, 3, 4, 5].map(ask))), await ask()];
    for (const { status, body } of answers) {
      expect({ status, body }).toEqual({ status: 200, body: { added: 1, unchanged: 0 } });
    }
  });

  test.each([
    ['another body', at, unit('二组')],
    [
      'another command',
      `/unions/${union.unionId}/name`,
      { name: '新名', effectiveOn: '2020-06-01', expectedVersion: 1 },
    ],
  ])('with %s is refused, and nothing is done', async (_what, where, body) => {
    const problem = problemOf(await county.ask('POST', where, { body, key }));
    expect(problem).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    const { name, childCount } = await county.api().get<Record<string, unknown>>(at.slice(0, -6));
    expect({ name, childCount }).toEqual({ name: union.name, childCount: 1 });
  });
});

describe('what is not there is not there, whoever asks', () => {
  const id = crypto.randomUUID();
  const dated = { effectiveOn: '2020-06-01', expectedVersion: 1 };
  const bodies: Record<string, object> = {
    name: { ...dated, name: '新名' },
    retention: { ...dated, reason: 'retired' },
    acceptance: { expectedVersion: 1 },
    review: { reviewedOn: '2020-06-01', expectedVersion: 1 },
    batches: { ...batch(union, [{}]), unionId: id },
  };
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
    ['POST', '/members/batches'],
  ])('%s %s', async (method, at) => {
    const body = bodies[path.posix.basename(at)];
    const given = method === 'POST' && body ? { body } : {};
    const { status, code } = problemOf(await county.ask(method, at, given));
    expect(status).toBe(404);
    expect(code).toMatch(/^(NOT_FOUND|[A-Z_]+_UNKNOWN)$/);
  });
});

test('an auditor reads and changes nothing', async () => {
  const auditor = await openApi(county.origin, 'auditor');
  expect((await auditor.ask('GET', '/unions')).status).toBe(200);
  const problem = problemOf(await auditor.ask('POST', '/members/batches', person({})));
  expect(problem).toMatchObject({ status: 403, code: 'PERMISSION_MISSING' });
});

describe('the OpenAPI document', () => {
  async function operations() {
    interface Document {
      openapi: string;
      paths: Record<string, Record<string, { security?: object[] }>>;
    }
    const { body } = await send(county.origin, 'GET', '/openapi.json');
    const { openapi, paths } = body as Document;
    expect(openapi).toBe('3.1.0');
    return Object.entries(paths).flatMap(([at, methods]) =>
      Object.entries(methods).map(([method, { security }]) => ({
        at,
        method: method.toUpperCase(),
        open: security?.length === 0,
      })),
    );
  }

  test('leaves only itself and the way in and out open; everything else answers 401', async () => {
    const all = await operations();
    expect(all.length).toBeGreaterThan(50);
    const open = all.filter((one) => one.open).map(({ method, at }) => `${method} ${at}`);
    expect(open.toSorted()).toEqual([
      'DELETE /session',
      'GET /login',
      'GET /login/callback',
      'GET /openapi.json',
      'GET /problems',
    ]);
    for (const { at, method } of all.filter((one) => !one.open)) {
      const asked = method === 'POST' ? { body: {} } : {};
      const { status, code } = problemOf(await send(county.origin, method, at, asked));
      expect({ at, method, status, code }).toEqual({
        at,
        method,
        status: 401,
        code: 'SESSION_MISSING',
      });
    }
  });
});

test('no answer and no log names the person who was sent', () => {
  expect(wordsFound(county.everythingSaid(), wordsOf(people.slice(0, 1)))).toEqual({});
});
