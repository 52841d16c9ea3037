import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import {
  clerkOf,
  factsOf,
  memberOf,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { TOLD_OF_WORK_ORDERS, WORK_ORDER_MOVEMENTS } from '../recount/told-rights.ts';
import { startWelfare, type Service } from '../scene.ts';
import {
  CALLER,
  classify,
  close,
  dispatch,
  fileOf,
  first,
  MATTER,
  openRoot,
  orderAt,
  receive,
  reply,
  review,
  step,
  stepOf,
} from './scene.ts';

let service: Service;
let root: string;
let works: string;
let mill: string;
beforeAll(async () => {
  service = await startWelfare();
  root = await openRoot(service);
  works = await openUnion(service);
  mill = await openUnion(service, '合成织造厂工会');
});
afterAll(() => service.stop());

const today = chinaDate(new Date());
const list = (over: object = {}, caller: object = first) =>
  service.call(
    'listWorkOrders',
    { unionId: '', state: '', light: '', cursor: '', limit: 0, mine: false, ...over },
    caller,
  );
const idsOf = async (over: object, caller: object = first) =>
  (await list(over, caller)).items.map(({ orderId }) => orderId);
const show = (orderId: string, caller: object = first) =>
  service.call('showCaller', { orderId, reason: '回访来电人' }, caller);
const handling = async (orderClass = 'COMPLEX') =>
  step(service, await classify(service, await receive(service), orderClass), 'HANDLE');

test('a call becomes an order, is answered at once, and closed; calls and orders are two counts', async () => {
  const received = await receive(service);
  const { orderId } = received;
  expect(received).toMatchObject({
    state: 'RECEIVED',
    anonymous: false,
    callerNameMasked: '王**',
    callerPhoneMasked: '138****0000',
    light: '',
    dueOn: '',
  });
  const classified = await classify(service, received, 'GENERAL');
  expect(classified).toMatchObject({ state: 'CLASSIFIED', dueOn: today });
  const answered = await reply(service, classified, 50_000n);
  expect(answered).toMatchObject({ state: 'ANSWERED', onTime: true });
  const closed = await close(service, answered, 5);
  const archived = await review(service, closed, 'ARCHIVE');
  expect(archived).toMatchObject({ state: 'ARCHIVED', satisfaction: 5, recoveredFen: 50_000n });
  const { content, reply: said, steps } = await fileOf(service, orderId);
  expect([content, said]).toEqual([MATTER.content, '已督促补发工资']);
  expect(steps.map(({ step: one }) => one)).toEqual([
    'RECEIVE',
    'CLASSIFY',
    'ANSWER',
    'CLOSE',
    'ARCHIVE',
  ]);
  expect(await factsOf(service, 'work-order.received', orderId)).toEqual([
    { orderId, unionId: root, intake: 'CALL', receivedOn: today },
  ]);
  expect(await factsOf(service, 'work-order.handled', orderId)).toMatchObject([
    { onTime: true, recoveredFen: '50000', workers: 12, orderClass: 'GENERAL' },
  ]);
  expect(await factsOf(service, 'work-order.closed', orderId)).toMatchObject([{ satisfaction: 5 }]);
  const calls = { unionId: root, calledOn: today, orderKind: 'CONSULT', calls: 7 };
  await service.call('recordHotlineCalls', calls, first);
  const called = (await service.outbox()).filter(({ fact }) => fact === 'hotline.called');
  expect(called.map(({ data }) => data['calls'])).toEqual([1, 7]);
});

test('a ticket that somebody transfers is no call', async () => {
  const before = (await service.outbox()).filter(({ fact }) => fact === 'hotline.called').length;
  const source = { intake: 'TRANSFER', source: '12345', sourceNo: 'T-1' };
  expect(await receive(service, source)).toMatchObject(source);
  expect((await service.outbox()).filter(({ fact }) => fact === 'hotline.called')).toHaveLength(
    before,
  );
  await expect(receive(service, { intake: 'TRANSFER' })).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
});

test('who called is shown to who calls back alone, and on record; nobody where he stayed unnamed', async () => {
  const { orderId } = await receive(service);
  expect(await show(orderId, { id: 'shown', duty: 'clerk' })).toMatchObject({ orderId, ...CALLER });
  const logged = await service.sql`
    select account_id as account, entity, fields, how, reason from access_log where entity_id = ${orderId}`;
  expect(logged).toEqual([
    {
      account: 'shown',
      entity: 'work_order',
      fields: ['caller_name', 'caller_phone'],
      how: 'reveal',
      reason: '回访来电人',
    },
  ]);
  await expect(show(orderId, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(show(orderId, clerkOf(mill))).rejects.toThrow(
    refusedWith('WORK_ORDER_UNKNOWN', 'not_found'),
  );
  const unnamed = await receive(service, { callerName: '', callerPhone: '' });
  expect(unnamed).toMatchObject({ anonymous: true, callerPhoneMasked: '' });
  await expect(show(unnamed.orderId)).rejects.toThrow(refusedWith('WORK_ORDER_ANONYMOUS'));
  await review(service, await orderAt(service, orderId), 'CANCEL');
  await expect(show(orderId)).rejects.toThrow(refusedWith('WORK_ORDER_STATE_WRONG'));
  const dump = JSON.stringify(await service.sql`select o::text as row from work_order as o`);
  const bytes = [...Object.values(CALLER), MATTER.content].map((text) =>
    Buffer.from(text).toString('hex'),
  );
  for (const text of [CALLER.callerPhone, ...bytes]) expect(dump).not.toContain(text);
});

test('a union of the node handles what it was given, and its desk looks at the answer', async () => {
  const classified = await classify(service, await receive(service));
  const given = await dispatch(service, classified, { toUnionId: works });
  const { orderId } = given;
  const asWorks = clerkOf(works);
  expect(given).toMatchObject({
    state: 'DISPATCHED',
    handlerUnionId: works,
    dueOn: classified.dueOn,
  });
  expect(await idsOf({ state: 'DISPATCHED' }, asWorks)).toContain(orderId);
  expect(await idsOf({ state: 'DISPATCHED' }, clerkOf(mill))).toEqual([]);
  const go = async (name: string, reason = '') =>
    service.call(
      'stepWorkOrder',
      { ...stepOf(await orderAt(service, orderId)), step: name, reason, note: '' },
      asWorks,
    );
  await go('RETURN', 'INSUFFICIENT').catch(() => undefined);
  const back = await orderAt(service, orderId);
  expect(back).toMatchObject({ state: 'RETURNED', handlerUnionId: '' });
  await dispatch(service, back, { toUnionId: works });
  await go('ACCEPT');
  const working = await go('HANDLE');
  const answer = { ...stepOf(working), reply: '已补发', recoveredFen: 0n, workers: 1 };
  const replied = await service.call('replyToWorkOrder', answer, { ...asWorks, id: 'works' });
  const pass = { ...stepOf(replied), step: 'PASS', days: 0, note: '' };
  await expect(service.call('reviewWorkOrder', pass, asWorks)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  await expect(service.call('reviewWorkOrder', pass, { ...first, id: 'works' })).rejects.toThrow(
    refusedWith('WORK_ORDER_OWN_ANSWER'),
  );
  expect(await review(service, replied, 'PASS')).toMatchObject({ state: 'CALLBACK' });
});

test('waiting for the caller stops the clock by whole days; the light stands with it', async () => {
  const order = await handling();
  const waiting = await step(service, order, 'WAIT');
  await service.sql`
    update work_order set started_at = started_at - interval '5 days', stopped_at = stopped_at - interval '3 days',
      due_on = due_on - 5, yellow_at = yellow_at - interval '9 days'
    where order_id = ${order.orderId}`;
  expect((await orderAt(service, order.orderId)).light).toBe('GREEN');
  const goesOn = await step(service, waiting, 'RESUME');
  expect(goesOn).toMatchObject({
    state: 'HANDLING',
    dueOn: addDays(order.dueOn, 3 - 5),
    light: 'GREEN',
  });
});

test('yellow at half, red after the last day, and by neither name nor number', async () => {
  const [green, yellow, red] = [await handling(), await handling(), await handling()];
  await service.sql`
    update work_order set yellow_at = now() - interval '1 minute' where order_id = ${yellow.orderId}`;
  await service.sql`
    update work_order set yellow_at = now() - interval '9 days', due_on = ${addDays(today, -1)}
    where order_id = ${red.orderId}`;
  const lights = await Promise.all(['GREEN', 'YELLOW', 'RED'].map((light) => idsOf({ light })));
  expect(
    lights.map((ids) => [green, yellow, red].map(({ orderId }) => ids.includes(orderId))),
  ).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ]);
  expect((await orderAt(service, red.orderId)).light).toBe('RED');
  const late = await reply(service, await orderAt(service, red.orderId));
  expect(late).toMatchObject({ onTime: false, light: 'RED' });
  expect(await idsOf({ light: 'RED' })).not.toContain(red.orderId);
  const { items } = await service.call(
    'countWorkOrders',
    { unionId: '', fromOn: today, toOn: today },
    first,
  );
  const of = items.find(({ orderKind }) => orderKind === 'COMPLAINT');
  expect(of).toMatchObject({ regionCode: '321084' });
  expect((of?.replied ?? 0) - (of?.onTime ?? 0)).toBe(1);
});

test('what a calendar that was amended changes is worked out again', async () => {
  const { orderId } = await handling();
  await service.sql`
    update work_order set counted = 'WORKING', limit_days = 5, started_at = '2025-09-30 10:00+08',
      due_on = '2025-10-13', yellow_at = '2025-10-11'
    where order_id = ${orderId}`;
  const told = await service.call('recomputeWorkOrderDues', {}, first);
  expect(told).toEqual({ running: 1, changed: 1 });
  expect((await orderAt(service, orderId)).dueOn).toBe('2025-10-14');
  const again = await service.call('recomputeWorkOrderDues', {}, first);
  expect(again).toEqual({ running: 1, changed: 0 });
});

test('a member opens a petition of his own and follows it; what is answered he reads when somebody looked', async () => {
  const member = memberOf(works);
  const asked = await service.call('openPetition', MATTER, member);
  const { orderId } = asked;
  const mine = async (caller: object = member) =>
    (await service.call('listMyPetitions', { cursor: '', limit: 0 }, caller)).items;
  expect(await mine()).toMatchObject([{ orderId, state: 'RECEIVED', reply: '' }]);
  expect(await mine(memberOf(works))).toEqual([]);
  const order = await orderAt(service, orderId);
  expect(order).toMatchObject({ intake: 'PETITION', unionId: works, callerNameMasked: '' });
  await expect(show(orderId)).rejects.toThrow(refusedWith('WORK_ORDER_ANONYMOUS'));
  const replied = await reply(
    service,
    await step(service, await classify(service, order), 'HANDLE'),
  );
  expect(await mine()).toMatchObject([{ state: 'REPLIED', reply: '' }]);
  await review(service, replied, 'PASS');
  expect(await mine()).toMatchObject([{ state: 'CALLBACK', reply: '已督促补发工资' }]);
  await expect(service.call('openPetition', MATTER, first)).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  const ask = {
    unionId: works,
    intake: 'CALL',
    source: '',
    sourceNo: '',
    ...CALLER,
    ...MATTER,
  };
  const received = await once<Awaited<ReturnType<typeof receive>>>(service, {
    method: 'receiveWorkOrder',
    ask,
    changed: { title: '另一件事' },
    caller: clerkOf(works),
    foreign: clerkOf(mill),
    unknown: 'UNION_UNKNOWN',
  });
  const classified = await once<Awaited<ReturnType<typeof receive>>>(service, {
    method: 'classifyWorkOrder',
    ask: {
      ...stepOf(received),
      orderKind: 'CONSULT',
      orderClass: 'GENERAL',
      regionCode: '321084',
      tags: [],
    },
    changed: { orderKind: 'SERVICE' },
    caller: clerkOf(works),
    foreign: clerkOf(mill),
    unknown: 'WORK_ORDER_UNKNOWN',
  });
  await expect(step(service, received, 'HANDLE')).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(dispatch(service, classified, { toNode: newId().slice(0, 8) })).rejects.toThrow(
    refusedWith('WORK_ORDER_NODE_NOT_BELOW'),
  );
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, TOLD_OF_WORK_ORDERS, ...WORK_ORDER_MOVEMENTS);
});
