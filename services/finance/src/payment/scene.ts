// A union with a budget, money at a bank and three persons, for the tests of payments.
import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { startTestService, type TestService } from '@gonglian/testing/service.ts';
import { expect } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, openUnion, voucher } from '../ledger/scene.ts';
import type { Own } from '../pipeline.ts';
import { parts } from '../service.ts';

export type Service = TestService<Own, typeof FinanceServiceService>;

export const today = chinaDate(new Date());
export const fiscalYear = Number(today.slice(0, 4));
export const BANK = 'main';

/** The vectors of domain §9.15: two cards, and one that is none by its last digit. */
export const CARDS = ['6210000000000000009', '6222000000000001234', '6222000000000001235'];
const AMOUNTS = [100_000n, 200_000n, 50_050n];

export const maker = { duty: 'clerk', id: 'person-maker' } as const;
export const checker = { duty: 'finance', id: 'person-checker' } as const;
export const approver = { duty: 'chair', id: 'person-approver' } as const;
export const cashier = { duty: 'finance', id: 'person-cashier' } as const;

export async function startScene() {
  const service = await startTestService(parts, testOwn());
  return { service, ...paymentSteps(service) };
}
export type Scene = Awaited<ReturnType<typeof startScene>>;

export function paymentSteps(service: Service) {
  const { call } = service;

  async function setBudget(unionId: string, amountFen: bigint, projectCode = ''): Promise<string> {
    const line = await call('setBudgetLine', budgetAsk(unionId, amountFen, projectCode), cashier);
    const ask = { lineId: line.lineId, expectedVersion: line.version };
    return (await call('approveBudgetLine', ask, approver)).lineId;
  }

  /** Money at the bank, in a fund of the union's own or of a project. */
  async function fund(unionId: string, amountFen: number, project = ''): Promise<void> {
    const to =
      project === ''
        ? ({ kind: 'own', key: '', bank: BANK } as const)
        : ({ kind: 'project', key: project, bank: BANK } as const);
    const receipt = voucher({
      eventOn: today,
      kind: 'RECEIPT',
      legs: [
        { account: { code: '102', mark: BANK }, amountFen },
        { account: { code: '402' }, amountFen: -amountFen },
      ],
      moves: [{ from: { kind: 'payer', key: '91329999000000001X' }, to, amountFen }],
    });
    const [posted] = await inTx(service, (tx) => postVouchers(tx, unionId, [receipt]));
    if (posted?.refusal) throw new Error(posted.refusal.code);
  }

  /** Money leaves the own fund by another way than a payment. */
  async function drain(unionId: string, amountFen: number, eventOn = today): Promise<void> {
    const spent = voucher({
      eventOn,
      legs: [
        { account: { code: '505' }, amountFen },
        { account: { code: '102', mark: BANK }, amountFen: -amountFen },
      ],
      moves: [
        {
          from: { kind: 'own', key: '', bank: BANK },
          to: { kind: 'recipient', key: 'shop' },
          amountFen,
        },
      ],
    });
    const [posted] = await inTx(service, (tx) => postVouchers(tx, unionId, [spent]));
    if (posted?.refusal) throw new Error(posted.refusal.code);
  }

  /** A union with an account, 10,000.00 at the bank and as much in the budget. */
  async function union(): Promise<string> {
    const unionId = await openUnion(service);
    await call(
      'setBankAccount',
      {
        unionId,
        bank: BANK,
        holderName: '合成县总工会',
        accountNumber: '32050174883600000123',
        bankCode: '105312500018',
      },
      cashier,
    );
    await setBudget(unionId, 1_000_000n);
    await fund(unionId, 1_000_000);
    return unionId;
  }

  async function sign(payment: Payment): Promise<Payment> {
    const ask = ({ paymentId, version }: Payment) => ({ paymentId, expectedVersion: version });
    const checked = await call('checkPayment', ask(payment), checker);
    return call('approvePayment', { ...ask(checked), ...noDecision }, approver);
  }

  /** Asked for, signed three times, exported and sent. */
  async function sent(unionId: string, over: object = {}): Promise<Payment> {
    const asked = await call('requestPayment', paymentAsk(unionId, over), maker);
    return send(asked);
  }

  async function send(asked: Payment): Promise<Payment> {
    const { paymentId } = await sign(asked);
    await call('exportPayment', { paymentId }, cashier);
    return call('sendPayment', { paymentId }, cashier);
  }

  /** The bank's file, as a cashier takes it. */
  async function fileOf(paymentId: string): Promise<string> {
    const client = service.client({ deadlineMs: 30_000 });
    const token = await service.token(cashier);
    const pieces: Buffer[] = [];
    for await (const { content } of client.getPaymentFile({ paymentId }, { token }))
      pieces.push(content);
    return Buffer.concat(pieces).toString();
  }

  async function budgetOf(unionId: string) {
    const { items } = await call('listBudget', { unionId, fiscalYear }, cashier);
    const [line] = items;
    if (!line) throw new Error('no budget line');
    const { committedFen, spentFen, availableFen, executedBasisPoints } = line;
    return { committedFen, spentFen, availableFen, executedBasisPoints };
  }

  return { setBudget, fund, drain, union, sign, sent, send, fileOf, budgetOf };
}

