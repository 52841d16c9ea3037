// Five years of a county's book, made up from a seed: receipts and their remittance, spending, journals, earmarked money,
// vouchers taken back, facts that come late, months closed and opened again, years closed.
import { createHash } from 'node:crypto';
import { newId } from '@gonglian/kernel/id.ts';
import { changePeriod } from '../ledger/change-period.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { cash, inTx, journal, pot, voucher, type Service } from '../ledger/scene.ts';
import type { Leg, Move, VoucherToPost } from '../ledger/voucher.ts';

export const YEARS = [2021, 2022, 2023, 2024, 2025] as const;
const VOUCHERS_A_MONTH = 16;

/** The n-th number below `below`, the same for the same seed on every machine. */
export function draw(seed: number, n: number, below: number): number {
  return createHash('sha256').update(`${seed}:${n}`).digest().readUInt32BE() % below;
}

/** Posts it all, and answers how many vouchers there are. */
export async function postFiveYears(
  service: Service,
  unionId: string,
  seed: number,
): Promise<number> {
  const towns = [newId(), newId(), newId()];
  let posted = 0;
  for (const year of YEARS) {
    for (let month = 1; month <= 12; month += 1) {
      const period = `${year}-${String(month).padStart(2, '0')}`;
      const batch = monthOf({ seed, period, towns, posted });
      const answers = await inTx(service, (tx) => postVouchers(tx, unionId, batch));
      posted += answers.filter(({ refusal }) => refusal === undefined).length;
      if (month < 12) await change(service, unionId, period, 'CLOSED');
      if (month === 7) await postReopened(service, unionId, `${year}-06`);
      if (month === 7) posted += 1;
    }
    const closed = await service.call('closeYear', { unionId, year }, { duty: 'finance' });
    posted += closed.voucherNos.length;
    // A server counts its tables by itself within minutes; here five years pass before it does.
    await service.sql`analyze voucher, leg, move, account, pot, reversal, book`;
  }
  return posted;
}

async function postReopened(service: Service, unionId: string, period: string): Promise<void> {
  await change(service, unionId, period, 'REOPENED');
  const late = voucher({ eventOn: `${period}-30`, period, summary: '补记：6月' });
  await inTx(service, (tx) => postVouchers(tx, unionId, [late]));
  await change(service, unionId, period, 'CLOSED');
}

function change(service: Service, unionId: string, period: string, to: 'CLOSED' | 'REOPENED') {
  const asked = { unionId, period, change: to, reason: '月结' };
  return inTx(service, (tx) => changePeriod(tx, asked));
}

interface Month {
  seed: number;
  period: string;
  towns: readonly string[];
  posted: number;
}

function monthOf({ seed, period, towns, posted }: Month): VoucherToPost[] {
  return Array.from({ length: VOUCHERS_A_MONTH }, (_, n) => {
    const die = (below: number, salt = 0) => draw(seed, (posted + n) * 8 + salt, below);
    // One in six is a fact of the month before, which is closed by now.
    const eventOn =
      die(6, 1) === 0 && !period.endsWith('-01')
        ? `${period.slice(0, 5)}01-15`
        : `${period}-${String(1 + die(28, 2)).padStart(2, '0')}`;
    const dated = { eventOn, summary: `合成 ${period} ${n}；含;分号:冒号|竖线` };
    const fen = 1 + die(1_000_000, 3);
    const kind = die(9, 4);
    if (kind === 8 && posted > 0)
      return voucher({ ...dated, reversesNo: 1 + die(posted, 5), legs: [], moves: [] });
    return voucher({ ...dated, ...linesOf(kind, fen, towns[die(3, 6)] as string) });
  });
}

/** Some are refused where the purse is empty by then, as they would be at a desk. */
function linesOf(
  kind: number,
  fen: number,
  town: string,
): { kind: string; legs: Leg[]; moves: Move[] } {
  const payer = { kind: 'payer', key: '91329999000000001X' } as const;
  const payee = { kind: 'recipient', key: town } as const;
  const out = (legs: Leg[], from: ReturnType<typeof pot>, name: string) => ({
    kind: name,
    legs: [...legs, { account: cash, amountFen: -fen }],
    moves: [{ from, to: payee, amountFen: fen }],
  });
  if (kind <= 2) return receiptOf(fen, town, payer);
  if (kind === 3) return out([{ account: { code: '211' }, amountFen: fen }], pot('upper'), 'REMIT');
  if (kind === 4) {
    const legs = [{ account: { code: '21202', partyId: town }, amountFen: fen }];
    return out(legs, pot('lower', town), 'SHARE');
  }
  if (kind === 5) return out([{ account: { code: '510' }, amountFen: fen }], pot('own'), 'PAYMENT');
  if (kind === 6)
    return {
      kind: 'ALLOCATION',
      legs: [
        { account: cash, amountFen: fen },
        { account: { code: '403', project: '送温暖: 2024; A' }, amountFen: -fen },
      ],
      moves: [{ from: { kind: 'node', key: 'city' }, to: pot('project', 'a'), amountFen: fen }],
    };
  return { kind: 'MANUAL', legs: journal('135', '215', fen), moves: [] };
}

function receiptOf(fen: number, town: string, payer: Move['from']) {
  const own = Math.floor(fen / 5) + 1;
  const upper = Math.floor(fen / 5) + 1;
  const all = own * 5;
  const lower = all - own - upper;
  return {
    kind: 'RECEIPT',
    legs: [
      { account: cash, amountFen: all },
      { account: { code: '402' }, amountFen: -own },
      { account: { code: '211' }, amountFen: -upper },
      { account: { code: '21202', partyId: town }, amountFen: -lower },
    ],
    moves: [
      { from: payer, to: pot('own'), amountFen: own },
      { from: payer, to: pot('upper'), amountFen: upper },
      { from: payer, to: pot('lower', town), amountFen: lower },
    ],
  };
}
