// Vouchers to post, for tests that need no service.
import { newId } from '@gonglian/kernel/id.ts';
import type { Leg, PotRef, VoucherToPost } from './voucher.ts';

const BANK = 'bank-1';
export const cash = { code: '102', mark: BANK };
export const pot = (kind: PotRef['kind'], key = ''): PotRef => ({ kind, key, bank: BANK });

export function voucher(over: Partial<VoucherToPost> = {}): VoucherToPost {
  return {
    key: newId(),
    kind: 'MANUAL',
    eventOn: '2026-03-05',
    summary: '合成凭证',
    docKind: 'NOTE',
    docId: '1',
    makerId: 'maker',
    legs: journal('135', '215', 100),
    moves: [],
    ...over,
  };
}

/** Two legs without cash. */
export function journal(debit: string, credit: string, amountFen: number): Leg[] {
  return [
    { account: { code: debit }, amountFen },
    { account: { code: credit }, amountFen: -amountFen },
  ];
}

/** The receipt of 20,000 yuan under profile SD (domain §9.4), at the county. */
export function receipt20000(partyId: string, over: Partial<VoucherToPost> = {}): VoucherToPost {
  const payer: PotRef = { kind: 'payer', key: '91329999000000001X' };
  return voucher({
    kind: 'RECEIPT',
    legs: [
      { account: cash, amountFen: 2_000_000 },
      { account: { code: '402' }, amountFen: -400_000 },
      { account: { code: '211' }, amountFen: -400_000 },
      { account: { code: '21202', partyId }, amountFen: -1_200_000 },
    ],
    moves: [
      { from: payer, to: pot('own'), amountFen: 400_000 },
      { from: payer, to: pot('upper'), amountFen: 400_000 },
      { from: payer, to: pot('lower', partyId), amountFen: 1_200_000 },
    ],
    ...over,
  });
}
