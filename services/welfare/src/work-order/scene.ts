// A province, its city and a county of that, which speak by letters alone: the test is the post. And steps of an order.
import { randomBytes } from 'node:crypto';
import { LetterArrived } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { letterArrived } from '@gonglian/contracts/sync.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { openVault } from '@gonglian/kernel/vault.ts';
import { openSigner } from '@gonglian/proof/signing.ts';
import { startWelfare, type Service } from '../scene.ts';

export const CALLER = { callerName: '王小丽', callerPhone: '13800000000' };
export const MATTER = { title: '工资被拖欠', content: '某厂三个月未发工资，共十二人' };

export const first = { id: 'first', duty: 'clerk' } as const;
/** Whoever looks at an answer did not write it. */
export const second = { id: 'second', duty: 'clerk' } as const;

/** As organisation's facts would enter it. */
export async function openRoot({ sql, node }: Service): Promise<string> {
  const root = nodeRootUnionId(node);
  await sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成总工会', 'COUNTY', 'COUNTY', '329999', '2010-01-01')`;
  return root;
}

export const stepOf = ({ orderId, version }: WorkOrder) => ({ orderId, expectedVersion: version });

export const receive = (service: Service, over: object = {}) =>
  service.call(
    'receiveWorkOrder',
    {
      unionId: nodeRootUnionId(service.node),
      intake: 'CALL',
      source: '',
      sourceNo: '',
      ...CALLER,
      ...MATTER,
      ...over,
    },
    first,
  );

export const classify = (service: Service, order: WorkOrder, orderClass = 'COMPLEX') =>
  service.call(
    'classifyWorkOrder',
    {
      ...stepOf(order),
      orderKind: 'COMPLAINT',
      orderClass,
      regionCode: '321084',
      tags: ['欠薪'],
    },
    first,
  );

export const step = (service: Service, order: WorkOrder, name: string, reason = '') =>
  service.call('stepWorkOrder', { ...stepOf(order), step: name, reason, note: '' }, first);

export const review = (service: Service, order: WorkOrder, name: string, days = 0) =>
  service.call('reviewWorkOrder', { ...stepOf(order), step: name, days, note: '已阅' }, second);

export const dispatch = (service: Service, order: WorkOrder, over: object) =>
  service.call(
    'dispatchWorkOrder',
    { ...stepOf(order), toNode: '', toUnionId: '', note: '请办理', ...over },
    first,
  );

export const reply = (service: Service, order: WorkOrder, recoveredFen = 0n) =>
  service.call(
    'replyToWorkOrder',
    { ...stepOf(order), reply: '已督促补发工资', recoveredFen, workers: 12 },
    first,
  );

export const close = (service: Service, order: WorkOrder, satisfaction = 5) =>
  service.call('closeWorkOrder', { ...stepOf(order), satisfaction, note: '' }, first);

export const fileOf = (service: Service, orderId: string) =>
  service.call('getWorkOrder', { orderId }, first);

export async function orderAt(service: Service, orderId: string): Promise<WorkOrder> {
  const { order } = await fileOf(service, orderId);
  if (!order) throw new Error('there is none');
  return order;
}

const region = () => `x${randomBytes(4).toString('hex')}`;

/** Keys of its own: what one node seals another cannot open. */
function keys(n: number) {
  const dataKeys = { 1: Buffer.alloc(32, n) };
  const indexKey = Buffer.alloc(32, n + 50);
  const vault = openVault({ suite: 'std', dataKeys, currentKid: 1, indexKey });
  return { vault, signer: openSigner(Buffer.alloc(32, n + 100)) };
}

export async function startLevels() {
  const [p, c, x] = [region(), region(), region()];
  const at = async (
    n: number,
    level: string,
    node: string,
    above: string | null,
    below: string[],
  ) => {
    const own = { ...keys(n), level, superior: above, subordinates: below };
    const service = await startWelfare(own, { node });
    await openRoot(service);
    await service.call('openWorkOrderDesk', { seats: 4, lawyers: 1, handlers: 3 }, first);
    return service;
  };
  const [province, city, county] = await Promise.all([
    at(1, 'PROVINCE', p, null, [c]),
    at(2, 'CITY', c, p, [x]),
    at(3, 'COUNTY', x, c, []),
  ]);
  const services = [province, city, county];
  return {
    province,
    city,
    county,
    deliver: postman(services),
    stop: () => Promise.all(services.map((service) => service.stop())),
  };
}
export type Levels = Awaited<ReturnType<typeof startLevels>>;

/** Carries what was written, until nobody writes any more. */
function postman(services: readonly Service[]): () => Promise<void> {
  const done = new Map<string, number>();
  const carry = async (from: Service): Promise<Service[]> => {
    const rows = await from.outbox();
    const letters = rows.slice(done.get(from.node) ?? 0).filter(({ data }) => 'toNode' in data);
    done.set(from.node, rows.length);
    const addressees: Service[] = [];
    for (const { fact, data } of letters) {
      const to = services.find(({ node }) => node === data['toNode']);
      if (!to) continue;
      await hear(to, fact, data, from.node);
      addressees.push(to);
    }
    return addressees;
  };
  return async () => {
    for (let round = 0; round < 20; round += 1) {
      const heard = new Set<Service>();
      for (const service of services)
        for (const addressee of await carry(service)) heard.add(addressee);
      if (heard.size === 0) return;
      await Promise.all([...heard].map((service) => service.settled()));
    }
    throw new Error('they do not stop writing');
  };
}

export async function hear(
  service: Service,
  fact: string,
  data: object,
  fromNode: string,
): Promise<void> {
  const letter = {
    letterId: newId(),
    kind: `welfare.${fact}`,
    fromNode,
    data: JSON.stringify(data),
  };
  await service.publishFacts('sync', [
    { type: letterArrived, data: LetterArrived.fromPartial(letter) },
  ]);
}

/** What a node has written of a kind. */
export const written = async (service: Service, fact: string) =>
  (await service.outbox()).filter((row) => row.fact === fact).map(({ data }) => data);
