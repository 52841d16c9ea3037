import { HonourSlateSent } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import {
  GrantApplied,
  GrantRuleAnnounced,
  SettlementAnswered,
  SettlementSent,
} from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { WorkOrderTold } from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import { honourSlateSent } from '@gonglian/contracts/competitions.ts';
import {
  grantApplied,
  grantRuleAnnounced,
  settlementAnswered,
  settlementSent,
} from '@gonglian/contracts/finance.ts';
import { workOrderTold } from '@gonglian/contracts/welfare.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startProxy, type Proxy } from '@gonglian/testing/proxy.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newRegion, startNode, type SceneNode } from '../scene.ts';

// A county and its city, between them a link that can be cut: what finance of one writes to finance of the other.

let proxy: Proxy;
let city: SceneNode;
let county: SceneNode;

beforeAll(async () => {
  const natsUrl = inject('natsUrl');
  proxy = await startProxy(Number(new URL(natsUrl).port));
  const [above, below] = [newRegion(), newRegion()];
  city = await startNode({ natsUrl, region: above, level: 'CITY', subordinates: [below] });
  county = await startNode({
    natsUrl,
    region: below,
    superior: above,
    superiorBroker: { url: `nats://127.0.0.1:${proxy.port}` },
    heartbeatMs: 300,
  });
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
  await proxy.stop();
});

async function pay(from: SceneNode, toNode: string): Promise<string> {
  const settlementId = newId();
  const data = { settlementId, fromNode: from.region, toNode, kind: 'REMITTANCE', amountFen: 400n };
  await from.service.publishFacts('finance', [
    { type: settlementSent, data: SettlementSent.fromPartial(data) },
  ]);
  return settlementId;
}

interface Arrived {
  kind: string;
  fromNode: string;
  settlementId: string;
}

/** The letters that the services of a node were told of, in their order. */
async function arrivedAt(node: SceneNode): Promise<Arrived[]> {
  const rows = await node.service.outbox();
  return rows
    .filter(({ fact }) => fact === 'letter.arrived')
    .map(({ data: { kind, fromNode, data } }) => ({
      kind: String(kind),
      fromNode: String(fromNode),
      settlementId: (JSON.parse(String(data)) as { settlementId: string }).settlementId,
    }));
}

test('a letter goes up and its answer comes down, each once', async () => {
  const settlementId = await pay(county, city.region);
  const sent = { kind: 'finance.settlement.sent', fromNode: county.region, settlementId };
  await eventually(async () => expect(await arrivedAt(city)).toEqual([sent]));
  const answer = { settlementId, fromNode: county.region, toNode: city.region, answer: 'RECEIVED' };
  await city.service.publishFacts('finance', [
    { type: settlementAnswered, data: SettlementAnswered.fromPartial(answer) },
  ]);
  const answered = { kind: 'finance.settlement.answered', fromNode: city.region, settlementId };
  await eventually(async () => expect(await arrivedAt(county)).toEqual([answered]));
  await eventually(async () => {
    expect(await city.service.sql`select letters_taken::int as taken from peer`).toEqual([
      { taken: 1 },
    ]);
  });
});

test('what welfare of a county says of an order comes to its city', async () => {
  const data = { orderId: newId(), fromNode: county.region, toNode: city.region, toldNo: 3n };
  await county.service.publishFacts('welfare', [
    { type: workOrderTold, data: WorkOrderTold.fromPartial(data) },
  ]);
  await eventually(async () => {
    const rows = await city.service.outbox();
    expect(rows.findLast(({ fact }) => fact === 'letter.arrived')?.data).toMatchObject({
      kind: 'welfare.work-order.told',
      fromNode: county.region,
      data: JSON.stringify(WorkOrderTold.toJSON(WorkOrderTold.fromPartial(data))),
    });
  });
});

test('what competitions of a node wrote goes to its neighbour too', async () => {
  const slateId = newId();
  const data = { slateId, fromNode: county.region, toNode: city.region, nominations: 1 };
  await county.service.publishFacts('competitions', [
    { type: honourSlateSent, data: HonourSlateSent.fromPartial(data) },
  ]);
  await eventually(async () => {
    const rows = await city.service.outbox();
    expect(rows.findLast(({ fact }) => fact === 'letter.arrived')?.data).toMatchObject({
      kind: 'competitions.honour-slate.sent',
      fromNode: county.region,
      data: JSON.stringify(HonourSlateSent.toJSON(HonourSlateSent.fromPartial(data))),
    });
  });
});

test('an application for a grant goes up, and the rule that it is under comes down', async () => {
  const [grantId, ruleId] = [newId(), newId()];
  const up = { grantId, fromNode: county.region, toNode: city.region };
  await county.service.publishFacts('finance', [
    { type: grantApplied, data: GrantApplied.fromPartial(up) },
  ]);
  const down = { ruleId, fromNode: city.region, toNode: county.region };
  await city.service.publishFacts('finance', [
    { type: grantRuleAnnounced, data: GrantRuleAnnounced.fromPartial(down) },
  ]);
  const last = async (node: SceneNode) => {
    const rows = await node.service.outbox();
    return rows.findLast(({ fact }) => fact === 'letter.arrived')?.data;
  };
  await eventually(async () => {
    expect(await last(city)).toMatchObject({ kind: 'finance.grant.applied' });
    expect(await last(county)).toMatchObject({ kind: 'finance.grant-rule.announced' });
  });
});

test('what is written down while the link is cut arrives once, in its order, when it is mended', async () => {
  const before = (await arrivedAt(county)).length;
  proxy.cut();
  const written: string[] = [];
  // More than one message holds.
  for (let n = 0; n < 60; n += 1) written.push(await pay(city, county.region));
  const upward = await pay(county, city.region);
  await eventually(async () => {
    const [kept] = await city.service.sql`select count(*)::int as n from letter_down`;
    expect(kept).toEqual({ n: before + 60 });
  });
  expect(await arrivedAt(county)).toHaveLength(before);
  proxy.mend();
  await eventually(
    async () => {
      const arrived = (await arrivedAt(county)).slice(before);
      expect(arrived.map(({ settlementId }) => settlementId)).toEqual(written);
      expect((await arrivedAt(city)).at(-1)).toMatchObject({ settlementId: upward });
    },
    { timeoutMs: 30_000 },
  );
});

test('what is said down twice is taken once', async () => {
  const before = await arrivedAt(county);
  await city.service.sql`update peer set letters_taken = 0`;
  await pay(city, county.region);
  await eventually(
    async () => {
      const [peer] = await city.service.sql`select letters_taken::int as taken from peer`;
      expect(peer).toEqual({ taken: 63 });
    },
    { timeoutMs: 30_000 },
  );
  expect(await arrivedAt(county)).toHaveLength(before.length + 1);
});

test('a letter to a node that is no neighbour is parked, and the next ones go on', async () => {
  await pay(county, '999999');
  const settlementId = await pay(county, city.region);
  await eventually(async () => {
    expect((await arrivedAt(city)).at(-1)).toMatchObject({ settlementId });
    expect(await county.service.sql`select reason from parked`).toEqual([
      { reason: 'NODE_NOT_NEIGHBOUR' },
    ]);
  });
});
