// Statements as a bank writes them, for the tests of reconciliation.
import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { monthOf } from '@gonglian/kernel/dates.ts';
import { yuanOf } from '@gonglian/kernel/money.ts';
import { BANK, today } from '../payment/scene.ts';

export const month = monthOf(today);

export interface Moved {
  fen: number;
  serial?: string;
  purpose?: string;
  on?: string;
}

/** A month of the bank: what came and went, and the balances around it. */
export function statement(
  unionId: string,
  openingFen: number,
  moved: readonly Moved[],
  over: object = {},
) {
  const rows = moved.map(({ fen, serial = '', purpose = '转账', on = today }) =>
    [on, yuanOf(fen), serial, purpose].join(','),
  );
  const text = ['posted_on,amount,serial,purpose', ...rows].join('\n');
  const closingFen = moved.reduce((sum, { fen }) => sum + fen, openingFen);
  return {
    unionId,
    bank: BANK,
    month,
    openingFen: BigInt(openingFen),
    closingFen: BigInt(closingFen),
    fileName: '对账单.csv',
    content: Buffer.from(text),
    ...over,
  };
}

/** What a scene's union has at its bank from the beginning. */
export const receipt = { fen: 1_000_000, purpose: '代收经费' };
export const paidLines = ({ batchNo }: Payment): Moved[] => [
  { fen: -100_000, serial: `${batchNo}-1` },
  { fen: -200_000, serial: `${batchNo}-2` },
];
