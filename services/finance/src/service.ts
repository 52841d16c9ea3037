// The table of contents: every rpc and every reaction, bound by name.
import { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { keepScope } from '@gonglian/service/keep-scope.ts';
import { keepUnions } from '@gonglian/service/keep-unions.ts';
import type { ServiceParts } from '@gonglian/service/serve.ts';
import { closeBookPeriod } from './ledger/close-book-period.ts';
import { closeYear } from './ledger/close-year.ts';
import { getLedger } from './ledger/get-ledger.ts';
import { getStatement } from './ledger/get-statement.ts';
import { getTrialBalance } from './ledger/get-trial-balance.ts';
import { getVoucher } from './ledger/get-voucher.ts';
import { listBooks } from './ledger/list-books.ts';
import { listChart } from './ledger/list-chart.ts';
import { listVouchers } from './ledger/list-vouchers.ts';
import { postVoucher } from './ledger/post-voucher.ts';
import { reopenBookPeriod } from './ledger/reopen-book-period.ts';
import { requireGuards } from './ledger/require-guards.ts';
import { reverseVoucher } from './ledger/reverse-voucher.ts';
import { verifyLedger } from './ledger/verify-ledger.ts';
import { unions } from './migrations/0001-unions.ts';
import { ledger } from './migrations/0002-ledger.ts';
import { receipts } from './migrations/0003-receipts.ts';
import { payments } from './migrations/0004-payments.ts';
import { settlements } from './migrations/0005-settlements.ts';
import { trace } from './migrations/0006-trace.ts';
import { audits } from './migrations/0007-audits.ts';
import { checkpoints } from './migrations/0008-checkpoints.ts';
import { refundStanding } from './migrations/0009-refund-standing.ts';
import { grants } from './migrations/0010-grants.ts';
import { refundsAndReceipts } from './migrations/0013-refunds-and-receipts.ts';
import { accruals } from './migrations/0014-accruals.ts';
import { oversight } from './migrations/0012-oversight.ts';
import { assetsAndProjects } from './migrations/0011-assets-and-projects.ts';
import type { Own } from './pipeline.ts';
import { registerAsset } from './asset/register-asset.ts';
import { approveAsset } from './asset/approve-asset.ts';
import { withdrawAsset } from './asset/withdraw-asset.ts';
import { moveAsset } from './asset/move-asset.ts';
import { proposeAssetDisposal } from './asset/propose-asset-disposal.ts';
import { decideAssetDisposal } from './asset/decide-asset-disposal.ts';
import { depreciateAssets } from './asset/depreciate-assets.ts';
import { getAsset } from './asset/get-asset.ts';
import { listAssets } from './asset/list-assets.ts';
import { openAssetCount } from './asset/open-asset-count.ts';
import { recordAssetCount } from './asset/record-asset-count.ts';
import { decideAssetCount } from './asset/decide-asset-count.ts';
import { getAssetCount } from './asset/get-asset-count.ts';
import { listAssetCounts } from './asset/list-asset-counts.ts';
import { openProject } from './project/open-project.ts';
import { reportProject } from './project/report-project.ts';
import { getProject } from './project/get-project.ts';
import { listProjects } from './project/list-projects.ts';
import { tieBudgetLine } from './budget/tie-budget-line.ts';
import { decideEmergency } from './settlement/decide-emergency.ts';
import { reportSettlementUse } from './settlement/report-settlement-use.ts';
import { approveBudgetLine } from './budget/approve-budget-line.ts';
import { listBudget } from './budget/list-budget.ts';
import { setBudgetLine } from './budget/set-budget-line.ts';
import { getBankReconciliation } from './bank/get-bank-reconciliation.ts';
import { importBankStatement } from './bank/import-bank-statement.ts';
import { listBankAccounts } from './bank/list-bank-accounts.ts';
import { listMatchedBankLines } from './bank/list-matched-bank-lines.ts';
import { matchBankLine } from './bank/match-bank-line.ts';
import { setBankAccount } from './bank/set-bank-account.ts';
import { unmatchBankLine } from './bank/unmatch-bank-line.ts';
import { approvePayment } from './payment/approve-payment.ts';
import { checkPayment } from './payment/check-payment.ts';
import { closePayment } from './payment/close-payment.ts';
import { exportPayment } from './payment/export-payment.ts';
import { getPaymentFile } from './payment/get-payment-file.ts';
import { getPayment } from './payment/get-payment.ts';
import { listEarmarkedFunds } from './payment/list-earmarked-funds.ts';
import { getMoneyFlows } from './flow/get-money-flows.ts';
import { listFlowVouchers } from './flow/list-flow-vouchers.ts';
import { listFinanceTasks } from './payment/list-finance-tasks.ts';
import { listPayments } from './payment/list-payments.ts';
import { recordBankResult } from './payment/record-bank-result.ts';
import { reissuePayment } from './payment/reissue-payment.ts';
import { rejectPayment } from './payment/reject-payment.ts';
import { requestPayment } from './payment/request-payment.ts';
import { sendPayment } from './payment/send-payment.ts';
import { accrueFunds } from './accrual/accrue-funds.ts';
import { listAccruals } from './accrual/list-accruals.ts';
import { takeBackAccrual } from './accrual/take-back-accrual.ts';
import { approveSettlement } from './settlement/approve-settlement.ts';
import { disputeSettlement } from './settlement/dispute-settlement.ts';
import { getSettlement } from './settlement/get-settlement.ts';
import { listSettlements } from './settlement/list-settlements.ts';
import { proposeSettlement } from './settlement/propose-settlement.ts';
import { receiveSettlement } from './settlement/receive-settlement.ts';
import { returnSettlement } from './settlement/return-settlement.ts';
import { withdrawSettlement } from './settlement/withdraw-settlement.ts';
import { answerNeighbour } from './trace/answer-neighbour.ts';
import { getMoneyEvidence } from './trace/get-money-evidence.ts';
import { traceMoney } from './trace/trace-money.ts';
import { onLetters } from './settlement/on-letters.ts';
import { setSplitProfile } from './profile/set-split-profile.ts';
import { listSplitProfiles } from './profile/list-split-profiles.ts';
import { beginCollection } from './receipt/begin-collection.ts';
import { putCollectionPart } from './receipt/put-collection-part.ts';
import { readCollection } from './receipt/read-collection.ts';
import { postCollection } from './receipt/post-collection.ts';
import { cancelCollection } from './receipt/cancel-collection.ts';
import { getCollection } from './receipt/get-collection.ts';
import { listCollections } from './receipt/list-collections.ts';
import { listCollectionExceptions } from './receipt/list-collection-exceptions.ts';
import { resolveException } from './receipt/resolve-exception.ts';
import { recordSelfPayment } from './receipt/record-self-payment.ts';
import { recordFiscalPayment } from './receipt/record-fiscal-payment.ts';
import { recordDues } from './dues/record-dues.ts';
import { listReceipts } from './receipt/list-receipts.ts';
import { getReceipt } from './receipt/get-receipt.ts';
import { getFundReport } from './receipt/get-fund-report.ts';
import { reverseReceipt } from './receipt/reverse-receipt.ts';
import { recountFinance } from './recount/recount-finance.ts';
import { runRefund } from './refund/run-refund.ts';
import { reviewRefund } from './refund/review-refund.ts';
import { payRefund } from './refund/pay-refund.ts';
import { publishRefund } from './refund/publish-refund.ts';
import { approveRefund } from './refund/approve-refund.ts';
import { cancelRefund } from './refund/cancel-refund.ts';
import { listRefunds } from './refund/list-refunds.ts';
import { getRefund } from './refund/get-refund.ts';
import { listRefundLines } from './refund/list-refund-lines.ts';
import { grantMethods } from './grant-methods.ts';
import { onGrantLetters } from './grant/on-grant-letters.ts';
import { onEmployerCovered } from './receipt/on-employer-covered.ts';
import { exportBook } from './oracle/export-book.ts';
import { onCoverage } from './union/on-coverage.ts';
import { oversightMethods } from './oversight.ts';

export const parts: ServiceParts<Own, typeof FinanceServiceService> = {
  name: 'finance',
  definition: FinanceServiceService,
  methods: {
    ...oversightMethods,
    listChart,
    listBooks,
    postVoucher,
    reverseVoucher,
    getVoucher,
    listVouchers,
    getLedger,
    getTrialBalance,
    getStatement,
    closeBookPeriod,
    reopenBookPeriod,
    closeYear,
    verifyLedger,
    exportBook,
    setSplitProfile,
    listSplitProfiles,
    beginCollection,
    putCollectionPart,
    readCollection,
    postCollection,
    cancelCollection,
    getCollection,
    listCollections,
    listCollectionExceptions,
    resolveException,
    recordSelfPayment,
    recordFiscalPayment,
    recordDues,
    listReceipts,
    getReceipt,
    reverseReceipt,
    getFundReport,
    recountFinance,
    runRefund,
    reviewRefund,
    publishRefund,
    payRefund,
    approveRefund,
    cancelRefund,
    listRefunds,
    getRefund,
    listRefundLines,
    ...grantMethods,
    proposeSettlement,
    approveSettlement,
    withdrawSettlement,
    receiveSettlement,
    disputeSettlement,
    returnSettlement,
    getSettlement,
    listSettlements,
    accrueFunds,
    takeBackAccrual,
    listAccruals,
    answerNeighbour,
    traceMoney,
    getMoneyEvidence,
    registerAsset,
    approveAsset,
    withdrawAsset,
    moveAsset,
    proposeAssetDisposal,
    decideAssetDisposal,
    depreciateAssets,
    getAsset,
    listAssets,
    openAssetCount,
    recordAssetCount,
    decideAssetCount,
    getAssetCount,
    listAssetCounts,
    openProject,
    reportProject,
    getProject,
    listProjects,
    tieBudgetLine,
    decideEmergency,
    reportSettlementUse,
    setBudgetLine,
    approveBudgetLine,
    listBudget,
    requestPayment,
    checkPayment,
    approvePayment,
    rejectPayment,
    exportPayment,
    getPaymentFile,
    sendPayment,
    recordBankResult,
    reissuePayment,
    closePayment,
    getPayment,
    listPayments,
    listEarmarkedFunds,
    setBankAccount,
    listBankAccounts,
    importBankStatement,
    matchBankLine,
    unmatchBankLine,
    listMatchedBankLines,
    getBankReconciliation,
    listFinanceTasks,
    getMoneyFlows,
    listFlowVouchers,
  },
  reactions: [keepScope, keepUnions, onCoverage, onEmployerCovered, onLetters, onGrantLetters],
  entities: [],
  check: requireGuards,
  migrations: [
    unions,
    ledger,
    receipts,
    payments,
    settlements,
    trace,
    audits,
    checkpoints,
    refundStanding,
    grants,
    assetsAndProjects,
    oversight,
    refundsAndReceipts,
    accruals,
  ],
};
