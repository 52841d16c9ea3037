// A node with unions and their employers, and files of a tax bureau, for tests and measurements.
import type {
  Collection,
  FinanceServiceService,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { fenOf } from '@gonglian/kernel/money.ts';
import { orgCodeCheckChar, usccCheckChar } from '@gonglian/kernel/uscc.ts';
import { xlsxOf } from '@gonglian/sheets/write-workbook.ts';
import type { Caller, TestService } from '@gonglian/testing/service.ts';
import type { Own } from '../pipeline.ts';
import { runNextCollection } from './run-collections.ts';

export type Service = TestService<Own, typeof FinanceServiceService>;

export const finance: Caller = { duty: 'finance', id: 'finance-1' };
/** Another person of the same duty. */
export const other: Caller = { duty: 'finance', id: 'finance-2' };

/** The code of the nth made-up enterprise, registered in a region that is given to none. */
export function usccOf(n: number, region = '329999'): string {
  const org = String(n).padStart(8, '0');
  const first = `91${region}${org}${orgCodeCheckChar(org)}`;
  return first + usccCheckChar(first);
}

/** The node's own union, whose book the money is in, and below it one that covers the first enterprise. */
export async function openNode(service: Service): Promise<string> {
  const unionId = nodeRootUnionId(service.node);
  const root = { unionId, name: '合成县总工会', level: 'COUNTY', kind: 'LOCAL_FEDERATION' };
  const data = UnionEstablished.fromPartial({
    ...root,
    regionCode: '329999',
    establishedOn: '2000-01-01',
  });
  await service.publishFacts('organisation', [{ type: unionEstablished, data }]);
  await service.settled();
  return unionId;
}

/** Unions that each cover one enterprise from a day on: union n covers usccOf(n). */
export async function openUnions(
  service: Service,
  numbers: readonly number[],
  startedOn = '2020-01-01',
): Promise<string[]> {
  const ids = numbers.map(() => newId());
  const root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    select id, '合成工会', 'GRASSROOTS', 'SINGLE_GRASSROOTS', '329999', ${root}, ${startedOn}
    from unnest(${ids}::uuid[]) as id`;
  await service.sql`
    insert into scope_edge select id, ${root}::uuid from unnest(${ids}::uuid[]) as id`;
  await service.sql`
    insert into covered_employer (union_id, uscc, started_on)
    select id, uscc, ${startedOn} from unnest(${ids}::uuid[],
      ${numbers.map((n) => usccOf(n))}::text[]) as u(id, uscc)`;
  return ids;
}

export interface SlipLine {
  slipNo: string;
  uscc: string;
  period?: string;
  wageBase?: string;
  amount: string;
  lateFee?: string;
  receivedOn?: string;
}

export const HEADINGS = [
  '完税凭证号',
  '统一社会信用代码',
  '费款所属期',
  '计费依据',
  '实缴金额',
  '滞纳金',
  '税务机关',
  '入库日期',
];

export function cellsOf(line: SlipLine): string[] {
  const { slipNo, uscc, period = '2026-03', wageBase = '', amount, lateFee = '' } = line;
  const receivedOn = line.receivedOn ?? '2026-04-15';
  return [slipNo, uscc, period, wageBase, amount, lateFee, '示范区税务局', receivedOn];
}

export function csvOf(lines: readonly SlipLine[], total = ''): Buffer {
  const rows = [HEADINGS, ...lines.map(cellsOf)];
  if (total !== '') rows.push(['合计', '', '', '', total, '', '', '']);
  return Buffer.from(rows.map((cells) => cells.map((c) => `"${c}"`).join(',')).join('\r\n'));
}

export async function xlsxFileOf(lines: readonly SlipLine[]): Promise<Buffer> {
  const columns = HEADINGS.map((heading) => ({ heading }));
  const sheet = { name: '代收明细', columns, rows: lines.map(cellsOf) };
  const parts: Buffer[] = [];
  for await (const part of xlsxOf([sheet], { watermark: '税务代收明细' })) parts.push(part);
  return Buffer.concat(parts);
}

export function totalOf(lines: readonly SlipLine[]): number {
  return lines.reduce((sum, { amount, lateFee }) => sum + fenOf(amount) + fenOf(lateFee || '0'), 0);
}

interface File {
  bytes: Buffer;
  totalFen: number;
  fileName?: string;
  caller?: Caller;
}

const PART_BYTES = 2 * 1024 ** 2;

/** Announced and brought, the last part first. */
export async function upload(service: Service, file: File): Promise<Collection> {
  const { bytes, totalFen, fileName = '代收.csv', caller = finance } = file;
  const announced = { fileName, sizeBytes: bytes.length, sha256: sha256Hex(bytes) };
  const begin = { ...announced, totalFen: BigInt(totalFen), bank: 'basic' };
  let view = await service.call('beginCollection', begin, caller);
  const { collectionId } = view;
  for (let partNo = Math.ceil(bytes.length / PART_BYTES); partNo > 0; partNo -= 1) {
    const content = bytes.subarray((partNo - 1) * PART_BYTES, partNo * PART_BYTES);
    view = await service.call('putCollectionPart', { collectionId, partNo, content }, caller);
  }
  return view;
}

export const stepOf = ({ collectionId, version }: Collection) => ({
  collectionId,
  expectedVersion: version,
});

/** Does what the service does by itself, until nothing is at work. */
export async function work({ served }: Service, signal?: AbortSignal): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) {
    if (signal?.aborted || !(await runNextCollection(served.running, signal))) return;
  }
}

/** Brought and read. */
export async function readIn(service: Service, file: File): Promise<Collection> {
  const caller = file.caller ?? finance;
  const brought = await upload(service, file);
  await service.call('readCollection', stepOf(brought), caller);
  await work(service);
  return service.call('getCollection', { collectionId: brought.collectionId }, caller);
}

/** Brought, read and posted; by another person than the one who brought it. */
export async function collect(
  service: Service,
  lines: readonly SlipLine[],
  bytes: Buffer = csvOf(lines),
): Promise<Collection> {
  const fileName = bytes.subarray(0, 2).toString() === 'PK' ? '代收.xlsx' : '代收.csv';
  const read = await readIn(service, { bytes, totalFen: totalOf(lines), fileName });
  if (read.state !== 'CHECKED') return read;
  await service.call('postCollection', stepOf(read), other);
  await work(service);
  return service.call('getCollection', { collectionId: read.collectionId }, finance);
}

/** Stops the work after so many of its steps, as a killed process would between two transactions. */
export function stopAfter(steps: number): AbortSignal {
  let asked = 0;
  return {
    get aborted() {
      asked += 1;
      return asked > steps;
    },
  } as AbortSignal;
}

/** By account code: what its balance is in the node's book. */
export async function balances(service: Service): Promise<Record<string, number>> {
  const rows = await service.sql<{ code: string; fen: string }>`
    select a.code, sum(s.balance_fen)::text as fen
    from account as a join account_balance as s using (book_id, account_no)
    group by a.code order by a.code`;
  return Object.fromEntries(rows.map(({ code, fen }) => [code, Number(fen)]));
}