/** What a step of a payment names. */
export const step = ({ paymentId, version }: Payment) => ({
  paymentId,
  expectedVersion: version,
});

export const refusedWith = (code: string, kind = 'refused') =>
  expect.objectContaining({ kind, code });

export const noDecision = { decisionNo: '', decisionOn: '', decisionSha256: '' };

export function budgetAsk(unionId: string, amountFen: bigint, projectCode = '') {
  return {
    unionId,
    fiscalYear,
    accountCode: '50404',
    mark: projectCode === '' ? 'basic' : 'project',
    projectCode,
    sourceCode: 'union',
    amountFen,
    documentNo: '合工〔2026〕1号',
    reason: '年度预算',
  };
}

export function lineAsk(at: number, over: object = {}) {
  return {
    payeeKind: 'PERSON',
    payeeName: ['张三丰', '李小明', '欧阳修'][at] ?? '合成人',
    accountNumber: CARDS[at] ?? '',
    bankCode: '105312500018',
    amountFen: AMOUNTS[at] ?? 1n,
    purpose: '困难职工帮扶',
    projectCode: '',
    sourceCode: 'union',
    beneficiaryId: `beneficiary-${at}`,
    ...over,
  };
}

/** The vector of domain §9.13: 1,000.00 + 2,000.00 + 500.50 = 3,500.50. */
export function paymentAsk(unionId: string, over: object = {}) {
  return {
    unionId,
    bank: BANK,
    accountCode: '50404',
    purposeCode: 'RELIEF',
    title: '三月帮扶',
    sourceId: '',
    askedBy: '',
    lineCount: 3,
    totalFen: 350_050n,
    lines: [lineAsk(0), lineAsk(1), lineAsk(2)],
    dueOn: '',
    ...over,
  };
}

interface Said {
  seq: number;
  amountFen: bigint | number;
  failure?: string;
  serial?: string;
}

/** A bank's answer as it writes it. */
export function resultFile(batchNo: string, said: readonly Said[], paidOn = today) {
  const head = 'batch_no,seq,amount_fen,status,bank_serial,paid_on,failure_code';
  const rows = said.map(({ seq, amountFen, failure = '', serial }) =>
    failure === ''
      ? [batchNo, seq, amountFen, 'success', serial ?? `${batchNo}-${seq}`, paidOn, '']
      : [batchNo, seq, amountFen, 'fail', '', '', failure],
  );
  const text = [head, ...rows.map((row) => row.join(','))].join('\r\n');
  return { fileName: '回单.csv', content: Buffer.from(text) };
}

export const allPaid: readonly Said[] = AMOUNTS.map((amountFen, at) => ({
  seq: at + 1,
  amountFen,
}));
export const thirdFailed: readonly Said[] = allPaid.map((one) =>
  one.seq === 3 ? { ...one, failure: 'ACCOUNT_CLOSED' } : one,
);
