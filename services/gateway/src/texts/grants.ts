import type { Texts } from './text.ts';

/** Grants: rules, lists, applications (domain §5.6). */
export const GRANTS: Texts = {
  GRANT_ABOVE_APPLIED: [422, '核定金额不能超过申请金额', 'More than was applied for'],
  GRANT_ABOVE_STANDARD: [422, '申请金额超过补助标准', 'It is more than the standard allows'],
  GRANT_ACCEPTANCE_MISSING: [
    422,
    '先验收后补助，请提供验收文件的校验值',
    'It is paid after acceptance: give the hash of the acceptance document',
  ],
  GRANT_BEING_PAID: [422, '该补助已提出付款', 'A payment was asked for already'],
  GRANT_BY_LIST: [422, '该项补助按名单发放，不接受申请', 'It is given by list; nobody applies'],
  GRANT_LIST_STATE: [422, '名单已批准，不能再变动', 'The list was approved and stays'],
  GRANT_LIST_UNKNOWN: [404, '没有这份补助名单', 'There is no such list'],
  GRANT_MATCH_SHORT: [
    422,
    '配套资金未达到申报比例',
    'The recipient added less than the share he declared',
  ],
  GRANT_MATCH_TOO_LOW: [422, '配套比例低于规定', 'The matching share is less than the rule asks'],
  GRANT_NOBODY_ENTITLED: [422, '名单上没有补助对象', 'Nobody is on the list'],
  GRANT_NOBODY_WAITS: [
    422,
    '没有可付款的补助，请先登记收款账户',
    'Nobody waits who has an account at a bank',
  ],
  GRANT_NOT_LISTED: [
    422,
    '该项补助凭申请发放，没有名单',
    'It is given by application, not by list',
  ],
  GRANT_NOT_YOURS: [422, '该补助与来函节点不符', 'The grant is not one of the node that wrote'],
  GRANT_OF_SUBORDINATE: [
    422,
    '下级提交的申请由下级修改',
    'What a subordinate has written it mends itself',
  ],
  GRANT_OF_SUPERIOR: [422, '该申请由上级审批', 'The superior decides that'],
  GRANT_RECORD_EARNED: [
    422,
    '该成果已按本标准申请过补助',
    'That record has earned under this rule already',
  ],
  GRANT_RECORD_MISSING: [
    422,
    '请写明取得补助的成果及其编号',
    'Name the record that earned it and its id',
  ],
  GRANT_REPORT_MISSING: [422, '请提供使用报告的校验值', 'Give the hash of the report'],
  GRANT_REPORT_SUM: [422, '已用与结余之和应等于补助金额', 'Used and unspent must sum to the grant'],
  GRANT_RULES_MIXED: [
    422,
    '一次付款只能包含同一标准的补助',
    'One payment is for grants of one rule',
  ],
  GRANT_RULE_BEFORE_LAST: [
    422,
    '新标准的生效日期应晚于现行标准',
    'It must begin after the version before it',
  ],
  GRANT_RULE_INCOMPLETE: [422, '补助标准填写不完整', 'The rule lacks what its kind needs'],
  GRANT_RULE_KIND: [422, '补助类别与现行标准不一致', 'The version before it is of another kind'],
  GRANT_RULE_NOT_IN_FORCE: [422, '该补助标准当日未生效', 'The rule is not in force that day'],
  GRANT_RULE_OPEN: [422, '该标准已有待批准的版本', 'A version of it waits to be approved'],
  GRANT_RULE_STATE: [422, '该标准已审批', 'The rule was decided already'],
  GRANT_RULE_UNKNOWN: [404, '没有这项补助标准', 'There is no such rule'],
  GRANT_STATE: [422, '该补助当前状态不能这样办理', 'Its state does not allow that'],
  GRANT_TIERS_WRONG: [
    422,
    '档次重复，或地区重复、所在档次不存在',
    'A tier or a region stands twice, or a tier is not there',
  ],
  GRANT_UNKNOWN: [404, '没有这笔补助', 'There is no such grant'],
  GRANT_YEAR_OUTSIDE: [422, '该年度不在标准的适用年限内', 'The rule is not of that year'],
};
