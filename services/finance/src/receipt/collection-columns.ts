// The columns of a tax bureau's file, by the headings they are known by; the first is what we call it ourselves.

export const COLUMNS = {
  slip_no: ['完税凭证号', '完税凭证号码', '税票号码', '电子税票号码', '凭证号', 'slip_no'],
  payer_uscc: ['统一社会信用代码', '纳税人识别号', '社会信用代码', '缴费人识别号', 'payer_uscc'],
  period: ['费款所属期', '所属期', '税款所属期', '费款所属时期', 'period'],
  period_from: ['费款所属期起', '所属期起', '税款所属期起', 'period_from'],
  period_to: ['费款所属期止', '所属期止', '税款所属期止', 'period_to'],
  wage_base: ['计费依据', '工资总额', '计税依据', '缴费基数', 'wage_base'],
  amount: ['实缴金额', '缴费金额', '金额', '入库金额', '代收金额', 'amount'],
  late_fee: ['滞纳金', 'late_fee'],
  tax_organ: ['税务机关', '主管税务机关', '征收机关', 'tax_organ'],
  received_on: ['入库日期', '缴款日期', '到账日期', '收款日期', 'received_on'],
} as const;
export type ColumnField = keyof typeof COLUMNS;

/** A period is one column or two. */
const REQUIRED: readonly ColumnField[] = ['slip_no', 'payer_uscc', 'amount', 'received_on'];

/** The first field that has no column; undefined where nothing is missing. */
export function missingColumn(fields: ReadonlySet<string>): string | undefined {
  const missing = REQUIRED.find((field) => !fields.has(field));
  if (missing) return missing;
  const dated = fields.has('period') || (fields.has('period_from') && fields.has('period_to'));
  return dated ? undefined : 'period';
}
