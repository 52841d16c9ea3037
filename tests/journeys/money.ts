// Money that journeys begin with: a receipt in the county's book, a remittance on its way to the city.
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Api } from '../api.ts';

export const CITY = '321000';
export const COUNTY = '321084';

export interface Settlement {
  settlementId: string;
  state: string;
  version: number;
  voucherNo: string;
  neighbourVoucherNo: string;
}

/** 20,000.00 yuan of fund income at the county; a fifth of it is of the levels above (domain §9.4, SD). */
export async function collect(finance: Api): Promise<void> {
  const unionId = nodeRootUnionId(COUNTY);
  const payer = { kind: 'payer', key: '91329999000000001X' };
  const pot = (kind: string) => ({ kind, key: '', bank: 'bank-1' });
  const leg = (code: string, amountFen: number, mark = '') => ({
    account: { code, mark },
    amountFen: String(amountFen),
  });
  const move = (kind: string, amountFen: number) => ({
    source: payer,
    target: pot(kind),
    amountFen: String(amountFen),
  });
  const voucher = {
    eventOn: '2026-03-20',
    summary: '税务代收经费 2026-03',
    docKind: 'TAX_SLIP',
    docId: '2026-1',
    legs: [leg('102', 2_000_000, 'bank-1'), leg('402', -1_600_000), leg('211', -400_000)],
    moves: [move('own', 1_600_000), move('upper', 400_000)],
  };
  // Right after the start finance may not have heard of the union yet.
  await eventually(() => finance.post(`/ledger/books/${unionId}/vouchers`, voucher));
}

/** Proposed by one, approved by another: it has left the county's bank. */
export async function remit(
  { finance, chair }: { finance: Api; chair: Api },
  amountFen: number,
): Promise<Settlement> {
  const proposed = await finance.post<Settlement>('/settlements', {
    toNode: CITY,
    kind: 'REMITTANCE',
    period: '2026-03',
    amountFen: String(amountFen),
    shares: [
      { level: 'CITY', amountFen: String(amountFen / 2) },
      { level: 'PROVINCE', amountFen: String(amountFen / 4) },
      { level: 'NATIONAL', amountFen: String(amountFen / 4) },
    ],
    bank: 'bank-1',
    purpose: '三月上解',
  });
  const { settlementId, version: expectedVersion } = proposed;
  return chair.post<Settlement>(`/settlements/${settlementId}/approval`, {
    expectedVersion,
    sentOn: '2026-04-02',
  });
}
