// Why a row is refused, as it is written into the workbook that goes back: a rule and what to do about it.

export const REASONS: Readonly<Record<string, string>> = {
  LENGTH_OR_CHARSET: '证件号码位数或字符不正确',
  REGION_UNKNOWN: '证件号码前两位不是有效的省级代码',
  DATE_INVALID: '日期不存在，请核对证件号码中的出生日期或“出生日期”列',
  DATE_IN_FUTURE: '出生日期晚于今天',
  CHECKSUM: '证件号码校验位不正确，请核对号码',
  SEX_MISMATCH: '性别与证件号码不一致',
  BIRTH_MISMATCH: '出生日期与证件号码不一致',
  ID_TYPE_UNKNOWN: '证件类型不在代码表内，见“填写说明”',
  ID_DAMAGED_BY_EXCEL: '证件号码被表格软件改成了数字，末几位已丢失；请将该列设为文本后重新填写',
  NAME_MISSING: '须填写姓名',
  NAME_INVALID: '姓名含有不允许的字符',
  PHONE_INVALID: '手机号须为 1 开头的 11 位数字',
  SEX_UNKNOWN: '性别须填“男”或“女”，或留空',
  BIRTH_DATE_MISSING: '非居民身份证的证件须填写出生日期',
  EMPLOYMENT_FORM_UNKNOWN: '用工形式不在代码表内，见“填写说明”',
  WORKER_GROUP_INVALID: '职工群体代码的格式不正确',
  MIGRANT_WORKER_UNKNOWN: '农民工须填“是”或“否”，或留空',
  NEW_FORM_UNKNOWN: '新就业形态类别不在代码表内，见“填写说明”',
  UNDER_AGE: '入会时不满 16 周岁',
  DUPLICATE_IN_BATCH: '与前面的行证件号码重复',
  ALREADY_MEMBER: '已是会员：在其他工会的可办理转接，保留会籍的可恢复',
  APPLICATION_PENDING: '已有入会申请待审批',
  MEMBER_EXPELLED: '曾被开除会籍，须另行决定',
  MEMBER_DECEASED: '登记为已去世，请核对证件号码',
  EFFECTIVE_BEFORE_SPELL: '入会日期早于上一次会籍结束的日期',
  UNION_CLOSING: '工会正在撤销，不再接收会员',
  UNION_NOT_ACTIVE: '工会已撤销，不能接收会员',
  UNION_ADMITS_NO_MEMBERS: '该组织不直接发展会员',
  UNION_UNKNOWN: '没有这个工会',
  JOINED_BEFORE: '此前已有会籍记录，撤销导入时保留',
  CHANGED_SINCE: '导入后会籍又有变动，撤销导入时保留',
};

/** The rule in words; the code itself where it has none. */
export function reasonOf(code: string): string {
  return REASONS[code] ?? code;
}
