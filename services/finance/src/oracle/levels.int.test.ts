// County, city and province, each with a book of its own: a year of receipts, of which the levels above have their part, of
// transfers downward, and of payments that came back. After each month both ends say the same, and every book is clean.
import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, receipt20000, type Service } from '../ledger/scene.ts';
import { approver, cashier, noDecision } from '../payment/scene.ts';
import { parts } from '../service.ts';
import { hearLetter } from '../settlement/scene.ts';
import { draw } from './five-years.ts';

const SEED = 20_261_121;
const LEVELS = ['COUNTY', 'CITY', 'PROVINCE'] as const;
type Level = (typeof LEVELS)[number];
const run = newId().slice(-6);
const nodes = { COUNTY: `c${run}`, CITY: `b${run}`, PROVINCE: `a${run}` } as const;
const above = { COUNTY: 'CITY', CITY: 'PROVINCE' } as const;

const services = new Map<Level, Service>();
const at = (level: Level): Service => services.get(level) as Service;
const carried = new Set<string>();

beforeAll(async () => {
  for (const level of LEVELS) {
    const neighbours = {
      superior: level === 'PROVINCE' ? null : nodes[above[level]],
      subordinates: level === 'COUNTY' ? [] : [nodes[level === 'CITY' ? 'COUNTY' : 'CITY']],
    };
    const own = { ...testOwn(), level, ...neighbours };
    const service = await startTestService(parts, own, { node: nodes[level] });
    services.set(level, service);
    await service.sql`
      insert into known_union (union_id, name, level, kind, region_code, established_on)
      values (${nodeRootUnionId(nodes[level])}, '合成总工会', ${level}, 'FEDERATION', '329901', '2020-01-01')`;
  }
});
afterAll(async () => {
  for (const service of services.values()) await service.stop();
});

/** Carries what each has written to the other end. */
async function carry(): Promise<void> {
  for (const [level, service] of services) {
    for (const { fact, data } of await service.outbox()) {
      const letter = `${fact} ${String(data['settlementId'])}`;
      if (!fact.startsWith('settlement.') || carried.has(letter)) continue;
      carried.add(letter);
      const { fromNode, toNode } = data as { fromNode: string; toNode: string };
      const to = LEVELS.find(
        (one) => nodes[one] === (fromNode === nodes[level] ? toNode : fromNode),
      );
      if (!to) throw new Error(`nobody is ${toNode}`);
      await hearLetter(at(to), fact, data, nodes[level]);
    }
  }
}

/** Asks again until it stands there in that state. */
function inState(level: Level, settlementId: string, state: string): Promise<Settlement> {
  return eventually(async () => {
    const found = await at(level).call('getSettlement', { settlementId }, cashier);
    expect(found.state).toBe(state);
    return found;
  });
}

interface Sending {
  from: Level;
  to: Level;
  period: string;
  amountFen: bigint;
}

async function send({ from, to, period, amountFen }: Sending): Promise<string> {
  const up = LEVELS.indexOf(to) > LEVELS.indexOf(from);
  const proposal = {
    toNode: nodes[to],
    kind: up ? 'REMITTANCE' : 'GENERAL_TRANSFER',
    period,
    amountFen,
    shares: up ? sharesOf(from, amountFen) : [],
    bank: 'bank-1',
    purpose: '合成',
    project: '',
    docNo: '',
    permittedCodes: [],
    deadline: '',
    emergencyEvent: '',
    emergencyReason: '',
  };
  const { settlementId } = await at(from).call('proposeSettlement', proposal, cashier);
  const step = { settlementId, expectedVersion: 1, sentOn: `${period}-20`, ...noDecision };
  await at(from).call('approveSettlement', step, approver);
  await carry();
  return settlementId;
}

/** Half is of the next level, half of those above it. */
function sharesOf(from: Level, amountFen: bigint): { level: string; amountFen: bigint }[] {
  const half = amountFen / 2n;
  return from === 'COUNTY'
    ? [
        { level: 'CITY', amountFen: half },
        { level: 'PROVINCE', amountFen: amountFen - half },
      ]
    : [{ level: 'PROVINCE', amountFen }];
}

