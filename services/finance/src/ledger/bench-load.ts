// What the benchmarks of the ledger post, and how fast it goes.
import { cash, inTx, journal, pot, voucher, type Service } from './scene.ts';
import { postVouchers } from './post-vouchers.ts';
import type { VoucherToPost } from './voucher.ts';

export const BATCH = 1_000;
export const TARGETS = 10_000;

/** From one account to one of ten thousand, by unlike steps so that neighbours differ. */
export function transfer(n: number): VoucherToPost {
  const account = { code: '215', project: `p${(n * 7_919) % TARGETS}` };
  const [debit] = journal('135', '215', 1 + (n % 97));
  return voucher({ legs: [debit!, { account, amountFen: -(1 + (n % 97)) }] });
}

/** Money that comes in for one of ten thousand unions. */
export function receipt(n: number): VoucherToPost {
  const partyId = `u${(n * 7_919) % TARGETS}`;
  return voucher({
    legs: [
      { account: cash, amountFen: 100 },
      { account: { code: '21202', partyId }, amountFen: -100 },
    ],
    moves: [{ from: { kind: 'payer', key: partyId }, to: pot('lower', partyId), amountFen: 100 }],
  });
}

/** Vouchers a second; what is made to be posted is not counted. */
export async function postFor(
  service: Service,
  forSeconds: number,
  unionId: string,
  make: (n: number) => VoucherToPost,
  refusedInBatch = 0,
): Promise<number> {
  let [posted, ms] = [0, 0];
  while (ms < forSeconds * 1_000) {
    const from = posted;
    const vouchers = Array.from({ length: BATCH }, (_, n) => make(from + n));
    const startedAt = performance.now();
    const answers = await inTx(service, (tx) => postVouchers(tx, unionId, vouchers));
    ms += performance.now() - startedAt;
    const refused = answers.filter(({ refusal }) => refusal !== undefined).length;
    if (refused !== refusedInBatch) throw new Error(`${refused} were refused`);
    posted += BATCH;
  }
  return (posted / ms) * 1_000;
}
