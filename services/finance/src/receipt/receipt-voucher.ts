// What a receipt is in the book of the node that collects (domain §5.7): legs of the law, moves of the money.
import type { CalendarDate, Month } from '@gonglian/kernel/dates.ts';
import type { Leg, Move, PotRef, VoucherToPost } from '../ledger/voucher.ts';
import type { ReceiptMode } from './fields.ts';

export interface ReceiptToPost {
  receiptId: string;
  mode: ReceiptMode;
  /** tax-slip, bank-receipt or fiscal-order: within it a number stands once. */
  docKind: string;
  slipNo: string;
  /** How often it was entered and taken back before; left out: never. */
  reversals?: number;
  /** Of the file that it came in. */
  docHash?: string;
  /** Null while it is held until a union is founded. */
  unionId: string | null;
  payerUscc: string;
  periodFrom: Month;
  periodTo: Month;
  wageBaseFen: number;
  amountFen: number;
  lateFeeFen: number;
  /** What has arrived; of a self-payment less than the fund. */
  receivedFen: number;
  taxOrgan: string;
  receivedOn: CalendarDate;
  bank: string;
  collectionId: string | null;
  /** Where it stands in that file. */
  collectionRow?: number;
  makerId: string;
  approverId?: string;
}

/** Shares as the one that collects books them. */
export interface Booked {
  ownFen: number;
  upperFen: number;
  lowerFen: number;
}

const SUMMARY: Record<ReceiptMode, string> = {
  TAX_COLLECT: '税务代收工会经费',
  SELF_PAY: '自主拨缴上解经费',
  FISCAL: '财政划拨工会经费',
  PREP: '建会筹备金',
};

/** A negative receipt takes back what an earlier one brought: the same accounts, the same pots, the other way. */
export function receiptVoucher(receipt: ReceiptToPost, booked: Booked): VoucherToPost {
  const { mode, docKind, slipNo, docHash, payerUscc, receivedOn, bank, receivedFen } = receipt;
  const cash = { account: { code: '102', mark: bank }, amountFen: receivedFen };
  const parts = partsOf(receipt, booked);
  const payer: PotRef = { kind: 'payer', key: payerUscc };
  return {
    key: `${docKind}:${slipNo}${receipt.reversals ? `#${receipt.reversals + 1}` : ''}`,
    kind: 'RECEIPT',
    eventOn: receivedOn,
    summary: `${SUMMARY[mode]} ${slipNo} ${receipt.periodFrom}—${receipt.periodTo}`,
    docKind,
    docId: slipNo,
    ...(docHash ? { docHash } : {}),
    makerId: receipt.makerId,
    ...(receipt.approverId ? { approverId: receipt.approverId } : {}),
    legs: [cash, ...parts.map(({ leg }) => leg)].filter(({ amountFen }) => amountFen !== 0),
    moves: parts.flatMap(({ pot, leg }) => moved(payer, pot, -leg.amountFen)),
  };
}

interface Part {
  leg: Leg;
  pot: PotRef;
}

function partsOf({ unionId, receivedFen, payerUscc, bank }: ReceiptToPost, booked: Booked): Part[] {
  if (unionId !== null) return shareParts(unionId, booked, bank);
  const pot: PotRef = { kind: 'prep', key: payerUscc, bank };
  return [{ leg: { account: { code: '215' }, amountFen: -receivedFen }, pot }];
}

function shareParts(unionId: string, { ownFen, upperFen, lowerFen }: Booked, bank: string): Part[] {
  return [
    {
      leg: { account: { code: '402' }, amountFen: 0 - ownFen },
      pot: { kind: 'own', key: '', bank },
    },
    {
      leg: { account: { code: '211' }, amountFen: 0 - upperFen },
      pot: { kind: 'upper', key: '', bank },
    },
    {
      leg: { account: { code: '21202', partyId: unionId }, amountFen: 0 - lowerFen },
      pot: { kind: 'lower', key: unionId, bank },
    },
  ];
}

/** From the payer; what is below zero goes back to him. */
function moved(payer: PotRef, pot: PotRef, fen: number): Move[] {
  if (fen === 0) return [];
  return fen > 0
    ? [{ from: payer, to: pot, amountFen: fen }]
    : [{ from: pot, to: payer, amountFen: -fen }];
}

/** What was held of one receipt goes where it belongs, now that there is a union. */
export function foundingVoucher(
  held: Pick<ReceiptToPost, 'receiptId' | 'slipNo' | 'payerUscc' | 'bank' | 'makerId'>,
  founded: { unionId: string; on: CalendarDate; fundFen: number },
  booked: Booked,
): VoucherToPost {
  const parts = shareParts(founded.unionId, booked, held.bank);
  const prep: PotRef = { kind: 'prep', key: held.payerUscc, bank: held.bank };
  const out = { account: { code: '215' }, amountFen: founded.fundFen };
  return {
    key: `fund-receipt:${held.receiptId}`,
    kind: 'FOUNDING',
    eventOn: founded.on,
    summary: `建会筹备金转入 ${held.slipNo}`,
    docKind: 'fund-receipt',
    docId: held.receiptId,
    makerId: held.makerId,
    legs: [out, ...parts.map(({ leg }) => leg)].filter(({ amountFen }) => amountFen !== 0),
    moves: parts.flatMap(({ pot, leg }) => moved(prep, pot, -leg.amountFen)),
  };
}
