import type { Texts } from './text.ts';

/** Money: books, receipts, payments, audit. */
export const FINANCE: Texts = {
  ACCRUAL_CHANGED: [412, '该计提已被他人更新，请刷新', 'It was changed meanwhile; load it again'],
  ACCRUAL_DATE_WRONG: [
    422,
    '冲回日期应在计提年度末至今日之间',
    'It is taken back from the end of its year until today',
  ],
  ACCRUAL_KIND: [
    422,
    '应上解、应转拨的经费在收到时已列为应付，不再计提',
    'What is to be sent up or shared down is owed since it was received; it is not accrued',
  ],
  ACCRUAL_NODE: [
    422,
    '应收上级、应收下级只能对直接上级、直接下级或本级自行拨缴的工会计提',
    'Accruals are on the superior, a subordinate, or a union here that pays up itself',
  ],
  ACCRUAL_OPEN: [
    422,
    '该年度同一对方的同类计提尚未结清',
    'The same is accrued already and has not all come',
  ],
  ACCRUAL_PROJECT: [
    422,
    '专项转移支付应写明项目，其他计提不写项目',
    'A special transfer names its project, nothing else does',
  ],
  ACCRUAL_SAME_PERSON: [
    422,
    '计提人不能冲回自己登记的计提',
    'Who accrued it does not take it back',
  ],
  ACCRUAL_SETTLED: [422, '该计提已全部结清或冲回', 'All of it has come or was taken back'],
  ACCRUAL_SHARES: [
    422,
    '上解经费应按本级及以上各级写明份额，合计等于金额；转拨经费可写明所属工会',
    'A remittance names the shares from this level up, which sum to it; a share may name its union',
  ],
  ACCRUAL_UNKNOWN: [404, '没有这笔计提', 'There is no such accrual'],
  AMOUNT_MALFORMED: [
    400,
    '金额应为数字，单位元，最多两位小数',
    'An amount is a number in yuan with at most two decimals',
  ],
  LETTER_MALFORMED: [422, '来函内容不合格式', 'What the other node wrote is not in form'],
  SETTLEMENT_AMOUNT_DIFFERS: [
    422,
    '到账金额与对方付款不一致，请提出异议',
    'What arrived is not what was sent; dispute it',
  ],
  SETTLEMENT_BEFORE_SENT: [422, '收款日期不能早于付款日期', 'It cannot arrive before it was sent'],
  SETTLEMENT_CHANGED: [
    412,
    '该往来款已被他人更新，请刷新',
    'It was changed meanwhile; load it again',
  ],
  SETTLEMENT_DIRECTION: [
    422,
    '该操作应由往来款的另一方办理',
    'That is for the other end of the settlement',
  ],
  SETTLEMENT_NODE: [
    422,
    '上解只能付给上级，下拨只能付给下级',
    'Remittances go to the superior, all else to a subordinate',
  ],
  SETTLEMENT_NOT_YOURS: [
    422,
    '往来款与来函节点不符',
    'The settlement is not one of the node that wrote',
  ],
  SETTLEMENT_SAME_PERSON: [422, '批准人不得是提出人', 'Whoever proposed it may not approve it'],
  SETTLEMENT_SHARES: [
    422,
    '各级份额之和应等于金额',
    'The shares of the levels must sum to the amount',
  ],
  SETTLEMENT_STATE: [422, '该往来款当前状态不能这样办理', 'Its state does not allow that'],
  SETTLEMENT_UNKNOWN: [404, '没有这笔往来款', 'There is no such settlement'],
  SPECIAL_TRANSFER_UNBOUND: [
    422,
    '专项转移支付应写明项目、文号、列支科目和期限',
    'A special transfer names project, document, accounts and deadline',
  ],
  ACCOUNT_NOT_IN_SET: [
    422,
    '本级账套没有该会计科目',
    "The account is not of this union's account set",
  ],
  ALREADY_REVERSED: [422, '该凭证已冲销，不能再次冲销', 'The voucher was reversed already'],
  AMOUNT_OUT_OF_RANGE: [
    400,
    '金额应为大于零的整数分，且不超过上限',
    'An amount is a whole number of fen, not zero and not beyond the limit',
  ],
  AUDIT_PACKAGE_EMPTY: [
    422,
    '没有可导出的账簿：尚无凭证',
    'There is no book to export: nothing was posted yet',
  ],
  BOOK_ACCOUNT_UNKNOWN: [404, '账簿中没有该账户', 'The book has no such account'],
  BOOK_EMPTY: [
    422,
    '所选年度没有凭证，无可导出',
    'Nothing was posted in that year: there is nothing to export',
  ],
  BOOK_TOO_LONG: [
    422,
    '凭证过多，请导出后离线核对',
    'The book is too long to be verified here; export it',
  ],
  CHECKER_IS_APPROVER: [
    422,
    '审核人与审批人不得为同一人',
    'Checker and approver must be two persons',
  ],
  DATE_OUTSIDE_PERIOD: [400, '日期不在所选会计期间内', 'The date lies outside the period'],
  LEGS_TOO_FEW: [422, '凭证至少要有两条分录', 'A voucher has two legs at least'],
  LEGS_UNBALANCED: [422, '借贷不平衡', 'Debits and credits differ'],
  LINES_TOO_MANY: [
    422,
    '一张凭证的分录过多，请分开填制',
    'A voucher has too many lines; write several',
  ],
  MAKER_IS_APPROVER: [422, '制单人与审批人不得为同一人', 'Maker and approver must be two persons'],
  MAKER_IS_CHECKER: [422, '制单人与审核人不得为同一人', 'Maker and checker must be two persons'],
  MOVE_TO_ITSELF: [422, '资金不能由同一资金池转入自身', 'A pot cannot pay itself'],
  PERIOD_AHEAD: [
    422,
    '会计期间尚未开始，不能结账',
    'The period has not begun; it cannot be closed',
  ],
  POTS_DIFFER_FROM_CASH: [
    422,
    '资金池变动与货币资金分录不一致',
    'What the pots change is not what the cash account changes',
  ],
  POT_INVALID: [400, '资金池填写有误', 'A pot is not valid'],
  POT_OVERDRAWN: [422, '资金池余额不足', 'The pot does not hold that much'],
  QUEUE_FULL: [429, '该账簿排队过长，请稍后重试', 'Too many wait for this book; try again soon'],
  REVERSAL_NOT_MIRRORED: [
    422,
    '冲销凭证与原凭证不对应',
    'It does not mirror the voucher that it reverses',
  ],
  REVERSAL_NOT_REVERSIBLE: [
    422,
    '冲销凭证不能再被冲销，请重新填制',
    'A reversal is not reversed; write a new voucher',
  ],
  REVERSED_VOUCHER_UNKNOWN: [422, '没有要冲销的凭证', 'There is no such voucher to reverse'],
  VOUCHER_KEY_REUSED: [
    422,
    '该来源单据已用不同内容入账；请先冲销原凭证，或换用新的编号',
    'It was posted with other content; reverse that voucher first, or ask with a new key',
  ],
  VOUCHER_OF_DOCUMENT: [
    422,
    '该凭证由业务单据生成，请在单据上办理退回',
    'A document posted it; take the document back',
  ],
  VOUCHER_TEXT_INVALID: [
    400,
    '凭证中有文字为空、过长或含不可用字符',
    'A text of the voucher is empty, too long or holds a character that cannot be kept',
  ],
  VOUCHER_UNKNOWN: [404, '没有该凭证', 'There is no such voucher'],
  YEAR_NOT_OVER: [422, '年度尚未结束', 'The year is not over'],
  LEDGER_ACCOUNT_UNKNOWN: [
    422,
    '会计制度没有该科目代码',
    'There is no such account in the accounting system',
  ],
  BOOK_PERIOD_CLOSED: [422, '该账簿的会计期间已结账', 'That period of the book is closed'],
  BOOK_PERIOD_OPEN: [422, '该账簿的会计期间尚未结账', 'That period of the book is open'],
};
