// What a finding is about: the one table of categories (domain §5.11), with what the report calls them.

export const CATEGORIES = {
  INCOME_NOT_BOOKED: '收入未入账',
  LATE_SURRENDER: '上解不及时',
  WRONG_SPLIT: '分成比例错误',
  OFF_BOOK_ACCOUNT: '账外账户',
  OVER_STANDARD: '超标准支出',
  SCOPE_VIOLATION: '超范围支出',
  PROHIBITED_ITEM: '禁止性支出',
  INCOMPLETE_VOUCHER: '凭证不完整',
  MISSING_SIGNATURE: '审批签字缺失',
  DUPLICATE_PAYMENT: '重复支付',
  BENEFICIARY_NOT_FILED: '受助对象未建档',
  OVER_CAP: '超限额发放',
  NO_PUBLICITY: '未按规定公示',
  ASSET_UNREGISTERED: '资产未登记',
  PROCUREMENT: '采购不规范',
  LOAN: '违规出借资金',
  BUDGET_OVERRUN: '超预算支出',
  FUND_DIVERTED: '专项资金挪用',
  ROUNDING: '计算尾差',
  SEGREGATION_OF_DUTY: '不相容职务未分离',
} as const;
export type Category = keyof typeof CATEGORIES;
export const CATEGORY_CODES = Object.keys(CATEGORIES) as [Category, ...Category[]];
