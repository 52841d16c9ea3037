import { newId } from '@gonglian/kernel/id.ts';
import { refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Service } from '../scene.ts';
import {
  CALLER,
  classify,
  close,
  dispatch,
  fileOf,
  first,
  hear,
  MATTER,
  orderAt,
  receive,
  reply,
  review,
  startLevels,
  step,
  stepOf,
  written,
  type Levels,
} from './scene.ts';

let levels: Levels;
beforeAll(async () => {
  levels = await startLevels();
  await levels.deliver();
});
afterAll(() => levels.stop());

/** From the call at the province to the county that has accepted it. */
async function accepted() {
  const { province, city, county, deliver } = levels;
  const received = await classify(province, await receive(province));
  const { orderId } = received;
  await dispatch(province, received, { toNode: city.node });
  await deliver();
  await dispatch(city, await step(city, await orderAt(city, orderId), 'ACCEPT'), {
    toNode: county.node,
  });
  await deliver();
  await step(county, await orderAt(county, orderId), 'ACCEPT');
  await deliver();
  return received;
}

const at = async (service: Service, orderId: string) => {
  const { state, heldBy } = await orderAt(service, orderId);
  return [state, heldBy];
};

/** Those that wait for the desk of a node. */
const waiting = async (service: Service) => {
  const all = { unionId: '', state: '', light: '', cursor: '', limit: 200, mine: true };
  return (await service.call('listWorkOrders', all, first)).items.map(({ orderId }) => orderId);
};

test('an order goes from the province to the county and its answer back, looked at by each level', async () => {
  const { province, city, county, deliver } = levels;
  const { orderId, dueOn, classifiedAt } = await accepted();
  expect(await at(province, orderId)).toEqual(['ACCEPTED', city.node]);
  expect(await at(city, orderId)).toEqual(['ACCEPTED', county.node]);
  const { content, order: there } = await fileOf(county, orderId);
  expect(content).toBe(MATTER.content);
  expect(there).toMatchObject({
    callerNameMasked: '王**',
    callerPhoneMasked: '138****0000',
    fromNode: city.node,
    dueOn,
    classifiedAt,
    light: 'GREEN',
    orderClass: 'COMPLEX',
    regionCode: '321084',
    tags: ['欠薪'],
    counted: 'CALENDAR',
    limitDays: 15,
    daysLeft: 15,
  });
  expect(await waiting(county)).toContain(orderId);
  for (const service of [province, city]) expect(await waiting(service)).not.toContain(orderId);
  const handled = await reply(
    county,
    await step(county, await orderAt(county, orderId), 'HANDLE'),
    8_600_000n,
  );
  await expect(step(province, await orderAt(province, orderId), 'HANDLE')).rejects.toThrow(
    refusedWith('WORK_ORDER_AT_NEIGHBOUR'),
  );
  await review(county, handled, 'PASS');
  await deliver();
  expect(await at(county, orderId)).toEqual(['LEVEL_REVIEW', city.node]);
  expect(await at(province, orderId)).toEqual(['LEVEL_REVIEW', city.node]);
  // The city is not content: the county answers once more.
  await review(city, await orderAt(city, orderId), 'SEND_BACK');
  await deliver();
  expect(await orderAt(county, orderId)).toMatchObject({
    state: 'ACCEPTED',
    heldBy: '',
    repliedAt: '',
  });
  const again = await step(county, await orderAt(county, orderId), 'HANDLE');
  await review(county, await reply(county, again, 9_600_000n), 'PASS');
  await deliver();
  await review(city, await orderAt(city, orderId), 'PASS');
  await deliver();
  const asked = await review(province, await orderAt(province, orderId), 'PASS');
  expect(asked).toMatchObject({ state: 'CALLBACK', onTime: true, recoveredFen: 9_600_000n, dueOn });
  expect((await fileOf(province, orderId)).reply).toBe('已督促补发工资');
  await close(province, asked, 4);
  await deliver();
  for (const service of [city, county])
    expect(await orderAt(service, orderId)).toMatchObject({ state: 'CLOSED', satisfaction: 4 });
  const of = async (service: Service, fact: string) =>
    (await written(service, fact)).filter((data) => data['orderId'] === orderId);
  expect(await of(county, 'work-order.handled')).toMatchObject([
    { onTime: true, recoveredFen: '9600000', workers: 12, orderKind: 'COMPLAINT' },
  ]);
  expect(await of(province, 'work-order.closed')).toMatchObject([{ satisfaction: 4 }]);
  for (const service of [province, city])
    expect(await of(service, 'work-order.handled')).toEqual([]);
  for (const service of [city, county]) expect(await of(service, 'work-order.closed')).toEqual([]);
  const posted = JSON.stringify([
    await province.outbox(),
    await city.outbox(),
    await county.outbox(),
  ]);
  for (const text of [...Object.values(CALLER), ...Object.values(MATTER), '已督促补发工资'])
    expect(posted).not.toContain(text);
});

