import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import { CITY, collect, COUNTY, remit, type Settlement } from './money.ts';

// Money between a county and its city: two legs, at two nodes, that must meet; in transit while they have not.

const nodes = ['--nodes', `${CITY},${COUNTY}`];
const agreed = { timeoutMs: 60_000, everyMs: 250 };
const federation = await openFederation();
let county: { finance: Api; chair: Api };
let city: { finance: Api };

interface Settlements {
  items: Settlement[];
  unmatchedOutFen: string;
  unmatchedInFen: string;
}
interface TrialBalance {
  items: { account: { code: string }; closingFen: string }[];
}

beforeAll(async () => {
  await federation.demand('up', '--detach', '--no-demo', ...nodes);
  const of = (region: string, user: string) => openApi(federation.origin(region), user);
  county = { finance: await of(COUNTY, 'finance'), chair: await of(COUNTY, 'chair') };
  city = { finance: await of(CITY, 'finance') };
  await collect(county.finance);
});
afterAll(() => federation.remove());

const send = (amountFen: number) => remit(county, amountFen);
const at = (api: Api, id: string) => api.get<Settlement>(`/settlements/${id}`);
const becomes = (api: Api, id: string, state: string) =>
  eventually(async () => {
    const settlement = await at(api, id);
    expect(settlement.state).toBe(state);
    return settlement;
  }, agreed);
const unmatched = (api: Api) => api.get<Settlements>('/settlements?unmatched=true');

async function balances(api: Api, region: string): Promise<Record<string, number>> {
  const path = `/ledger/books/${nodeRootUnionId(region)}/trial-balance?period=2026-04`;
  const { items } = await api.get<TrialBalance>(path);
  return Object.fromEntries(
    items.map(({ account, closingFen }) => [account.code, Number(closingFen)]),
  );
}

test('what the county remits is expected at the city, and received there to the fen', async () => {
  const { settlementId } = await send(300_000);
  const { version: expectedVersion } = await becomes(city.finance, settlementId, 'EXPECTED');
  expect(await unmatched(county.finance)).toMatchObject({ unmatchedOutFen: '300000' });
  expect(await unmatched(city.finance)).toMatchObject({ unmatchedInFen: '300000' });
  // In transit, and both ends say so: that is no fault.
  expect(await federation.demand('verify', ...nodes)).toContain('everything adds up');
  const received = await city.finance.post<Settlement>(`/settlements/${settlementId}/receipt`, {
    expectedVersion,
    receivedOn: '2026-04-03',
    receivedFen: '300000',
    bank: 'bank-9',
  });
  const confirmed = await becomes(county.finance, settlementId, 'CONFIRMED');
  expect(confirmed.neighbourVoucherNo).toBe(received.voucherNo);
  expect(await balances(city.finance, CITY)).toMatchObject({
    102: 300_000,
    402: -150_000,
    211: -150_000,
  });
  expect(await balances(county.finance, COUNTY)).toMatchObject({ 102: 1_700_000, 211: -100_000 });
});

test('the city’s node is killed while money is on its way; it is expected once all the same', async () => {
  await federation.killHard(`node-${CITY}`);
  const { settlementId } = await send(100_000);
  expect(await at(county.finance, settlementId)).toMatchObject({ state: 'SENT' });
  await federation.startNode(CITY, federation.config(CITY));
  city.finance = await eventually(() => openApi(federation.origin(CITY), 'finance'), agreed);
  await becomes(city.finance, settlementId, 'EXPECTED');
  expect((await unmatched(city.finance)).items).toHaveLength(1);
});

test('a disputed payment goes back, and is ended at both ends', async () => {
  const [open] = (await unmatched(city.finance)).items;
  const { settlementId = '', version } = open ?? {};
  await city.finance.post(`/settlements/${settlementId}/dispute`, {
    expectedVersion: version,
    disputedOn: '2026-04-09',
    reasonCode: 'NOT_ARRIVED',
  });
  const disputed = await becomes(county.finance, settlementId, 'DISPUTED');
  await county.chair.post(`/settlements/${settlementId}/return`, {
    expectedVersion: disputed.version,
    returnedOn: '2026-04-10',
  });
  await becomes(city.finance, settlementId, 'RETURNED');
  expect(await balances(county.finance, COUNTY)).toMatchObject({ 102: 1_700_000, 211: -100_000 });
  const none = { items: [], unmatchedOutFen: '0', unmatchedInFen: '0' };
  expect(await unmatched(county.finance)).toMatchObject(none);
  expect(await unmatched(city.finance)).toMatchObject(none);
  expect(await federation.demand('verify', ...nodes)).toContain('everything adds up');
});
