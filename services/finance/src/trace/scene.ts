// Books whose money goes in known ways, and questions about it, for the tests of the trace.
import type {
  MoneyTrace,
  TraceMoneyRequest,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, voucher, type Service } from '../ledger/scene.ts';
import type { Leg, Move, PotRef, VoucherToPost } from '../ledger/voucher.ts';

export const BANK = 'bank-1';
export const OWN: PotRef = { kind: 'own', key: '', bank: BANK };
export const UPPER: PotRef = { kind: 'upper', key: '', bank: BANK };
export const project = (key: string): PotRef => ({ kind: 'project', key, bank: BANK });
export const payer = (key: string): PotRef => ({ kind: 'payer', key });
export const recipient = (key: string): PotRef => ({ kind: 'recipient', key });
export const node = (key: string): PotRef => ({ kind: 'node', key });

/** A voucher of moves alone; its legs follow from what they change at the bank. */
export function moving(
  moves: readonly (readonly [PotRef, PotRef, number])[],
  over: Partial<VoucherToPost> = {},
): VoucherToPost {
  const all: Move[] = moves.map(([from, to, amountFen]) => ({ from, to, amountFen }));
  const inside = ({ kind }: PotRef) => !['payer', 'recipient', 'node'].includes(kind);
  const cash = all.reduce(
    (sum, { from, to, amountFen }) =>
      sum + (inside(to) ? amountFen : 0) - (inside(from) ? amountFen : 0),
    0,
  );
  return voucher({ moves: all, legs: cash === 0 ? [...still] : cashLegs(cash), ...over });
}

const still: readonly Leg[] = [
  { account: { code: '135' }, amountFen: 1 },
  { account: { code: '215' }, amountFen: -1 },
];

const cashLegs = (amountFen: number): Leg[] => [
  { account: { code: '102', mark: BANK }, amountFen },
  { account: { code: amountFen > 0 ? '402' : '505' }, amountFen: -amountFen },
];

export const reversing = (reversesNo: number): VoucherToPost =>
  voucher({ reversesNo, legs: [], moves: [] });

/** The number it got; undefined where the ledger refuses it. */
export async function post(
  service: Service,
  unionId: string,
  one: VoucherToPost,
): Promise<number | undefined> {
  const [answer] = await inTx(service, (tx) => postVouchers(tx, unionId, [one]));
  return answer?.no;
}

/** The same for one that must be posted. */
export async function posted(
  service: Service,
  unionId: string,
  one: VoucherToPost,
): Promise<bigint> {
  const no = await post(service, unionId, one);
  if (no === undefined) throw new Error('it was refused');
  return BigInt(no);
}

export const asking = (unionId: string, over: Partial<TraceMoneyRequest>): TraceMoneyRequest => ({
  unionId,
  direction: 'BACK',
  voucherNo: 0n,
  moveN: 0,
  receiptId: '',
  lineId: '',
  potKind: '',
  potKey: '',
  potBank: '',
  fromFen: 0n,
  toFen: 0n,
  limit: 0,
  ...over,
});

/** Fen by where they ended: the kind, and the voucher of the last move; what lies in a pot by the pot. */
export function byEnd({ ends }: Pick<MoneyTrace, 'ends'>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { kind, voucherNo, pot, amountFen } of ends) {
    const name = kind === 'pot' ? `pot ${pot?.kind}${pot?.key}` : `${kind} ${voucherNo}`;
    sums[name] = (sums[name] ?? 0) + Number(amountFen);
  }
  return sums;
}