test('an extension is asked for below and given above; what is supervised is known at each level', async () => {
  const { province, city, county, deliver } = levels;
  const { orderId, dueOn } = await accepted();
  const handling = await step(county, await orderAt(county, orderId), 'HANDLE');
  await step(county, handling, 'ASK_EXTENSION');
  await deliver();
  // Where it was received somebody has to answer that, wherever it lies.
  expect(await waiting(province)).toContain(orderId);
  expect(await waiting(city)).not.toContain(orderId);
  await expect(review(city, await orderAt(city, orderId), 'GRANT_EXTENSION', 5)).rejects.toThrow(
    refusedWith('WORK_ORDER_RECEIVED_ELSEWHERE'),
  );
  const granted = await review(province, await orderAt(province, orderId), 'GRANT_EXTENSION', 5);
  expect(granted.dueOn > dueOn).toBe(true);
  await deliver();
  const here = await orderAt(county, orderId);
  expect(here).toMatchObject({ extension: 'GRANTED', extensionDays: 5, dueOn: granted.dueOn });
  await expect(step(county, here, 'ASK_EXTENSION')).rejects.toThrow(
    refusedWith('WORK_ORDER_EXTENDED_ONCE'),
  );
  await review(city, await orderAt(city, orderId), 'SUPERVISE');
  await deliver();
  for (const service of [province, county])
    expect((await orderAt(service, orderId)).supervisedOn).not.toBe('');
  expect(await orderAt(province, orderId)).toMatchObject({
    extension: 'GRANTED',
    extensionDays: 5,
  });
});

test('returned by the county it is given once more, and its clock goes on', async () => {
  const { province, city, county, deliver } = levels;
  const received = await classify(province, await receive(province));
  const { orderId, dueOn } = received;
  await expect(dispatch(province, received, { toNode: county.node })).rejects.toThrow(
    refusedWith('WORK_ORDER_NODE_NOT_BELOW'),
  );
  await dispatch(province, received, { toNode: city.node });
  await deliver();
  const taken = await step(city, await orderAt(city, orderId), 'ACCEPT');
  await dispatch(city, taken, { toNode: county.node });
  await deliver();
  await step(county, await orderAt(county, orderId), 'RETURN', 'NOT_OURS');
  await deliver();
  expect(await at(city, orderId)).toEqual(['RETURNED', '']);
  expect(await at(province, orderId)).toEqual(['RETURNED', city.node]);
  const { steps } = await fileOf(city, orderId);
  expect(steps.at(-1)).toMatchObject({ step: 'RETURN', note: 'NOT_OURS', node: county.node });
  await dispatch(city, await orderAt(city, orderId), { toNode: county.node });
  await deliver();
  expect(await orderAt(county, orderId)).toMatchObject({ state: 'DISPATCHED', heldBy: '', dueOn });
  // The caller takes it back while the county accepts it: both words cross, and what is over stays over.
  await step(county, await orderAt(county, orderId), 'ACCEPT');
  await review(province, await orderAt(province, orderId), 'CANCEL');
  await deliver();
  for (const service of [province, city, county])
    expect((await orderAt(service, orderId)).state).toBe('CANCELLED');
});

