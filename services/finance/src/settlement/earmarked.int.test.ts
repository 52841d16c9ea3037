import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { lineAsk, paymentAsk, paymentSteps, type Service } from '../payment/scene.ts';
import { parts } from '../service.ts';
import { hearSent } from './scene.ts';

const CITY = '329900';
const project = '送温暖-2027';
const maker = { duty: 'finance', id: 'maker' } as const;
let county: Service;
let root: string;

beforeAll(async () => {
  county = await startTestService(parts, testOwn());
  root = nodeRootUnionId(county.node);
  await county.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329901', '2020-01-01')`;
  const account = { unionId: root, bank: 'bank-1', holderName: '合成县总工会' };
  const number = { accountNumber: '32050174883600000123', bankCode: '105312500018' };
  await county.call('setBankAccount', { ...account, ...number }, maker);
  await paymentSteps(county).setBudget(root, 100_000n, project);
  await receive();
});
afterAll(() => county.stop());

async function receive(over: object = {}): Promise<string> {
  const settlementId = await hearSent(county, CITY, over);
  await eventually(() => county.call('getSettlement', { settlementId }, maker));
  const receipt = { settlementId, expectedVersion: 1, receivedOn: '2026-04-03' };
  await county.call(
    'receiveSettlement',
    { ...receipt, receivedFen: 90_000n, bank: 'bank-1' },
    maker,
  );
  return settlementId;
}

/** 500.00 of the project for relief (50404). */
const relieve = () =>
  county.call(
    'requestPayment',
    {
      ...paymentAsk(root),
      bank: 'bank-1',
      lineCount: 1,
      totalFen: 50_000n,
      lines: [lineAsk(0, { projectCode: project, amountFen: 50_000n })],
    },
    { duty: 'clerk', id: 'person-maker' },
  );

test('what is left of it stands beside what it was given for', async () => {
  const { items } = await county.call('listEarmarkedFunds', { unionId: root }, maker);
  const given = { docNo: '合工发〔2026〕12号', permittedCodes: ['50405'], receivedFen: 90_000n };
  expect(items).toMatchObject([
    {
      projectCode: project,
      heldFen: 90_000n,
      transfers: [{ ...given, deadline: '2027-12-31', receivedOn: '2026-04-03' }],
    },
  ]);
});

test('money for a project is spent on what the city allowed, by its deadline', async () => {
  await expect(relieve()).rejects.toMatchObject({
    code: 'ACCOUNT_NOT_PERMITTED',
    details: { project, accountCode: '50404' },
  });
  await receive({ permittedCodes: ['50404'], deadline: '2026-01-31' });
  await expect(relieve()).rejects.toMatchObject({
    code: 'EARMARK_OVER',
    details: { project, deadline: '2026-01-31' },
  });
  await receive({ permittedCodes: ['50404'], deadline: '2099-12-31' });
  expect(await relieve()).toMatchObject({ state: 'DRAFT', totalFen: 50_000n });
});
