// A union with two payments that say the same, auditors, and an audit on its way, for the tests of audits.
import type { Audit, Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, voucher } from '../ledger/scene.ts';
import { allPaid, cashier, resultFile, startScene, today } from '../payment/scene.ts';

export const auditor = { duty: 'auditor', id: 'auditor-1' } as const;
export const second = { duty: 'auditor', id: 'auditor-2' } as const;
/** Who answers for the audited side. */
export const answering = { duty: 'finance', id: 'person-answering' } as const;
export const ago = (days: number) => addDays(today, -days);
export const SHA256 = 'a'.repeat(64);

export async function startAudits() {
  const payments = await startScene();
  const { service, union, sent } = payments;
  const { call } = service;

  /** Two payments with the same three lines, both paid. */
  async function paidUnion(): Promise<string> {
    const unionId = await union();
    for (let n = 0; n < 2; n += 1) {
      const { paymentId, batchNo } = await sent(unionId);
      await call('recordBankResult', { paymentId, ...resultFile(batchNo, allPaid) }, cashier);
    }
    return unionId;
  }

  /** Two vouchers by hand that name one document. */
  async function documentTwice(unionId: string): Promise<void> {
    const one = (docId: string) =>
      voucher({
        kind: 'MANUAL',
        eventOn: today,
        docKind: 'INVOICE',
        docId,
        makerId: 'person-maker',
      });
    await inTx(service, (tx) => postVouchers(tx, unionId, [one('2'), one('7'), one('7')]));
  }

  const plan = (unionId: string, over: object = {}, caller: object = auditor) =>
    call('planAudit', planAsk(unionId, over), caller);

  async function notified(unionId: string): Promise<Audit> {
    const planned = await plan(unionId);
    return call(
      'notifyAudit',
      { ...step(planned), notifiedOn: ago(40), entryOn: ago(37) },
      auditor,
    );
  }

  async function entered(unionId: string): Promise<Audit> {
    return call('enterAudit', { ...step(await notified(unionId)), enteredOn: ago(37) }, auditor);
  }

  const raise = (auditId: string, over: object = {}, caller: object = auditor): Promise<Finding> =>
    call('raiseFinding', { ...findingAsk(auditId), ...over }, caller);

  /** With a paper and the draft. */
  async function drafted(unionId: string): Promise<Audit> {
    const audit = await entered(unionId);
    await call('addWorkingPaper', paperAsk(audit.auditId), auditor);
    return call(
      'draftAudit',
      { ...step(audit), draftedOn: ago(30), summary: '经费收支基本合规。' },
      auditor,
    );
  }

  /** The decision, and so each finding told. */
  async function toDecision(audit: Audit, decidedOn = ago(15)): Promise<Audit> {
    const reported = await call(
      'reportAudit',
      { ...step(audit), reportedOn: ago(19), opinion: '限期整改。' },
      auditor,
    );
    const decision = { decidedOn, decisionNo: '合工经审〔2026〕1号' };
    return call('decideAudit', { ...step(reported), ...decision }, auditor);
  }

  return {
    ...payments,
    paidUnion,
    documentTwice,
    plan,
    notified,
    entered,
    raise,
    drafted,
    toDecision,
  };
}
export type AuditScene = Awaited<ReturnType<typeof startAudits>>;

export const step = ({ auditId, version }: Audit) => ({ auditId, expectedVersion: version });
export const findingStep = ({ findingId, version }: Finding) => ({
  findingId,
  expectedVersion: version,
});

export const planAsk = (unionId: string, over: object = {}) => ({
  unionId,
  kind: 'DOWNWARD',
  title: '年度经费收支审计',
  periodFrom: `${today.slice(0, 4)}-01`,
  periodTo: today.slice(0, 7),
  basis: '年度审计计划',
  auditors: ['auditor-1', 'auditor-2'],
  firmName: '',
  firmUscc: '',
  followsAuditId: '',
  scopeKind: '',
  scopeCode: '',
  auditorNode: '',
  auditorNodeName: '',
  ...over,
});

export const paperAsk = (auditId: string) => ({
  auditId,
  title: '付款凭证抽查',
  auditProcedure: '核对审批单与银行回单',
  conclusion: '发现重复支付',
  documentSha256: SHA256,
});

export const findingAsk = (auditId: string) => ({
  auditId,
  category: 'DUPLICATE_PAYMENT',
  title: '重复支付帮扶款',
  amountFen: 100_000n,
  clause: '《基层工会经费收支管理办法》第十七条',
  cause: '同一申请录入两次',
  responsiblePost: '财务岗',
  suggestion: '追回重复支付的款项',
  hitId: '',
  raisedOn: '',
});
