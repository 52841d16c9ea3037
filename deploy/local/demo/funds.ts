import { createHash } from 'node:crypto';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { inParallel, type NodeClient } from '../node-api.ts';
import { BANK, BANK_CODE, openFundDesk, type Desk } from './fund-desk.ts';
import { fileOf, planPayers, type FundFile } from './fund-lines.ts';
import type { YearPlan } from './plan.ts';
import { refundSmallPayers } from './refunds.ts';
import { remitUp, type Upward } from './remittances.ts';

const WAIT_MS = 200;
const WAITS_MAX = 1_500;

export interface Funds {
  receipts: number;
  refunds: number;
}

interface Collection {
  collectionId: string;
  state: string;
  version: number;
  lines: number;
  linesPosted: number;
}

/**
 * Two half years of the fund, by the files of the tax bureau; what the levels above get of those who pay much goes up;
 * and what small payers have surrendered goes back to them, as a list that was taken over from old records.
 */
export async function raiseFunds(
  region: string,
  origin: string,
  plan: YearPlan,
  upward: readonly Upward[],
): Promise<Funds> {
  const { fund } = plan;
  if (fund.refunds + fund.large === 0) return { receipts: 0, refunds: 0 };
  const desk = await openFundDesk(region, origin);
  const { unions, files, largeFen } = planPayers(plan);
  await openAccounts(desk.finance, region, unions);
  for (const file of files) await collect(desk, file);
  await remitUp(desk, region, { levelFen: largeFen, sentOn: '2020-07-20' }, upward);
  if (fund.refunds > 0) await refundSmallPayers(desk, region);
  return {
    receipts: files.reduce((sum, { lines }) => sum + lines.length, 0),
    refunds: fund.refunds,
  };
}

/** Finance that knows a union's account knows the union and whom it covers. */
async function openAccounts(
  finance: NodeClient,
  region: string,
  unions: readonly { unionId: string; name: string }[],
): Promise<void> {
  const root = { unionId: nodeRootUnionId(region), name: '本级总工会' };
  await inParallel([...[root, ...unions].entries()], 4, async ([n, { unionId, name }]) => {
    await finance.post('/bank-accounts', `account ${n}`, {
      unionId,
      bank: BANK,
      holderName: name.slice(0, 60),
      accountNumber: `3205${region}${String(n).padStart(10, '0')}`,
      bankCode: BANK_CODE,
    });
  });
}

/** Brought by one, posted by another. */
async function collect({ finance, cashier }: Desk, file: FundFile): Promise<void> {
  const { bytes, totalFen } = fileOf(file);
  const key = `tax file ${file.name}`;
  const begun = await finance.post<Collection>('/fund/collections', key, {
    fileName: `代收明细-${file.name}.csv`,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    totalFen: String(totalFen),
    bank: BANK,
  });
  const path = `/fund/collections/${begun.collectionId}`;
  const content = bytes.toString('base64');
  await finance.put(`${path}/parts/1`, `${key} part`, { content });
  const expectedVersion = begun.version;
  await finance.post(`${path}/reading`, `${key} reading`, { expectedVersion });
  const read = await settled(finance, path, ['UPLOADING', 'READING']);
  if (read.state === 'CHECKED') {
    await cashier.post(`${path}/posting`, `${key} posting`, { expectedVersion: read.version });
  }
  const done = await settled(finance, path, ['CHECKED', 'POSTING']);
  if (done.state !== 'DONE' || done.linesPosted !== done.lines) {
    throw new Trouble(`${key}: ${done.state}, ${done.linesPosted} of ${done.lines} lines posted`);
  }
}

/** The file once it is none of these; bounded. */
async function settled(
  finance: NodeClient,
  path: string,
  atWork: readonly string[],
): Promise<Collection> {
  for (let waits = 0; ; waits += 1) {
    const now = await finance.get<Collection>(path);
    if (!atWork.includes(now.state) || waits === WAITS_MAX) return now;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}
