// How a claim at the end of a year is posted, and how it ends (domain §5.7, key postings).
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import type { AccountRef, Leg, Move, VoucherToPost } from '../ledger/voucher.ts';
import { sumOf, type Accrued, type Parts } from './accrual.ts';

/** The claim on the other end, or the debt to it. */
function claimOf({ direction, kind, counterpartId, project }: Accrued): AccountRef {
  if (direction === 'OUT') return { code: '21201', partyId: counterpartId, project };
  if (kind === 'REMITTANCE') return { code: '132', partyId: counterpartId };
  return kind === 'SHARE' ? { code: '13102' } : { code: '13101', project };
}

/** The year's income, or what it spent. */
function resultOf({ direction, kind, project }: Accrued): AccountRef {
  if (kind === 'REMITTANCE' || kind === 'SHARE') return { code: '402' };
  const special = kind === 'SPECIAL_TRANSFER';
  if (direction === 'OUT') return { code: special ? '50802' : '50801', project };
  return { code: special ? '40302' : '40301', project };
}

interface Signed {
  on: CalendarDate;
  makerId: string;
}

/** Into December of its year, whatever day it is written on. */
export function accrualVoucher(
  accrued: Accrued,
  parts: Parts,
  { makerId, documentSha256 }: { makerId: string; documentSha256: string },
): VoucherToPost {
  const { accrualId, year, direction } = accrued;
  return {
    key: `accrual:${accrualId}`,
    kind: 'ACCRUAL',
    eventOn: `${year}-12-31`,
    period: `${year}-12`,
    summary: `${year}年末计提${direction === 'IN' ? '应收' : '应付'}`,
    docKind: 'ACCRUAL',
    docId: accrualId,
    ...(documentSha256 === '' ? {} : { docHash: documentSha256 }),
    makerId,
    legs: legsOf(accrued, parts, 1),
    moves: [],
  };
}

/**
 * The money was booked as of today when it came: that is undone, and the claim of its year with it, so that the income is of the year
 * in which it was earned, once. What of it is a union's below goes to the purse it is held in.
 */
export function settlingVoucher(
  accrued: Accrued,
  parts: Parts,
  { sourceId, bank, ...signed }: Signed & { sourceId: string; bank: string },
): VoucherToPost {
  const { ownFen, upperFen, lowerFen } = parts;
  const own = { kind: 'own', key: '', bank } as const;
  const lower = { kind: 'lower', key: accrued.forUnionId, bank } as const;
  const moves: Move[] = lowerFen > 0 ? [{ from: own, to: lower, amountFen: lowerFen }] : [];
  const booked = { ownFen: ownFen + lowerFen, upperFen, lowerFen: 0 };
  return {
    ...stepOf(accrued, sourceId, signed, '冲转年末计提'),
    legs: legsOf(accrued, booked, -1),
    moves,
  };
}

/** What was never paid, or was entered wrongly; a claim of which nothing has come is reversed as such. */
export function takingBackVoucher(
  accrued: Accrued & { voucherNo: number },
  { open, whole }: { open: Parts; whole: boolean },
  { sourceId, reason, ...signed }: Signed & { sourceId: string; reason: string },
): VoucherToPost {
  return {
    ...stepOf(accrued, sourceId, signed, `冲回年末计提：${reason}`),
    ...(whole ? { reversesNo: accrued.voucherNo } : {}),
    legs: legsOf(accrued, open, -1),
    moves: [],
  };
}

/** What was settled by a payment that went back: the claim is open again. */
export function reopeningVoucher(
  accrued: Pick<Accrued, 'accrualId' | 'year'>,
  { sourceId, voucherNo, ...signed }: Signed & { sourceId: string; voucherNo: number },
): VoucherToPost {
  return {
    ...stepOf(accrued, `${sourceId}/reopened`, signed, '恢复年末计提'),
    reversesNo: voucherNo,
    legs: [],
    moves: [],
  };
}

function stepOf(
  { accrualId, year }: Pick<Accrued, 'accrualId' | 'year'>,
  sourceId: string,
  { on, makerId }: Signed,
  what: string,
) {
  return {
    key: `accrual:${accrualId}/${sourceId}`,
    kind: 'ACCRUAL',
    eventOn: on,
    summary: `${what} ${year}`,
    docKind: 'ACCRUAL',
    docId: `${accrualId}/${sourceId}`,
    makerId,
  };
}

/** `way`: 1 as it is accrued, -1 as it ends. */
function legsOf(accrued: Accrued, parts: Parts, way: 1 | -1): Leg[] {
  const { ownFen, upperFen, lowerFen } = parts;
  const sign = accrued.direction === 'IN' ? way : -way;
  return [
    { account: claimOf(accrued), amountFen: sign * sumOf(parts) },
    { account: resultOf(accrued), amountFen: -sign * ownFen },
    { account: { code: '211' }, amountFen: -sign * upperFen },
    { account: { code: '21202', partyId: accrued.forUnionId }, amountFen: -sign * lowerFen },
  ].filter(({ amountFen }) => amountFen !== 0);
}
