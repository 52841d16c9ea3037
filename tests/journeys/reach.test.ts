import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, send, type Answer, type Api, type Ask } from '../api.ts';
import { openFederation } from '../federation.ts';
import { somePeople, unionRow } from './work.ts';

// Every operation of the running API, from its own document: by nobody, and by the clerk and the chair of one township
// about the objects of another. Someone else's object is answered like one that is not there.

const COUNTY = '321084';
const federation = await openFederation();
const origin = federation.origin(COUNTY);

interface Operation {
  method: string;
  path: string;
  operationId: string;
  body: Record<string, unknown> | undefined;
  open: boolean;
  examples: Record<string, string>;
}
interface Described {
  operationId: string;
  security?: object[];
  parameters?: { name: string; in: string; example?: unknown }[];
  requestBody?: { content: Record<string, { example?: Record<string, unknown> }> };
}

/** What belongs to the northern township, by the name a request gives it. */
const northern: Record<string, string> = {};
let operations: Operation[] = [];
let admin: Api;
let rootId = '';
let southId = '';

async function ofDuty(user: string, duty: string, scopeUnionId: string): Promise<Api> {
  const api = await openApi(origin, user);
  const { accountId } = await api.get<{ accountId: string }>('/session');
  const { dutyId } = await admin.post<{ dutyId: string }>('/duties', {
    accountId,
    duty,
    scopeUnionId,
  });
  const ask = (method: string, path: string, { headers, ...rest }: Ask = {}) =>
    api.ask(method, path, { ...rest, headers: { 'gonglian-duty': dutyId, ...headers } });
  // A duty is known to the gateway a moment after it was given.
  await eventually(async () => {
    const { status } = await ask('GET', '/unions?limit=1');
    if (status !== 200) throw new Error(`the duty is not known yet: ${status}`);
  });
  return { ...api, ask };
}

const township = (n: number) => ({
  ...unionRow(COUNTY, n),
  name: `第${n}镇总工会`,
  level: 'TOWNSHIP',
  kind: 'TOWNSHIP',
  establishedOn: '2001-01-01',
});

beforeAll(async () => {
  await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
  const clerk = await openApi(origin);
  admin = await openApi(origin, 'admin');
  ({ rootUnionId: rootId } = await clerk.get<{ rootUnionId: string }>('/node'));
  const [north, south] = [township(1), township(2)];
  const mill = { ...unionRow(COUNTY, 3), parentId: north.unionId };
  const enrolled = await clerk.post<{ refused: object[] }>('/unions/enrolments', {
    rows: [north, south, mill],
  });
  if (enrolled.refused.length > 0) throw new Error(JSON.stringify(enrolled.refused));
  southId = south.unionId;
  const people = somePeople(0, 4);
  await eventually(() =>
    clerk.post('/members/batches', {
      unionId: mill.unionId,
      joinedOn: '2020-05-06',
      rows: people.slice(0, 3),
    }),
  );
  const { items } = await clerk.get<{ items: { memberId: string }[] }>(
    `/members?unionId=${mill.unionId}`,
  );
  const [first, second] = items.map(({ memberId }) => memberId);
  const transfer = await clerk
    .post<{ transferId: string }>('/transfers', {
      memberId: second,
      toUnionId: north.unionId,
      effectiveOn: '2026-03-01',
      askedBy: 'sender',
    })
    .catch(() => ({ transferId: crypto.randomUUID() }));
  const begun = await clerk.post<{ importId: string }>('/imports', {
    unionId: mill.unionId,
    joinedOn: '2020-05-06',
    fileName: 'members.xlsx',
    sizeBytes: 100,
    sha256: '0'.repeat(64),
  });
  const exported = await clerk.post<{ exportId: string }>('/exports', {
    unionId: mill.unionId,
    state: '',
    format: 'csv',
    fields: ['member_no'],
    reasonCode: 'verification',
    reason: '核对会员名册',
  });
  const leg = (code: string, amountFen: string) => ({ account: { code }, amountFen });
  const posted = await (
    await openApi(origin, 'finance')
  ).post<{ no: string }>(`/ledger/books/${mill.unionId}/vouchers`, {
    eventOn: '2026-03-05',
    summary: '合成凭证',
    docKind: 'NOTE',
    docId: '1',
    legs: [leg('135', '100'), leg('215', '-100')],
  });
  Object.assign(northern, {
    no: posted.no,
    accountNo: '1',
    unionId: mill.unionId,
    intoUnionId: mill.unionId,
    parentId: north.unionId,
    toUnionId: mill.unionId,
    scopeUnionId: north.unionId,
    memberId: first,
    transferId: transfer.transferId,
    importId: begun.importId,
    exportId: exported.exportId,
    employerUscc: '91321084MA0000015M',
  });
  const document = await clerk.get<{ paths: Record<string, Record<string, Described>> }>(
    '/openapi.json',
  );
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, about]) => ({
      method: method.toUpperCase(),
      path,
      operationId: about.operationId,
      body: about.requestBody?.content['application/json']?.example,
      examples: examplesOf(about),
      open: about.security?.length === 0,
    })),
  );
});
afterAll(() => federation.remove());

/** The northern object in the place of each example. */
function aimed(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => aimed(one, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, aimed(one, name)]));
  }
  return northern[key] ?? value;
}

/** What the document shows for the parts of the address that are no ids: a number, a month, the name of a report. */
function examplesOf({ parameters = [] }: Described): Record<string, string> {
  const shown = parameters.filter(({ name }) => !name.endsWith('Id'));
  return Object.fromEntries(shown.map(({ name, example }) => [name, String(example)]));
}

