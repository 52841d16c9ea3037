// What a batch leaves in the tables is what its vouchers leave one by one, however it is cut.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from './post-vouchers.ts';
import { cash, inTx, openUnion, pot, startFinance, voucher, type Service } from './scene.ts';
import type { PostedVoucher, VoucherToPost } from './voucher.ts';

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

const OWN = pot('own');
const PAYER = { kind: 'payer', key: 'p' } as const;
const RECIPIENT = { kind: 'recipient', key: 'r' } as const;

/** Money in and out of one purse, more going out now and then than there is; some twice, some taken back. */
function mixed(count: number): VoucherToPost[] {
  return Array.from({ length: count }, (_, n) => {
    const amountFen = 1 + ((n * 37) % 50);
    const out = n % 3 === 2;
    const key = `k${n % 11 === 10 ? n - 3 : n}`;
    if (n % 7 === 6) return voucher({ key, reversesNo: 1 + (n % 5), legs: [], moves: [] });
    const legs = [
      { account: cash, amountFen: out ? -amountFen : amountFen },
      { account: { code: out ? '510' : '402' }, amountFen: out ? amountFen : -amountFen },
    ];
    const move = out
      ? { from: OWN, to: RECIPIENT, amountFen }
      : { from: PAYER, to: OWN, amountFen };
    return voucher({ key, legs, moves: [move], eventOn: `20${25 + (n % 2)}-0${1 + (n % 4)}-15` });
  });
}

async function post(unionId: string, vouchers: VoucherToPost[], size: number) {
  const answers: PostedVoucher[] = [];
  for (let at = 0; at < vouchers.length; at += size)
    answers.push(
      ...(await inTx(service, (tx) => postVouchers(tx, unionId, vouchers.slice(at, at + size)))),
    );
  return { answers, rows: await rowsOf(unionId) };
}

async function rowsOf(unionId: string) {
  const vouchers = await service.sql`
    select v.no, v.key, v.period, v.period_no, v.reverses_no, encode(v.request_hash, 'hex') as request
    from voucher as v join book using (book_id) where union_id = ${unionId} order by v.no`;
  const legs = await service.sql`
    select l.no, l.n, l.account_no, l.amount_fen, l.balance_fen, l.version
    from leg as l join book using (book_id) where union_id = ${unionId} order by l.no, l.n`;
  const moves = await service.sql`
    select m.no, m.n, m.from_pot, m.to_pot, m.amount_fen, m.out_end, m.in_end
    from move as m join book using (book_id) where union_id = ${unionId} order by m.no, m.n`;
  const sums = await service.sql`
    select period, account_no, debit_fen, credit_fen from account_month join book using (book_id)
    where union_id = ${unionId} order by 1, 2`;
  return { vouchers, legs, moves, sums };
}

test('at once, one by one, by sevens', async () => {
  const vouchers = mixed(90);
  const whole = await post(await openUnion(service), vouchers, 90);
  const codes = new Set(whole.answers.map(({ refusal }) => refusal?.code));
  expect([...codes].toSorted()).toEqual(
    ['ALREADY_REVERSED', 'POT_OVERDRAWN', 'VOUCHER_KEY_REUSED', undefined].toSorted(),
  );
  for (const size of [1, 7]) {
    const unionId = await openUnion(service);
    expect(await post(unionId, vouchers, size)).toEqual(whole);
    const { clean } = await service.call('verifyLedger', { unionId }, { duty: 'auditor' });
    expect(clean).toBe(true);
  }
});
