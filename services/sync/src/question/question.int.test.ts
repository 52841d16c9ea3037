import { Answer, Question } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { invalid, notFound, unauthenticated } from '@gonglian/kernel/refusal.ts';
import { connectBroker } from '@gonglian/messaging/connection.ts';
import { askOnce, questionSubject } from '@gonglian/messaging/questions.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startProxy, type Proxy } from '@gonglian/testing/proxy.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { startLinks } from '../link/start-links.ts';
import { newRegion, startNode, type SceneNode } from '../scene.ts';
import { BODY_BYTES_MAX, QUESTIONS_MAX } from './question.ts';

// A city and its county, between them a link that can be cut: what one asks the other while somebody waits.

const natsUrl = inject('natsUrl');
const regions = { city: newRegion(), county: newRegion() };
let proxy: Proxy;
let city: SceneNode;
let county: SceneNode;

beforeAll(async () => {
  proxy = await startProxy(Number(new URL(natsUrl).port));
  const subordinates = [regions.county];
  city = await startNode({ natsUrl, region: regions.city, level: 'CITY', subordinates });
  county = await startNode({
    natsUrl,
    region: regions.county,
    superior: regions.city,
    superiorBroker: { url: `nats://127.0.0.1:${proxy.port}` },
  });
  for (const node of [city, county]) sayWhatIsHeard(node);
  await eventually(() => ask(county, city, 'is anybody there?'));
  await eventually(() => ask(city, county, 'is anybody there?'));
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
  await proxy.stop();
});
beforeEach(() => {
  for (const node of [city, county]) sayWhatIsHeard(node);
});

function sayWhatIsHeard({ region, records }: SceneNode): void {
  records.answer = async (from, kind, body) =>
    Buffer.from(`${region} heard ${kind} of ${from}: ${body.toString()}`);
}

const service = { duty: 'service', id: 'finance' } as const;

function asked(to: SceneNode | string, body: string | Buffer, kind = 'trace') {
  const node = typeof to === 'string' ? to : to.region;
  return { node, kind, body: Buffer.from(body) };
}

async function ask(from: SceneNode, to: SceneNode, body: string, kind?: string): Promise<string> {
  const answer = await from.service.call('askNeighbour', asked(to, body, kind), service);
  return answer.body.toString();
}

/** The same by somebody who waits so long. */
async function askWithin(deadlineMs: number, from: SceneNode, to: SceneNode): Promise<string> {
  const client = from.service.client({ deadlineMs });
  const token = await from.service.token(service);
  const answer = await client.askNeighbour(asked(to, 'where from?'), { token });
  return answer.body.toString();
}

/** How long it took to be told so. */
async function msUntil(rejected: Promise<unknown>, refusal: object): Promise<number> {
  const startedAt = performance.now();
  await expect(rejected).rejects.toMatchObject(refusal);
  return performance.now() - startedAt;
}

describe.each([
  ['up', () => [county, city] as const],
  ['down', () => [city, county] as const],
])('%s', (_, nodes) => {
  test('a question is answered by the service that it is for', async () => {
    const [from, to] = nodes();
    const heard = `${to.region} heard trace of ${from.region}: where from?`;
    expect(await ask(from, to, 'where from?')).toBe(heard);
  });

  test('the longest body goes both ways', async () => {
    const [from, to] = nodes();
    const body = Buffer.alloc(BODY_BYTES_MAX, 'a');
    to.records.answer = async (_node, _kind, question) => question;
    const answer = await from.service.call('askNeighbour', asked(to, body), service);
    expect(answer.body.equals(body)).toBe(true);
  });

  test.each([
    notFound('SETTLEMENT_UNKNOWN', { settlementId: 'x' }),
    invalid('SOME_RULE_OF_TOMORROW', { field: 'a', max: 7, name: '高邮市总工会' }),
  ])('a refusal comes back as it was said: $code', async (refusal) => {
    const [from, to] = nodes();
    to.records.answer = () => Promise.reject(refusal);
    const { kind, code, details } = refusal;
    await expect(ask(from, to, '')).rejects.toMatchObject({ kind, code, details });
  });

  test.each([
    ['a bug', new Error('a table is missing')],
    ['what the caller could not mend by logging in', unauthenticated('TOKEN_INVALID')],
  ])('of %s nothing comes back but that it was one', async (__, error) => {
    const [from, to] = nodes();
    to.records.answer = () => Promise.reject(error);
    await expect(ask(from, to, '')).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'NEIGHBOUR_FAILED',
      details: { node: to.region },
    });
  });

  test('an answer that is too long is refused', async () => {
    const [from, to] = nodes();
    to.records.answer = async () => Buffer.alloc(BODY_BYTES_MAX + 1);
    await expect(ask(from, to, '')).rejects.toMatchObject({ code: 'ANSWER_TOO_LONG' });
  });

  test('a kind that the other end does not know is refused there', async () => {
    const [from, to] = nodes();
    const unknown = {
      kind: 'refused',
      code: 'QUESTION_KIND_UNKNOWN',
      details: { node: to.region },
    };
    for (const kind of ['weather', 'constructor']) {
      await expect(ask(from, to, '', kind)).rejects.toMatchObject(unknown);
    }
  });

  test('who answers has the time that is left, and who asks is told within it', async () => {
    const [from, to] = nodes();
    const done = Promise.withResolvers<Buffer>();
    to.records.answer = () => done.promise;
    const late = { kind: 'late', code: 'DEADLINE_EXCEEDED' };
    expect(await msUntil(askWithin(1_000, from, to), late)).toBeLessThan(1_000);
    done.resolve(Buffer.alloc(0));
  });

  test('no more than so many are open at once; nothing else waits for them', async () => {
    const [from, to] = nodes();
    const done = Promise.withResolvers<Buffer>();
    let begun = 0;
    to.records.answer = () => {
      begun += 1;
      return done.promise;
    };
    const open = Array.from({ length: QUESTIONS_MAX }, () => ask(from, to, ''));
    await eventually(() => expect(begun).toBe(QUESTIONS_MAX));
    const busy = { kind: 'busy', code: 'NEIGHBOUR_BUSY', details: { node: to.region } };
    await expect(ask(from, to, '')).rejects.toMatchObject(busy);
    // More are open than there are connections to the database.
    await from.service.call('getLinks', {});
    await to.service.call('getLinks', {});
    done.resolve(Buffer.from('done'));
    expect(await Promise.all(open)).toEqual(open.map(() => 'done'));
    expect(await ask(from, to, '')).toBe('done');
  });

  test('a link that is cut is told at once, one that is mended answers', async () => {
    const [from, to] = nodes();
    const away = { kind: 'unavailable', code: 'NEIGHBOUR_AWAY', details: { node: to.region } };
    proxy.cut();
    expect(await msUntil(ask(from, to, ''), away)).toBeLessThan(500);
    proxy.mend();
    await eventually(() => ask(from, to, ''));
  });

  test('one that is frozen is told in time', async () => {
    const [from, to] = nodes();
    proxy.freeze();
    const away = { kind: 'unavailable', code: 'NEIGHBOUR_AWAY' };
    expect(await msUntil(askWithin(800, from, to), away)).toBeLessThan(800);
    proxy.mend();
    await eventually(() => ask(from, to, ''));
  });
});

