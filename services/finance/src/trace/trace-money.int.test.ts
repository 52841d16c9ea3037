import { SettlementSent } from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { LetterArrived } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import {
  MoneyTrace,
  SettlementTrace,
  type TraceMoneyRequest,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { letterArrived } from '@gonglian/contracts/sync.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journal, openUnion, startFinance, voucher, type Service } from '../ledger/scene.ts';
import {
  asking,
  BANK,
  byEnd,
  moving,
  node,
  OWN,
  payer,
  posted,
  project,
  recipient,
  reversing,
  UPPER,
} from './scene.ts';

const CITY = '329900';
const auditor = { duty: 'auditor' } as const;
let county: Service;
let root: string;
beforeAll(async () => {
  county = await startFinance();
  root = nodeRootUnionId(county.node);
  await county.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329901', '2020-01-01')`;
});
afterAll(() => county.stop());

const trace = (unionId: string, over: Partial<TraceMoneyRequest>) =>
  county.call('traceMoney', asking(unionId, over), auditor);
const refusal = (code: string) => expect.objectContaining({ code });

test('money that came back is of those who had paid it in, through any number of purses', async () => {
  const unionId = await openUnion(county);
  const first = await posted(county, unionId, moving([[payer('a'), OWN, 300]]));
  const second = await posted(county, unionId, moving([[payer('b'), OWN, 200]]));
  await posted(county, unionId, moving([[OWN, project('warmth'), 400]]));
  const paid = await posted(county, unionId, moving([[project('warmth'), recipient('r'), 350]]));
  expect(byEnd(await trace(unionId, { voucherNo: paid }))).toEqual({
    [`payer ${first}`]: 300,
    [`payer ${second}`]: 50,
  });
  const back = await posted(county, unionId, reversing(Number(paid)));
  const again = await posted(county, unionId, moving([[project('warmth'), recipient('q'), 400]]));
  // The 50 that had stayed go first; then what came back, as it had gone.
  expect(byEnd(await trace(unionId, { voucherNo: again }))).toEqual({
    [`payer ${first}`]: 300,
    [`payer ${second}`]: 100,
  });
  const way = await trace(unionId, { voucherNo: again, fromFen: 60n, toFen: 61n });
  expect(way.hops.map(({ depth, voucherNo }) => [depth, voucherNo])).toEqual([
    [0, again],
    [1, back],
    [2, paid],
    [3, 3n],
    [4, first],
  ]);
  expect(way.hops[1]).toMatchObject({ reversesNo: paid });
  const gone = await trace(unionId, { voucherNo: first, direction: 'FORWARD' });
  expect(byEnd(gone)).toEqual({ [`recipient ${again}`]: 300 });
});

test('an interval of a purse, either way; a page says what is left', async () => {
  const unionId = await openUnion(county);
  for (let n = 0; n < 7; n += 1) await posted(county, unionId, moving([[payer(`p${n}`), OWN, 10]]));
  const paid = await posted(county, unionId, moving([[OWN, recipient('r'), 45]]));
  const pot = { potKind: 'own', potBank: BANK };
  const some = await trace(unionId, { ...pot, fromFen: 15n, toFen: 32n });
  expect(byEnd(some)).toEqual({ 'payer 2': 5, 'payer 3': 10, 'payer 4': 2 });
  expect(byEnd(await trace(unionId, { ...pot, direction: 'FORWARD' }))).toEqual({
    [`recipient ${paid}`]: 45,
    'pot own': 25,
  });
  const sums: Record<string, number> = {};
  let fromFen = 0n;
  for (let page = 0; page < 5; page += 1) {
    const part = await trace(unionId, { voucherNo: paid, fromFen, limit: 2 });
    expect(part.complete).toBe(true);
    for (const [end, fen] of Object.entries(byEnd(part))) sums[end] = (sums[end] ?? 0) + fen;
    fromFen = part.nextFromFen;
    if (fromFen === 0n) break;
    expect(part.toFen).toBe(fromFen);
  }
  expect({ fromFen, sums }).toEqual({
    fromFen: 0n,
    sums: { 'payer 1': 10, 'payer 2': 10, 'payer 3': 10, 'payer 4': 10, 'payer 5': 5 },
  });
});

test('one move of several; what moves nothing, what is not there, what is not one thing', async () => {
  const unionId = await openUnion(county);
  const receipt = moving([
    [payer('a'), OWN, 30],
    [payer('a'), UPPER, 20],
  ]);
  const no = await posted(county, unionId, receipt);
  const upper = await trace(unionId, { voucherNo: no, moveN: 2, direction: 'FORWARD' });
  expect(byEnd(upper)).toEqual({ 'pot upper': 20 });
  const still = await posted(county, unionId, voucher({ legs: journal('135', '215', 5) }));
  for (const [over, code] of [
    [{ voucherNo: still }, 'VOUCHER_MOVES_NOTHING'],
    [{ voucherNo: 99n }, 'VOUCHER_UNKNOWN'],
    [{ potKind: 'own', potKey: 'nobody' }, 'POT_UNKNOWN'],
    [{ potKind: 'payer', potKey: 'a' }, 'POT_OUTSIDE'],
    [{}, 'TRACE_SUBJECT'],
    [{ voucherNo: no, receiptId: newId() }, 'TRACE_SUBJECT'],
    [{ moveN: 1, lineId: newId() }, 'TRACE_SUBJECT'],
    [{ voucherNo: no, fromFen: 50n }, 'TRACE_INTERVAL'],
    [{ voucherNo: no, toFen: 51n }, 'TRACE_INTERVAL'],
    [{ voucherNo: no, direction: 'SIDEWAYS' }, 'FIELD_INVALID'],
    [{ voucherNo: no, limit: 201 }, 'FIELD_INVALID'],
  ] as const)
    await expect(trace(unionId, over)).rejects.toThrow(refusal(code));
});

test('a purse that is kept for a union has its name; one that is kept for nobody known here has none', async () => {
  const unionId = await openUnion(county);
  const keptFor = await openUnion(county);
  const lower = (key: string) => ({ kind: 'lower', key, bank: BANK }) as const;
  const keys = [keptFor, newId(), 'nobody'];
  const shares = keys.map((key) => [payer('a'), lower(key), 10] as const);
  const no = await posted(county, unionId, moving(shares));
  const { ends, unions } = await trace(unionId, { voucherNo: no, direction: 'FORWARD' });
  expect(ends.map(({ pot }) => pot?.key)).toEqual(keys);
  expect(unions).toEqual([{ unionId: keptFor, unionName: '合成工会' }]);
});

test('a way that is longer than any real one is told as far as it was followed', async () => {
  const unionId = await openUnion(county);
  await posted(county, unionId, moving([[payer('a'), OWN, 10]]));
  let from = OWN;
  for (let n = 0; n < 20; n += 1) {
    await posted(county, unionId, moving([[from, project(`p${n}`), 10]]));
    from = project(`p${n}`);
  }
  const paid = await posted(county, unionId, moving([[from, recipient('r'), 10]]));
  const { complete, ends } = await trace(unionId, { voucherNo: paid });
  expect({ complete, ends }).toMatchObject({
    complete: false,
    ends: [{ kind: 'gap', reason: 'TOO_DEEP', amountFen: 10n, depth: 16 }],
  });
});

test('rows that somebody took away are a gap, and not another answer', async () => {
  const unionId = await openUnion(county);
  await posted(county, unionId, moving([[payer('a'), OWN, 10]]));
  const hidden = await posted(county, unionId, moving([[payer('b'), OWN, 10]]));
  const last = await posted(county, unionId, moving([[payer('c'), OWN, 10]]));
  const paid = await posted(county, unionId, moving([[OWN, recipient('r'), 30]]));
  await hide(unionId, hidden);
  const back = await trace(unionId, { voucherNo: paid });
  expect(back.complete).toBe(false);
  expect(back.ends).toMatchObject([
    { kind: 'payer', atFen: 0n, amountFen: 10n },
    { kind: 'gap', reason: 'INTERVAL_MISSING', atFen: 10n, amountFen: 10n },
    { kind: 'payer', atFen: 20n, amountFen: 10n },
  ]);
  await hide(unionId, last);
  const verified = await county.call('verifyLedger', { unionId }, auditor);
  const bad = verified.checks.filter(({ ok }) => !ok).map(({ check }) => check);
  expect(bad).toContain('I12_TRACE');
});

test('a reversal whose other half somebody took away is a gap', async () => {
  const unionId = await openUnion(county);
  await posted(county, unionId, moving([[payer('a'), OWN, 10]]));
  const paid = await posted(county, unionId, moving([[OWN, recipient('r'), 10]]));
  const back = await posted(county, unionId, reversing(Number(paid)));
  const again = await posted(county, unionId, moving([[OWN, recipient('q'), 10]]));
  await hide(unionId, paid);
  const { complete, ends } = await trace(unionId, { voucherNo: again });
  expect({ complete, ends }).toMatchObject({
    complete: false,
    ends: [{ kind: 'gap', reason: 'REVERSAL_UNLIKE', amountFen: 10n, voucherNo: back, depth: 1 }],
  });
});

/** As the owner of the tables could, and nobody else. */
async function hide(unionId: string, no: bigint): Promise<void> {
  await county.sql`alter table move_2026 disable trigger all`;
  await county.sql`
    delete from move where no = ${no} and book_id = (select book_id from book where union_id = ${unionId})`;
  await county.sql`alter table move_2026 enable trigger all`;
}

/** The city has sent it, and it lies at the county's bank: 50 its own share, 150 for the levels above. */
async function fromCity(): Promise<{ settlementId: string; voucherNo: bigint }> {
  const settlementId = newId();
  const sent = SettlementSent.fromPartial({
    settlementId,
    fromNode: CITY,
    toNode: county.node,
    kind: 'REMITTANCE',
    period: '2026-03',
    amountFen: 200n,
    shares: [{ level: 'COUNTY', amountFen: 50n }],
    sentOn: '2026-04-02',
    purpose: '三月',
    voucherNo: 3n,
  });
  const data = JSON.stringify(SettlementSent.toJSON(sent));
  const letter = { letterId: newId(), kind: 'finance.settlement.sent', fromNode: CITY, data };
  await county.publishFacts('sync', [
    { type: letterArrived, data: LetterArrived.fromPartial(letter) },
  ]);
  const finance = { duty: 'finance', id: 'cashier' } as const;
  await eventually(() => county.call('getSettlement', { settlementId }, finance));
  const ask = { settlementId, expectedVersion: 1, receivedOn: '2026-04-03', bank: BANK };
  return county.call('receiveSettlement', { ...ask, receivedFen: 200n }, finance);
}

const questionOf = (node_: string, over: Partial<SettlementTrace>) => ({
  node: node_,
  kind: 'trace',
  body: Buffer.from(
    SettlementTrace.encode(
      SettlementTrace.fromPartial({ direction: 'FORWARD', toFen: 200n, limit: 100, ...over }),
    ).finish(),
  ),
});
const service = { duty: 'service' } as const;

test('at a neighbour the trace ends with the settlement, and where in it', async () => {
  const { settlementId, voucherNo } = await fromCity();
  const paid = await posted(county, root, moving([[UPPER, recipient('r'), 150]]));
  const { ends } = await trace(root, { voucherNo: paid });
  expect(ends).toMatchObject([
    {
      kind: 'node',
      pot: { kind: 'node', key: CITY },
      settlementId,
      settlementFromFen: 50n,
      amountFen: 150n,
      voucherNo,
    },
  ]);
  // A payment to a node that nobody proposed is none that could be asked about there.
  const stray = await posted(
    county,
    root,
    moving([
      [payer('a'), OWN, 5],
      [OWN, node(CITY), 5],
    ]),
  );
  expect((await trace(root, { voucherNo: stray, direction: 'FORWARD' })).ends).toContainEqual(
    expect.objectContaining({ kind: 'gap', reason: 'SETTLEMENT_UNNAMED' }),
  );
});

test('a neighbour is answered about a settlement between the two, and about nothing else', async () => {
  const { settlementId } = await fromCity();
  const ask = (from: string, over: Partial<SettlementTrace> = {}, caller: object = service) =>
    county.call('answerNeighbour', questionOf(from, { settlementId, ...over }), caller);
  const { body } = await ask(CITY, { fromFen: 20n });
  const told = MoneyTrace.decode(body);
  expect(byEnd(told)).toEqual({ 'pot own': 30, 'pot upper': 150 });
  expect(told).toMatchObject({ fromFen: 20n, toFen: 200n, unionId: root });
  await expect(ask('329800')).rejects.toThrow(refusal('SETTLEMENT_UNKNOWN'));
  await expect(ask(CITY, { settlementId: newId() })).rejects.toThrow(refusal('SETTLEMENT_UNKNOWN'));
  await expect(ask(CITY, {}, auditor)).rejects.toThrow(refusal('PERMISSION_MISSING'));
  await expect(ask(CITY, { toFen: 201n })).rejects.toThrow(refusal('TRACE_INTERVAL'));
  await expect(ask(CITY, { limit: 0 })).rejects.toThrow(refusal('LETTER_MALFORMED'));
  const torn = { ...questionOf(CITY, {}), body: Buffer.from([0xff, 0xff]) };
  await expect(county.call('answerNeighbour', torn, service)).rejects.toThrow(
    refusal('LETTER_MALFORMED'),
  );
});