/** What a GET must be asked with beside its address: a month, and for a trace what is traced. */
function askedWith({ method, operationId, examples }: Operation): string {
  if (method !== 'GET') return '';
  if (operationId === 'traceMoney') return `?direction=BACK&voucherNo=${northern['no']}`;
  return 'period' in examples ? `?period=${examples['period']}` : '';
}

function request(operation: Operation): [string, string, Ask] {
  const { path, method, body, examples } = operation;
  const filled = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => northern[name] ?? examples[name] ?? crypto.randomUUID(),
  );
  // What a DELETE is asked with stands beside its address.
  const deletes = method === 'DELETE' && path !== '/session';
  const headers = deletes ? { headers: { 'if-match': '"1"' } } : {};
  return [
    method,
    deletes ? `${filled}?endedOn=2026-01-01` : filled + askedWith(operation),
    { ...headers, ...(body ? { body: aimed(body) as object } : {}) },
  ];
}

describe('by nobody', () => {
  test('every operation asks who it is, but those that say they do not', async () => {
    expect(operations.length).toBeGreaterThan(80);
    const answered: string[] = [];
    for (const operation of operations.filter(({ open }) => !open)) {
      const { status } = await send(origin, ...request(operation));
      if (status !== 401) answered.push(`${operation.method} ${operation.path}: ${status}`);
    }
    expect(answered).toEqual([]);
  });

  test.each([
    ['no token', 'Bearer x'],
    ['a token of nobody', `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
    ['a scheme of another', 'Basic YTpi'],
  ])('and takes for none %s', async (_, authorization) => {
    const answered: string[] = [];
    for (const operation of operations.filter(({ open }) => !open).slice(0, 12)) {
      const [method, path, ask] = request(operation);
      const { status } = await send(origin, method, path, { ...ask, headers: { authorization } });
      if (status !== 401 && status !== 429) answered.push(`${method} ${path}: ${status}`);
    }
    expect(answered).toEqual([]);
  });
});

/** Operations that name an object of a union: by path, or by a union in the body. */
const aims = ({ path, body }: Operation) =>
  /\{(unionId|intoUnionId|memberId|transferId|importId|exportId)\}/.test(path) ||
  (body !== undefined && ['unionId', 'parentId'].some((name) => name in body));
const code = ({ body }: Answer) => (body as { code?: string } | undefined)?.code ?? '';
/** Which field of an example is wrong, and by what rule. */
const why = ({ body }: Answer) => JSON.stringify((body as { details?: object }).details ?? '');

describe('by the township beside', () => {
  test.each(['clerk', 'chair'])('its %s finds nothing of the north', async (duty) => {
    const south = await ofDuty(duty, duty, southId);
    const found: string[] = [];
    const refused: string[] = [];
    for (const operation of operations.filter(aims)) {
      const answer = await south.ask(...request(operation));
      const what = `${operation.operationId}: ${answer.status} ${code(answer)}`;
      // Said of the duty alone, whatever was asked for.
      const ofDutyAlone = ['PERMISSION_MISSING', 'SCOPE_TOO_NARROW'].includes(code(answer));
      if (answer.status === 403 && ofDutyAlone) refused.push(what);
      else if (answer.status !== 404) found.push(`${what} ${why(answer)}`);
    }
    expect(found).toEqual([]);
    expect(operations.filter(aims).length - refused.length).toBeGreaterThan(20);
  });

  test('the same requests by the north itself are answered otherwise', async () => {
    const clerk = await ofDuty('supervisor', 'clerk', northern['parentId'] ?? '');
    const missed: string[] = [];
    for (const operation of operations.filter(aims).filter(({ method }) => method === 'GET')) {
      const answer = await clerk.ask(...request(operation));
      if (answer.status === 404) missed.push(`${operation.operationId}: ${code(answer)}`);
    }
    // A file is for the account that asked for it.
    expect(missed.toSorted()).toEqual([
      'getExportFile: EXPORT_UNKNOWN',
      'getImportErrorWorkbook: IMPORT_UNKNOWN',
    ]);
  });

  test('no list of the south holds anything of the north', async () => {
    const south = await ofDuty('finance', 'clerk', southId);
    const lists = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
    const { parentId, unionId, memberId, transferId, importId, exportId } = northern;
    const theirs = [parentId, unionId, memberId, transferId, importId, exportId];
    const shown: string[] = [];
    // One is about the API itself, the other never ends.
    const others = ['/openapi.json', '/changes'];
    for (const { path } of lists.filter((one) => !others.includes(one.path))) {
      const { text } = await south.ask('GET', path);
      if (theirs.some((id) => id && text.includes(id))) shown.push(path);
    }
    expect(shown).toEqual([]);
    expect(lists.length).toBeGreaterThan(15);
  });
});

test('a duty that is taken away is gone within five seconds', async () => {
  const api = await openApi(origin, 'auditor');
  const { accountId } = await api.get<{ accountId: string }>('/session');
  const granted = await admin.post<{ dutyId: string; version: number }>('/duties', {
    accountId,
    duty: 'supervisor',
    scopeUnionId: southId,
  });
  const headers = { 'gonglian-duty': granted.dutyId };
  const reads = async () => (await api.ask('GET', '/rollup?period=2020', { headers })).status;
  await eventually(async () => expect(await reads()).toBe(200));
  await admin.post(`/duties/${granted.dutyId}/revocation`, {
    reason: '轮岗',
    expectedVersion: granted.version,
  });
  await eventually(async () => expect(await reads()).toBe(403), { timeoutMs: 5_000 });
  expect(rootId).not.toBe('');
});