test.each(['clerk', 'finance', 'chair', 'auditor', 'admin', 'member', 'gateway'] as const)(
  'forbidden to anybody but a program of the node: %s',
  async (duty) => {
    await expect(
      county.service.call('askNeighbour', asked(city, ''), { duty }),
    ).rejects.toMatchObject({ kind: 'forbidden', code: 'PERMISSION_MISSING' });
  },
);

test.each([
  ['a node that is no neighbour', asked('999999', ''), { code: 'NODE_NOT_NEIGHBOUR' }],
  ['the node itself', asked(regions.county, ''), { code: 'NODE_NOT_NEIGHBOUR' }],
  ['a subject in place of a node', asked('*.up', ''), { details: { field: 'node' } }],
  ['no kind', asked(regions.city, '', ''), { details: { field: 'kind' } }],
  [
    'a body that is too long',
    asked(regions.city, Buffer.alloc(BODY_BYTES_MAX + 1)),
    { details: { field: 'body' } },
  ],
])('refused before anything is asked: %s', async (_, question, refusal) => {
  await expect(county.service.call('askNeighbour', question, service)).rejects.toMatchObject(
    refusal,
  );
});

test('a link that breaks while one waits is told at once', async () => {
  const done = Promise.withResolvers<Buffer>();
  const heard = Promise.withResolvers<void>();
  city.records.answer = () => {
    heard.resolve();
    return done.promise;
  };
  const open = msUntil(ask(county, city, ''), { code: 'NEIGHBOUR_AWAY' });
  await heard.promise;
  proxy.cut();
  expect(await open).toBeLessThan(2_000);
  done.resolve(Buffer.alloc(0));
  proxy.mend();
  await eventually(() => ask(county, city, ''));
});

test('who does not keep to the bounds is held to them by the one that is asked', async () => {
  const connection = await connectBroker({ url: natsUrl }, { name: 'test' });
  const subject = questionSubject(county.region, 'up');
  const question = { kind: 'trace', body: Buffer.alloc(0), withinMs: 60_000, traceparent: '?' };
  const say = async (bytes: Uint8Array) =>
    Answer.decode(await askOnce(connection, subject, bytes, 5_000));
  const done = Promise.withResolvers<Buffer>();
  city.records.answer = () => done.promise;
  const many = Array.from({ length: QUESTIONS_MAX + 3 }, () =>
    say(Question.encode(question).finish()),
  );
  const busy = await Promise.any(many);
  expect(busy.refused).toMatchObject({ kind: 'busy', code: 'NEIGHBOUR_BUSY' });
  done.resolve(Buffer.from('x'));
  const answers = await Promise.all(many);
  expect(answers.filter((answer) => answer.refused)).toHaveLength(3);
  for (const bytes of [Buffer.of(10, 255), Buffer.alloc(2 * BODY_BYTES_MAX + 1)]) {
    expect((await say(bytes)).refused).toMatchObject({ code: 'QUESTION_MALFORMED' });
  }
  await connection.close();
});

test('either side may be started again; of a question its kind, its node and its time are logged', async () => {
  const lines: string[] = [];
  const log = createLog({ node: city.region }, 'info', { write: (line) => void lines.push(line) });
  await city.links.stop();
  const away = { kind: 'unavailable', code: 'NEIGHBOUR_AWAY' };
  expect(await msUntil(ask(county, city, ''), away)).toBeLessThan(500);
  await expect(ask(city, county, '')).rejects.toMatchObject(away);
  city.links = await startLinks(city.service.served, city.service.settings, log);
  await eventually(() => ask(county, city, '张三 32108419800101'));
  const told = lines.filter((line) => line.includes('a question of a neighbour was answered'));
  const { kind, from, durationMs } = JSON.parse(told[0] ?? '{}') as Record<string, unknown>;
  expect({ kind, from }).toEqual({ kind: 'trace', from: county.region });
  expect(durationMs).toBeTypeOf('number');
  expect(lines.join('\n')).not.toMatch(/张三|321084198/);
});
