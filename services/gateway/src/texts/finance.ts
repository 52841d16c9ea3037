import type { Texts } from './text.ts';

/** Money: books, receipts, payments, audit. */
export const FINANCE: Texts = {
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
};