test('reopened once after the call-back; the clock begins anew', async () => {
  const { province, city, county, deliver } = levels;
  const { orderId } = await accepted();
  const handling = await step(county, await orderAt(county, orderId), 'HANDLE');
  await review(county, await reply(county, handling, 100n), 'PASS');
  await deliver();
  await review(city, await orderAt(city, orderId), 'PASS');
  await deliver();
  const asked = await review(province, await orderAt(province, orderId), 'PASS');
  const open = await review(province, asked, 'REOPEN');
  expect(open).toMatchObject({
    state: 'REOPENED',
    reopened: true,
    repliedAt: '',
    recoveredFen: 0n,
  });
  expect(open.classifiedAt > asked.classifiedAt).toBe(true);
  const handledHere = await reply(province, await step(province, open, 'HANDLE'), 200n);
  const passed = await review(province, handledHere, 'PASS');
  await expect(review(province, passed, 'REOPEN')).rejects.toThrow(
    refusedWith('WORK_ORDER_REOPENED_ONCE'),
  );
  await close(province, passed, 0);
  await deliver();
  expect((await orderAt(county, orderId)).state).toBe('CLOSED');
  const counted = async (service: Service) =>
    (await written(service, 'work-order.handled')).filter((data) => data['orderId'] === orderId);
  expect(await counted(county)).toEqual([]);
  expect(await counted(province)).toMatchObject([{ recoveredFen: '200' }]);
});

test('letters said again move nothing; who is no neighbour, or speaks of what is not his, is parked', async () => {
  const { province, city, county } = levels;
  const { orderId } = await accepted();
  const before = await orderAt(county, orderId);
  const [sent] = (await written(city, 'work-order.dispatched')).filter(
    (data) => data['orderId'] === orderId && data['toNode'] === county.node,
  );
  await hear(county, 'work-order.dispatched', sent ?? {}, city.node);
  await county.settled();
  expect(await orderAt(county, orderId)).toEqual(before);
  const parked = async () => {
    const rows = await province.sql<{ reason: string }>`select reason from parked order by id`;
    return rows.map(({ reason }) => reason);
  };
  const [told] = (await written(city, 'work-order.told')).filter(
    (data) => data['orderId'] === orderId,
  );
  const forged = { ...told, fromNode: county.node, toldNo: '99' };
  await hear(province, 'work-order.told', forged, county.node);
  await province.settled();
  expect(await parked()).toEqual(['WORK_ORDER_NOT_YOURS']);
  await hear(province, 'work-order.told', { ...told, orderId: newId(), toldNo: '99' }, city.node);
  await province.settled();
  expect(await parked()).toEqual(['WORK_ORDER_NOT_YOURS', 'WORK_ORDER_NOT_YOURS']);
});

test('merged with another, transferred out', async () => {
  const { county: service } = levels;
  const [one, other] = [await receive(service), await receive(service)];
  const into = { ...stepOf(one), intoOrderId: other.orderId };
  await expect(
    service.call('mergeWorkOrder', { ...into, intoOrderId: one.orderId }, first),
  ).rejects.toThrow(refusedWith('WORK_ORDER_MERGED_INTO_NONE'));
  const merged = await service.call('mergeWorkOrder', into, first);
  expect(merged).toMatchObject({ state: 'MERGED', mergedInto: other.orderId });
  const classified = await classify(service, other);
  const out = { ...stepOf(classified), agency: 'ARBITRATION', agencyNo: '仲〔2026〕9号' };
  expect(await service.call('transferWorkOrderOut', out, first)).toMatchObject({
    state: 'TRANSFERRED_OUT',
    agency: 'ARBITRATION',
  });
});
