import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { idCheckChar } from '@gonglian/kernel/id-number.ts';
import { openApi } from '../api.ts';
import { openFederation } from '../federation.ts';
import { measureRawHops } from './raw-hops.ts';
import { median, percentile, printRows, type BenchRow } from '@gonglian/testing/bench.ts';

const writes = 100;
const regions = ['321084', '321000', '320000', '000000'];

/** How long after a county's command is answered until the nation's total shows it, one write at a time. */
export async function run(): Promise<BenchRow[]> {
  const federation = await openFederation({ onDisk: true });
  try {
    const up = await federation.run('up', '--detach', '--no-demo', '--nodes', regions.join(','));
    if (up.code !== 0) throw new Error(up.output);
    const times = await measureWrites(federation.origin('321084'), federation.origin('000000'));
    const raw = await measureRawHops(writes);
    const p99 = percentile(times, 99);
    const rawP99 = percentile(raw, 99);
    return [
      {
        name: 'leaf write to national total, four hops, p99',
        value: p99,
        unit: 'ms',
        limitName: 'raw four-hop NATS, flushed, p99',
        limitValue: rawP99,
        ratio: p99 / rawP99,
        goal: '≤ 1000 ms',
        met: p99 <= 1000,
      },
      {
        name: 'leaf write to national total, four hops, median',
        value: median(times),
        unit: 'ms',
        limitName: 'raw four-hop NATS, flushed, median',
        limitValue: median(raw),
        ratio: median(times) / median(raw),
        goal: 'shown',
        met: true,
      },
    ];
  } finally {
    await federation.remove();
  }
}

async function measureWrites(leafOrigin: string, topOrigin: string): Promise<number[]> {
  const leaf = await openApi(leafOrigin);
  const top = await openApi(topOrigin);
  const unionId = crypto.randomUUID();
  const enrolled = await leaf.post<{ refused: unknown[] }>('/unions/enrolments', {
    rows: [unionRow(unionId)],
  });
  if (enrolled.refused.length > 0) throw new Error(JSON.stringify(enrolled.refused));
  const times: number[] = [];
  for (let n = 0; n <= writes; n += 1) {
    await joinOne(leaf, unionId, n);
    const startedAt = performance.now();
    await waitFor(top, n + 1);
    if (n > 0) times.push(performance.now() - startedAt); // the first one warms up
  }
  return times;
}

type Api = Awaited<ReturnType<typeof openApi>>;

async function joinOne(leaf: Api, unionId: string, n: number): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const { joined } = await leaf.post<{ joined: number }>('/members/batches', {
      unionId,
      joinedOn: '2020-05-06',
      rows: [{ idType: '01', idNumber: idNumber(n), name: '测试', phone: '19900000000' }],
    });
    if (joined === 1) return;
    if (attempt > 100) throw new Error('the union is not known to membership');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function waitFor(top: Api, members: number): Promise<void> {
  const path = `/rollup?union_id=${nodeRootUnionId('000000')}&period=2020`;
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const { rows } = await top.get<{
      rows: { indicator: string; dims: string; subtree: string }[];
    }>(path);
    const row = rows.find((one) => one.indicator === 'members_recruited' && one.dims === '');
    if (Number(row?.subtree ?? 0) >= members) return;
  }
  throw new Error('the total did not arrive within 20 s');
}

function idNumber(n: number): string {
  const first17 = `32999919900101${String(n).padStart(3, '0')}`;
  return first17 + idCheckChar(first17);
}

function unionRow(unionId: string) {
  return {
    unionId,
    name: '测量工会',
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    parentId: nodeRootUnionId('321084'),
    regionCode: '321084',
    unitType: '170',
    industry: 'C3411',
    hostName: '测量公司',
    establishedOn: '2015-05-01',
    termNo: 1,
    termYears: 5,
    termStart: '2019-05-01',
  };
}

if (import.meta.main) printRows(await run());
