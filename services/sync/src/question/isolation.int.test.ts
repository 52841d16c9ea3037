import { Answer, Question } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import type { NatsConnection } from '@gonglian/messaging/connection.ts';
import { connectBroker } from '@gonglian/messaging/connection.ts';
import { askOnce, listenForQuestions, questionSubject } from '@gonglian/messaging/questions.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startGuardedBroker, type GuardedBroker } from '../link/guarded-broker.ts';
import { newRegion, startNode, type SceneNode } from '../scene.ts';

// A city with a county that works, and a sibling of it of which only the password is left, in somebody's hands.

const [above, below, sibling] = [newRegion(), newRegion(), newRegion()];
let broker: GuardedBroker;
let city: SceneNode;
let county: SceneNode;
let intruder: NatsConnection;
const refusals: string[] = [];

beforeAll(async () => {
  broker = await startGuardedBroker([below, sibling]);
  city = await startNode({
    natsUrl: broker.url,
    backends: { postgresUrl: inject('postgresUrl'), natsUrl: broker.url },
    region: above,
    level: 'CITY',
    subordinates: [below, sibling],
  });
  county = await startNode({
    natsUrl: inject('natsUrl'),
    region: below,
    superior: above,
    superiorBroker: broker.login(below),
  });
  for (const { records, region } of [city, county]) {
    records.answer = async (from) => Buffer.from(`${region} to ${from}`);
  }
  intruder = await broker.enter(sibling);
  void hearRefusals();
  await eventually(() => ask(county, city));
  await eventually(() => ask(city, county));
});
afterAll(async () => {
  await intruder.close();
  await Promise.all([city, county].map((node) => node.stop()));
  await broker.stop();
});

async function hearRefusals(): Promise<void> {
  for await (const status of intruder.status()) {
    if (status.type === 'error') refusals.push(status.error.message);
  }
}

/** What the broker says to an attempt comes beside the answer. */
const expectRefused = (since: number, what: string) =>
  eventually(() => expect(refusals.slice(since).join()).toContain(what));

async function ask(from: SceneNode, to: SceneNode): Promise<string> {
  const question = { node: to.region, kind: 'trace', body: Buffer.alloc(0) };
  const caller = { duty: 'service', id: 'finance' } as const;
  return (await from.service.call('askNeighbour', question, caller)).body.toString();
}

const question = Question.encode({
  kind: 'trace',
  body: Buffer.alloc(0),
  withinMs: 1_000,
  traceparent: '',
}).finish();

const answerBytes = (text: string) =>
  Answer.encode({ body: Buffer.from(text), refused: undefined }).finish();

test('both ways through the accounts of the two', async () => {
  expect(await ask(county, city)).toBe(`${above} to ${below}`);
  expect(await ask(city, county)).toBe(`${below} to ${above}`);
});

test('who asks is who came in: under the own name yes, under the name of another no', async () => {
  const own = await askOnce(intruder, questionSubject(sibling, 'up'), question, 1_000);
  expect(Answer.decode(own).body?.toString()).toBe(`${above} to ${sibling}`);
  const heard: string[] = [];
  city.records.answer = async (from) => Buffer.from(String(heard.push(from)));
  for (const subject of [questionSubject(below, 'up'), questionSubject(below, 'down')]) {
    const before = refusals.length;
    await expect(askOnce(intruder, subject, question, 1_000)).rejects.toThrow('no answer');
    await expectRefused(before, `Publish to "${subject}"`);
  }
  expect(heard).toEqual([]);
});

test.each([
  ['what another is asked', questionSubject(below, 'down')],
  ['what another asks', questionSubject(below, 'up')],
  ['all of both', questionSubject('*', 'down')],
  ['what the city hears', questionSubject(sibling, 'up')],
  ['the answers to another', `_INBOX_${below}.>`],
  ['answers on their way', '_R_.>'],
])('nobody listens to %s', async (_, subject) => {
  const before = refusals.length;
  const listening = listenForQuestions(intruder, subject, async () => question);
  await listening.ended;
  await expectRefused(before, `Subscription to "${subject}"`);
});

test('the own questions alone are heard, where their node is away', async () => {
  const listening = listenForQuestions(intruder, questionSubject(sibling, 'down'), async () =>
    answerBytes('mine'),
  );
  await intruder.flush();
  const asked = { node: sibling, kind: 'trace', body: Buffer.alloc(0) };
  const answer = await city.service.call('askNeighbour', asked, { duty: 'service' });
  expect(answer.body.toString()).toBe('mine');
  expect(await ask(city, county)).toBe(`${below} to ${above}`);
  await listening.stop();
});

test.each([
  ['up', () => [county, city] as const],
  ['down', () => [city, county] as const],
])('an answer that a third has forged is not taken: %s', async (_, nodes) => {
  const [from, to] = nodes();
  // Even one who knows where the answer goes to: the city itself sees it.
  const insider = await connectBroker({ url: broker.url }, { name: 'test' });
  const awaited = Promise.withResolvers<string>();
  insider.subscribe('ask.*.*', {
    callback: (_error, message) => awaited.resolve(message.reply ?? ''),
  });
  await insider.flush();
  const forged = Promise.withResolvers<void>();
  to.records.answer = async () => {
    await forged.promise;
    return Buffer.from('true');
  };
  const answer = ask(from, to);
  const reply = await awaited.promise;
  const before = refusals.length;
  intruder.publish(reply, answerBytes('forged'));
  await intruder.flush();
  await expectRefused(before, `Publish to "${reply}"`);
  forged.resolve();
  expect(await answer).toBe('true');
  await insider.close();
});

test('an answer is said once: what follows it is not let through', async () => {
  const heard = Promise.withResolvers<(text: string) => void>();
  intruder.subscribe(questionSubject(sibling, 'down'), {
    callback: (_error, message) => heard.resolve((text) => void message.respond(answerBytes(text))),
  });
  await intruder.flush();
  const asked = { node: sibling, kind: 'trace', body: Buffer.alloc(0) };
  const answer = city.service.call('askNeighbour', asked, { duty: 'service' });
  const say = await heard.promise;
  const before = refusals.length;
  say('first');
  say('second');
  expect((await answer).body.toString()).toBe('first');
  await expectRefused(before, 'Publish to "_R_.');
});
