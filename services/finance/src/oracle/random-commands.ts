// What may be done to a book, at random: batches of money in, split, remitted, allocated, paid, taken back, said again, said
// again otherwise, and said wrongly; months closed and opened again. Numbers point into what was done before.
import {
  array,
  constantFrom,
  integer,
  nat,
  oneof,
  option,
  record,
  type Arbitrary,
} from 'fast-check';
import { cash, pot, voucher } from '../ledger/made-vouchers.ts';
import type { Leg, Move, VoucherToPost } from '../ledger/voucher.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04'] as const;
const TOWNS = ['town-1', 'town-2'] as const;

const FAULTS = [
  'UNBALANCED',
  'ONE_LEG',
  'HALF_A_FEN',
  'CASH_WITHOUT_POT',
  'NO_SUMMARY',
  'CHECKS_ITSELF',
] as const;

const MADE = ['RECEIPT', 'REMIT', 'SHARE', 'ALLOCATE', 'PAY', 'JOURNAL'] as const;

interface Item {
  made: (typeof MADE)[number] | 'REVERSE' | 'REPLAY' | 'CONFLICT' | 'FAULT';
  fault: (typeof FAULTS)[number];
  fen: number;
  town: (typeof TOWNS)[number];
  month: (typeof MONTHS)[number];
  /** Asked for by name, and so refused where it is closed. */
  period: (typeof MONTHS)[number] | null;
  /** Which of those before it. */
  of: number;
}

export type Command =
  | { does: 'POST'; items: Item[] }
  | { does: 'CLOSE' | 'REOPEN'; month: (typeof MONTHS)[number] };

const item: Arbitrary<Item> = record({
  made: constantFrom(
    ...MADE,
    ...MADE,
    'RECEIPT',
    'REVERSE',
    'REVERSE',
    'REPLAY',
    'CONFLICT',
    'FAULT',
  ),
  fault: constantFrom(...FAULTS),
  fen: integer({ min: 1, max: 5_000 }),
  town: constantFrom(...TOWNS),
  month: constantFrom(...MONTHS),
  period: option(constantFrom(...MONTHS), { freq: 5 }),
  of: nat(1_000),
});

export const commands: Arbitrary<Command[]> = array(
  oneof(
    { weight: 5, arbitrary: array(item, { minLength: 1, maxLength: 12 }).map(posting) },
    { weight: 1, arbitrary: constantFrom(...MONTHS).map((month) => changing('CLOSE', month)) },
    { weight: 1, arbitrary: constantFrom(...MONTHS).map((month) => changing('REOPEN', month)) },
  ),
  { minLength: 8, maxLength: 12 },
);

function posting(items: Item[]): Command {
  return { does: 'POST', items };
}
function changing(does: 'CLOSE' | 'REOPEN', month: (typeof MONTHS)[number]): Command {
  return { does, month };
}

/** The voucher that an item means, with `before` those that were sent already, posted or not. */
export function voucherOf(one: Item, before: readonly VoucherToPost[]): VoucherToPost {
  const earlier = before[one.of % Math.max(before.length, 1)];
  if (earlier && one.made === 'REPLAY') return earlier;
  if (earlier && one.made === 'CONFLICT') return { ...earlier, summary: `${earlier.summary}改` };
  const dated = {
    key: `k${before.length}`,
    eventOn: `${one.month}-17`,
    ...(one.period === null ? {} : { period: one.period }),
  };
  if (one.made === 'REVERSE')
    return voucher({ ...dated, reversesNo: 1 + (one.of % (before.length + 2)), legs: [] });
  if (one.made === 'FAULT') return faulty(voucher({ ...dated, ...linesOf('RECEIPT', one) }), one);
  return voucher({ ...dated, ...linesOf(one.made, one) });
}

function faulty(sound: VoucherToPost, { fault }: Item): VoucherToPost {
  const [first, ...rest] = sound.legs as [Leg, ...Leg[]];
  if (fault === 'UNBALANCED')
    return { ...sound, legs: [{ ...first, amountFen: first.amountFen + 1 }, ...rest] };
  if (fault === 'ONE_LEG') return { ...sound, legs: [first] };
  if (fault === 'HALF_A_FEN')
    return { ...sound, legs: [{ ...first, amountFen: first.amountFen + 0.5 }, ...rest] };
  if (fault === 'CASH_WITHOUT_POT') return { ...sound, moves: [] };
  return fault === 'NO_SUMMARY'
    ? { ...sound, summary: '' }
    : { ...sound, checkerId: sound.makerId };
}

function linesOf(made: Item['made'], { fen, town }: Item): { legs: Leg[]; moves: Move[] } {
  const out = (code: string, from: ReturnType<typeof pot>, to: Move['to']) => ({
    legs: [
      { account: { code }, amountFen: fen },
      { account: cash, amountFen: -fen },
    ],
    moves: [{ from, to, amountFen: fen }],
  });
  if (made === 'REMIT') return out('211', pot('upper'), { kind: 'node', key: 'city' });
  if (made === 'SHARE') return out('21202', pot('lower', town), { kind: 'recipient', key: town });
  if (made === 'PAY') return out('510', pot('own'), { kind: 'recipient', key: 'r' });
  if (made === 'ALLOCATE')
    return {
      legs: [
        { account: cash, amountFen: fen },
        { account: { code: '403' }, amountFen: -fen },
      ],
      moves: [{ from: { kind: 'node', key: 'city' }, to: pot('project', 'p'), amountFen: fen }],
    };
  if (made === 'RECEIPT') return receiptOf(fen * 10, town);
  return {
    legs: [
      { account: { code: '135' }, amountFen: fen },
      { account: { code: '215' }, amountFen: -fen },
    ],
    moves: [],
  };
}

/** A fifth here, a fifth above, the rest below. */
function receiptOf(fen: number, town: string): { legs: Leg[]; moves: Move[] } {
  const shares = [
    ['402', pot('own'), fen / 5],
    ['211', pot('upper'), fen / 5],
    ['21202', pot('lower', town), (fen / 5) * 3],
  ] as const;
  const payer = { kind: 'payer', key: 'payer' } as const;
  return {
    legs: [
      { account: cash, amountFen: fen },
      ...shares.map(([code, , amountFen]) => ({ account: { code }, amountFen: -amountFen })),
    ],
    moves: shares.map(([, to, amountFen]) => ({ from: payer, to, amountFen })),
  };
}
