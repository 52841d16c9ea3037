import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, voucher } from '../ledger/scene.ts';
import {
  approver,
  BANK,
  cashier,
  lineAsk,
  maker,
  paymentAsk,
  refusedWith,
  resultFile,
  startScene,
  step,
  today,
  type Scene,
} from './scene.ts';

// Premiums of mutual aid are others' money (代管经费, 221): in by 102 / 221, out by 221 / 102 (domain §5.7), without a budget.

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

const SCHEME = 'HZ-2026';
const pot = { kind: 'trust', key: SCHEME, bank: BANK } as const;

/** In: entrusted for the scheme. Out, where it is less than nothing: by another way than a payment. */
async function entrust(unionId: string, amountFen: number, key = SCHEME): Promise<void> {
  const there = { ...pot, key };
  const outside = { kind: 'payer', key: 'a union of the scheme' } as const;
  const size = Math.abs(amountFen);
  const move =
    amountFen > 0
      ? { from: outside, to: there, amountFen: size }
      : { from: there, to: { kind: 'recipient', key: 'elsewhere' } as const, amountFen: size };
  const moved = voucher({
    eventOn: today,
    legs: [
      { account: { code: '102', mark: BANK }, amountFen },
      { account: { code: '221', project: key }, amountFen: -amountFen },
    ],
    moves: [move],
  });
  const [posted] = await inTx(scene.service, (tx) => postVouchers(tx, unionId, [moved]));
  if (posted?.refusal) throw new Error(posted.refusal.code);
}

const paying = (unionId: string, amountFen: bigint, over: object = {}) =>
  paymentAsk(unionId, {
    accountCode: '221',
    purposeCode: 'MUTUAL_AID',
    title: '互助保障给付',
    lineCount: 1,
    totalFen: amountFen,
    lines: [lineAsk(0, { amountFen, purpose: '互助保障给付', projectCode: SCHEME, ...over })],
  });
const ask = (unionId: string, amountFen: bigint, over: object = {}) =>
  scene.service.call('requestPayment', paying(unionId, amountFen, over), maker);
const short = (shortFen: number) =>
  expect.objectContaining({
    kind: 'refused',
    code: 'FUND_SHORT',
    details: { fund: 'trust', project: SCHEME, shortFen },
  });

test('entrusted money goes out of the account that it came to, and is no expenditure', async () => {
  const { service, union, send, budgetOf } = scene;
  const unionId = await union();
  await entrust(unionId, 300_000);
  const untouched = await budgetOf(unionId);
  const { paymentId, batchNo } = await send(await ask(unionId, 255_000n));
  expect(await budgetOf(unionId)).toEqual(untouched);
  const result = resultFile(batchNo, [{ seq: 1, amountFen: 255_000n }]);
  await service.call('recordBankResult', { paymentId, ...result }, cashier);
  const [line] = (await service.call('getPayment', { paymentId }, cashier)).lines;
  const legs = await service.sql`
    select a.code, a.project, a.mark, l.amount_fen::int as fen
    from book b join voucher v using (book_id) join leg l using (book_id, no)
    join account a using (book_id, account_no)
    where b.union_id = ${unionId} and v.doc_id = ${line?.lineId ?? ''} order by l.n`;
  expect(legs).toEqual([
    { code: '221', project: SCHEME, mark: '', fen: 255_000 },
    { code: '102', project: '', mark: BANK, fen: -255_000 },
  ]);
  const moves = await service.sql`
    select f.kind, f.key, m.amount_fen::int as fen
    from book b join voucher v using (book_id) join move m using (book_id, no)
    join pot f on f.book_id = b.book_id and f.pot_no = m.from_pot
    where b.union_id = ${unionId} and v.doc_id = ${line?.lineId ?? ''}`;
  expect(moves).toEqual([{ kind: 'trust', key: SCHEME, fen: 255_000 }]);
  expect(await budgetOf(unionId)).toEqual(untouched);
});

test('no more than was entrusted for the scheme is asked for, whatever else lies at the bank', async () => {
  const unionId = await scene.union();
  await expect(ask(unionId, 1n)).rejects.toThrow(short(1));
  await entrust(unionId, 300_000);
  await entrust(unionId, 900_000, 'HZ-2025');
  const { totalFen } = await ask(unionId, 255_000n);
  expect(totalFen).toBe(255_000n);
  // What others have asked for is taken, before anybody has approved it.
  await expect(ask(unionId, 45_001n)).rejects.toThrow(short(1));
  const last = await ask(unionId, 45_000n);
  await scene.service.call('rejectPayment', { ...step(last), reason: '重复' }, approver);
  await ask(unionId, 45_000n);
});

test('two who ask at once for the last of it: one is refused', async () => {
  const unionId = await scene.union();
  await entrust(unionId, 100_000);
  const both = await Promise.allSettled([ask(unionId, 60_000n), ask(unionId, 60_000n)]);
  const lost = both.filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'FUND_SHORT', details: { shortFen: 20_000 } } }]);
});

test('what has left since is missed at the approval', async () => {
  const unionId = await scene.union();
  await entrust(unionId, 100_000);
  const asked = await ask(unionId, 100_000n);
  await entrust(unionId, -1);
  await expect(scene.sign(asked)).rejects.toThrow(short(1));
});

test('entrusted money is of a project; no other account than it and expenditure is paid from', async () => {
  const unionId = await scene.union();
  await entrust(unionId, 100_000);
  await expect(ask(unionId, 1n, { projectCode: '' })).rejects.toThrow(
    refusedWith('TRUST_PROJECT_MISSING'),
  );
  for (const accountCode of ['211', '215', '402', '102'])
    await expect(
      scene.service.call('requestPayment', { ...paying(unionId, 1n), accountCode }, maker),
    ).rejects.toThrow(refusedWith('ACCOUNT_NOT_EXPENDITURE'));
});