async function receive({ from, to, period, amountFen }: Sending, settlementId: string) {
  const { version } = await inState(to, settlementId, 'EXPECTED');
  const arrived = { receivedOn: `${period}-22`, receivedFen: amountFen, bank: 'bank-1' };
  const ask = { settlementId, expectedVersion: version, ...arrived };
  await at(to).call('receiveSettlement', ask, cashier);
  await carry();
  await inState(from, settlementId, 'CONFIRMED');
}

async function comeBack({ from, to, period }: Sending, settlementId: string): Promise<void> {
  const { version } = await inState(to, settlementId, 'EXPECTED');
  const said = { disputedOn: `${period}-23`, reasonCode: 'NOT_ARRIVED', receivedFen: 0n };
  await at(to).call(
    'disputeSettlement',
    { settlementId, expectedVersion: version, ...said },
    cashier,
  );
  await carry();
  const disputed = await inState(from, settlementId, 'DISPUTED');
  const back = { settlementId, expectedVersion: disputed.version, returnedOn: `${period}-25` };
  await at(from).call('returnSettlement', back, approver);
  await carry();
  await inState(to, settlementId, 'RETURNED');
}

/** What is on its way is the same at both ends, and every check of every book holds. */
async function expectAgreement(): Promise<void> {
  for (const lower of ['COUNTY', 'CITY'] as const) {
    const upper = above[lower];
    // A letter that was carried is heard a moment later.
    await eventually(async () => {
      const here = await openOf(lower, nodes[upper]);
      const there = await openOf(upper, nodes[lower]);
      expect(here).toEqual({ out: there.in, in: there.out });
    });
  }
  for (const [level, service] of services) {
    const ask = { unionId: nodeRootUnionId(nodes[level]) };
    const { checks } = await service.call('verifyLedger', ask, { duty: 'auditor' });
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  }
}

async function openOf(level: Level, neighbour: string) {
  const ask = {
    direction: '',
    unmatched: true,
    neighbour,
    cursor: '',
    limit: 1,
    kind: '',
    year: 0,
    state: '',
  };
  const open = await at(level).call('listSettlements', ask, cashier);
  return { out: open.unmatchedOutFen, in: open.unmatchedInFen };
}

async function fenOf(level: Level, code: string): Promise<number> {
  const [row] = await at(level).sql<{ fen: string }>`
    select coalesce(sum(s.balance_fen), 0) as fen from account as a
    join account_balance as s using (book_id, account_no) where a.code = ${code}`;
  return Number(row?.fen);
}

test('a year of three levels: nothing is lost between them', { timeout: 120_000 }, async () => {
  let receipts = 0;
  for (let month = 1; month <= 12; month += 1) {
    const period = `2025-${String(month).padStart(2, '0')}`;
    const came = 1 + draw(SEED, month, 3);
    receipts += came;
    const vouchers = Array.from({ length: came }, () =>
      receipt20000(newId(), { eventOn: `${period}-15` }),
    );
    const county = nodeRootUnionId(nodes.COUNTY);
    await inTx(at('COUNTY'), (tx) => postVouchers(tx, county, vouchers));
    const remitted = {
      from: 'COUNTY',
      to: 'CITY',
      period,
      amountFen: BigInt(came) * 400_000n,
    } as const;
    if (month % 4 === 0) await comeBack(remitted, await send(remitted));
    await receive(remitted, await send(remitted));
    const passed = {
      from: 'CITY',
      to: 'PROVINCE',
      period,
      amountFen: remitted.amountFen / 2n,
    } as const;
    const onItsWay = await send(passed);
    await expectAgreement();
    await receive(passed, onItsWay);
    if (month % 3 !== 0) continue;
    const given = { from: 'CITY', to: 'COUNTY', period, amountFen: 50_000n } as const;
    await receive(given, await send(given));
  }
  await expectAgreement();
  const cash = await Promise.all(LEVELS.map((level) => fenOf(level, '102')));
  expect(cash.reduce((sum, fen) => sum + fen, 0)).toBe(receipts * 2_000_000);
  expect(cash).toEqual([
    receipts * 1_600_000 + 4 * 50_000,
    receipts * 200_000 - 4 * 50_000,
    receipts * 200_000,
  ]);
  expect([await fenOf('COUNTY', '211'), await fenOf('CITY', '211')]).toEqual([0, 0]);
});
