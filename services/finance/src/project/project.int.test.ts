import { nodeRootUnionId, newId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { openUnion } from '../ledger/scene.ts';
import {
  cashier,
  lineAsk,
  maker,
  paymentAsk,
  paymentSteps,
  refusedWith,
  resultFile,
  today,
  type Service,
} from '../payment/scene.ts';
import { parts } from '../service.ts';
import { hearSent } from '../settlement/scene.ts';

// A county to which another province gives money through its city, as a special transfer.

const CITY = '329900';
const CODE = '对口-2026';
const clerk = { duty: 'clerk', id: 'person-clerk' } as const;
let county: Service;
let root: string;

beforeAll(async () => {
  county = await startTestService(parts, testOwn());
  root = nodeRootUnionId(county.node);
  await county.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329901', '2020-01-01')`;
});
afterAll(() => county.stop());

const ask = (unionId = root, over: object = {}) => ({
  unionId,
  projectCode: CODE,
  projectName: '对口援助职工之家',
  donor: '示范市总工会',
  agreedFen: 300_000n,
  documentNo: '援〔2026〕1号',
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  ...over,
});
const report = (project: { projectId: string; version: number }, over: object = {}) =>
  county.call(
    'reportProject',
    {
      projectId: project.projectId,
      expectedVersion: project.version,
      progressBasisPoints: 4_500,
      reportedOn: '2026-06-30',
      note: '主体完工',
      ...over,
    },
    clerk,
  );

test('agreed is typed; received, spent and unspent are what the books say', async () => {
  const opened = await county.call('openProject', ask(), clerk);
  expect(opened).toMatchObject({ agreedFen: 300_000n, receivedFen: 0n, unspentFen: 0n });
  const settlementId = await receive(150_000n);
  await pay(100_000n);
  const { projectId } = opened;
  const now = await county.call('getProject', { projectId }, clerk);
  expect(now).toMatchObject({
    agreedFen: 300_000n,
    receivedFen: 150_000n,
    spentFen: 100_000n,
    passedOnFen: 0n,
    unspentFen: 50_000n,
  });
  const list = await county.call('listProjects', { unionId: root }, clerk);
  expect(list.items).toMatchObject([{ projectId, spentFen: 100_000n }]);
  // The sender is told the same, of its transfer.
  const use = { settlementId, expectedVersion: 2, note: '首期支出' };
  const told = await county.call('reportSettlementUse', use, cashier);
  expect(told).toMatchObject({ usedFen: 100_000n, receivedFen: 150_000n });
});

test('progress is told in order of days, with what stands on each', async () => {
  const opened = await county.call('openProject', ask(root, { projectCode: '对口-报告' }), clerk);
  expect(opened.progressBasisPoints).toBe(0);
  const first = await report(opened);
  expect(first).toMatchObject({ progressBasisPoints: 4_500, version: 2 });
  await expect(report(first, { reportedOn: '2026-06-29' })).rejects.toThrow(
    refusedWith('PROJECT_REPORT_EARLIER'),
  );
  await expect(report(first, { reportedOn: '2199-01-01' })).rejects.toThrow(
    refusedWith('IN_FUTURE'),
  );
  await expect(report(opened)).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  await expect(report(first, { progressBasisPoints: 10_001 })).rejects.toThrow(
    expect.objectContaining({ kind: 'invalid' }),
  );
  // Work that had to be taken down is less work.
  const second = await report(first, { progressBasisPoints: 4_000, reportedOn: '2026-07-31' });
  expect(second.progressBasisPoints).toBe(4_000);
  expect(second.reports.map(({ reportedOn }) => reportedOn)).toEqual(['2026-07-31', '2026-06-30']);
});

test('forbidden, replayed, with another body, twice, of somebody else', async () => {
  const unionId = await openUnion(county);
  await expect(county.call('openProject', ask(unionId), { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = newId();
  const opened = await county.call('openProject', ask(unionId), { ...clerk, key });
  expect(await county.call('openProject', ask(unionId), { ...clerk, key })).toEqual(opened);
  await expect(
    county.call('openProject', ask(unionId, { donor: '别处' }), { ...clerk, key }),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  await expect(county.call('openProject', ask(unionId), clerk)).rejects.toThrow(
    refusedWith('PROJECT_EXISTS'),
  );
  await expect(
    county.call('openProject', ask(unionId, { endsOn: '2025-12-31' }), clerk),
  ).rejects.toThrow(refusedWith('PROJECT_DATES'));
  const elsewhere = { ...clerk, scope: await openUnion(county) };
  const { projectId } = opened;
  await expect(county.call('getProject', { projectId }, elsewhere)).rejects.toThrow(
    refusedWith('PROJECT_UNKNOWN', 'not_found'),
  );
  await expect(county.call('openProject', ask(unionId), elsewhere)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
});

/** What the city sent for the project has arrived. */
async function receive(amountFen: bigint): Promise<string> {
  const sent = { project: CODE, amountFen, permittedCodes: ['50404'], sentOn: '2026-04-02' };
  const settlementId = await hearSent(county, CITY, sent);
  await eventually(() => county.call('getSettlement', { settlementId }, cashier));
  const arrived = { receivedOn: '2026-04-03', receivedFen: amountFen, bank: 'main' };
  await county.call('receiveSettlement', { settlementId, expectedVersion: 1, ...arrived }, cashier);
  return settlementId;
}

async function pay(amountFen: bigint): Promise<void> {
  const { setBudget, send } = paymentSteps(county);
  const holder = { holderName: '合成县总工会', bankCode: '105312500018' };
  await county.call(
    'setBankAccount',
    { unionId: root, bank: 'main', accountNumber: '32050174883600000123', ...holder },
    cashier,
  );
  await setBudget(root, 200_000n, CODE);
  const lines = [lineAsk(0, { amountFen, projectCode: CODE })];
  const list = paymentAsk(root, { lines, lineCount: 1, totalFen: amountFen });
  const { paymentId, batchNo } = await send(await county.call('requestPayment', list, maker));
  const answer = resultFile(batchNo, [{ seq: 1, amountFen }], today);
  await county.call('recordBankResult', { paymentId, ...answer }, cashier);
}
