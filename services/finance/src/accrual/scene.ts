// A county with a subordinate and a city, and unions that pay up themselves, for the tests of accruals.
import type {
  Accrual,
  AccrueFundsRequest,
  FinanceServiceService,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService, type Caller, type TestService } from '@gonglian/testing/service.ts';
import { expect } from 'vitest';
import { testOwn } from '../fixtures.ts';
import type { Own } from '../pipeline.ts';
import { finance, openNode, openUnions } from '../receipt/scene.ts';
import { parts } from '../service.ts';
import { hearSent } from '../settlement/scene.ts';

export const CITY = '329900';
export const TOWN = '329901';
export const BANK = 'bank-1';
export const chair: Caller = { duty: 'chair', id: 'chair-1' };

interface Started {
  service: TestService<Own, typeof FinanceServiceService>;
  root: string;
  /** Of two of its own. */
  unions: [string, string];
}

export type County = Started & ReturnType<typeof accrualSteps>;

export async function startCounty(): Promise<County> {
  const service = await startTestService(parts, { ...testOwn(), subordinates: [TOWN] });
  const root = await openNode(service);
  const [first = '', second = ''] = await openUnions(service, [1, 2]);
  const bp = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
  const profile = { ...bp, effectiveFrom: '2020-01-01', documentNo: '示工发〔2020〕1号' };
  await service.call('setSplitProfile', profile, finance);
  const started: Started = { service, root, unions: [first, second] };
  return { ...started, ...accrualSteps(started) };
}

const shares = [
  { level: 'COUNTY', amountFen: 400_000n },
  { level: 'CITY', amountFen: 200_000n },
  { level: 'PROVINCE', amountFen: 200_000n },
];

/** What a neighbour says it has sent; a transfer says so over it. */
export const sentRemittance = (period: string) => ({
  kind: 'REMITTANCE',
  period,
  amountFen: 800_000n,
  shares,
  project: '',
  docNo: '',
  permittedCodes: [],
  deadline: '',
});

function accrualSteps({ service, root }: Started) {
  const accrue = (over: Partial<AccrueFundsRequest>, caller: Caller = finance) =>
    service.call(
      'accrueFunds',
      {
        direction: 'IN',
        kind: 'REMITTANCE',
        year: 2025,
        neighbour: TOWN,
        unionId: '',
        amountFen: 800_000n,
        shares: over.kind === undefined || over.kind === 'REMITTANCE' ? shares : [],
        forUnionId: '',
        project: '',
        documentNo: '经费收缴报告表',
        documentSha256: '',
        ...over,
      },
      caller,
    );

  async function find(accrualId: string): Promise<Accrual | undefined> {
    const ask = { year: 0, open: false, cursor: '', limit: 200 };
    const { items } = await service.call('listAccruals', ask, chair);
    return items.find((one) => one.accrualId === accrualId);
  }

  /** A settlement that a neighbour has sent arrives at the bank. */
  async function receive(from: string, on: string, sent: object): Promise<string> {
    const settlementId = await hearSent(service, from, { sentOn: on, ...sent });
    const told = () => service.call('getSettlement', { settlementId }, chair);
    const { amountFen: receivedFen } = await eventually(told);
    const ask = { settlementId, expectedVersion: 1, receivedOn: on, bank: BANK, receivedFen };
    await service.call('receiveSettlement', ask, finance);
    return settlementId;
  }

  /** What lies in the accounts of a code: of what is kept by party, of that one. */
  async function balance(code: string, party = ''): Promise<number> {
    const [row] = await service.sql<{ fen: string }>`
      select coalesce(sum(s.balance_fen), 0) as fen from book as b join account as a using (book_id)
      join account_balance as s using (book_id, account_no)
      where b.union_id = ${root} and a.code = ${code} and (${party} = '' or a.party = ${party})`;
    return Number(row?.fen);
  }

  async function expectClean(): Promise<void> {
    const { checks } = await service.call('verifyLedger', { unionId: root }, { duty: 'auditor' });
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks.map(({ check }) => check)).toContain('ACCRUALS_ARE_OPEN');
  }
  return { accrue, find, receive, balance, expectClean };
}
