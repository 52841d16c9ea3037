// T8 of ledger.md §3.10 across nodes: where a receipt's money went, from a county through its city to its province, as an
// auditor's browser waits for it; beside it the same question about money that never left the county.
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { median, percentile, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { openApi, type Api } from '../api.ts';
import { openFederation, type Federation } from '../federation.ts';
import { CITY, collect, COUNTY, remit, type Settlement } from '../journeys/money.ts';

const PROVINCE = '320000';
const SAMPLES = 300;
const WARM_UP = 20;
const GOAL_MS = 500;
const patient = { timeoutMs: 60_000, everyMs: 250 };

interface Trace {
  complete: boolean;
  ends: { node: string; kind: string; reason: string; amountFen: string }[];
}

const federation = await openFederation({ onDisk: true });
try {
  const nodes = [PROVINCE, CITY, COUNTY];
  await federation.demand('up', '--detach', '--no-demo', '--nodes', nodes.join(','));
  await fill(federation);
  const auditor = await openApi(federation.origin(COUNTY), 'auditor');
  const [here, all] = [await timeTraces(auditor, 2, 1), await timeTraces(auditor, 1, nodes.length)];
  printRows([
    row('T8 a receipt forward through three nodes, p99', percentile(all, 99), percentile(here, 99)),
    row('a receipt forward through three nodes, half of all', median(all), median(here)),
  ]);
} finally {
  await federation.remove();
}

/** Voucher 1 of the county: a fifth goes up, and on from the city; voucher 2 stays. */
async function fill(of: Federation): Promise<void> {
  const desks = async (region: string) => ({
    finance: await openApi(of.origin(region), 'finance'),
    chair: await openApi(of.origin(region), 'chair'),
  });
  const [county, city, province] = await Promise.all([COUNTY, CITY, PROVINCE].map(desks));
  if (!county || !city || !province) throw new Error('a node is missing');
  await collect(county.finance);
  const upper = { kind: 'payer', key: '91329999000000002X' };
  await county.finance.post(`/ledger/books/${nodeRootUnionId(COUNTY)}/vouchers`, {
    eventOn: '2026-03-20',
    summary: '基层自留经费',
    docKind: 'NOTE',
    docId: '2026-2',
    legs: [
      { account: { code: '102', mark: 'bank-2' }, amountFen: '5000' },
      { account: { code: '402' }, amountFen: '-5000' },
    ],
    moves: [{ source: upper, target: { kind: 'own', key: '', bank: 'bank-2' }, amountFen: '5000' }],
  });
  await receive(city.finance, await remit(county, 400_000), 400_000);
  await receive(province.finance, await passOn(city), 100_000);
}

/** Of what has come from the county: half of the province, half of the nation. */
async function passOn({ finance, chair }: { finance: Api; chair: Api }): Promise<Settlement> {
  const { settlementId, version: expectedVersion } = await finance.post<Settlement>(
    '/settlements',
    {
      toNode: PROVINCE,
      kind: 'REMITTANCE',
      period: '2026-03',
      amountFen: '100000',
      shares: [
        { level: 'PROVINCE', amountFen: '50000' },
        { level: 'NATIONAL', amountFen: '50000' },
      ],
      bank: 'bank-9',
      purpose: '三月上解',
    },
  );
  const sent = { expectedVersion, sentOn: '2026-04-04' };
  return chair.post<Settlement>(`/settlements/${settlementId}/approval`, sent);
}

async function receive(
  finance: Api,
  { settlementId }: Settlement,
  amountFen: number,
): Promise<void> {
  const at = `/settlements/${settlementId}`;
  const arrived = await eventually(() => finance.get<Settlement>(at), patient);
  await finance.post(`${at}/receipt`, {
    expectedVersion: arrived.version,
    receivedOn: '2026-04-05',
    receivedFen: String(amountFen),
    bank: 'bank-9',
  });
}

/** Throws unless every fen was found, at so many nodes. */
async function timeTraces(api: Api, voucherNo: number, nodes: number): Promise<number[]> {
  const at = `/ledger/books/${nodeRootUnionId(COUNTY)}/trace?voucherNo=${voucherNo}&direction=FORWARD&limit=50`;
  const times: number[] = [];
  for (let n = 0; n < WARM_UP + SAMPLES; n += 1) {
    const startedAt = performance.now();
    const { complete, ends } = await api.get<Trace>(at);
    if (n >= WARM_UP) times.push(performance.now() - startedAt);
    const reached = new Set(ends.map(({ node }) => node)).size;
    if (!complete || reached !== nodes) throw new Error(JSON.stringify(ends));
  }
  return times;
}

function row(name: string, value: number, limit: number): BenchRow {
  return {
    name,
    value,
    unit: 'ms',
    limitName: 'through one node',
    limitValue: limit,
    ratio: value / limit,
    goal: `≤ ${GOAL_MS} ms`,
    met: value <= GOAL_MS,
  };
}
