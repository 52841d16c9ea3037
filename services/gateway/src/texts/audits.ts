import type { Texts } from './text.ts';

/** Audits, findings and their rectification. */
export const AUDITS: Texts = {
  AUDIT_BEFORE_ENTRY: [
    422,
    '尚未到通知的进点日期',
    'The day of entry that was told has not come yet',
  ],
  AUDIT_COMMENTS_OVER: [422, '征求意见期限已过', 'The days for comments on the draft are over'],
  AUDIT_COMMENTS_RUNNING: [
    422,
    '征求意见期限未满，且被审计单位尚未反馈',
    'The audited side still has time to comment, and has not yet',
  ],
  AUDIT_DATE_WRONG: [
    422,
    '日期不能晚于今天，也不能早于上一步',
    'The date is in the future, or before the step that came before it',
  ],
  AUDIT_FINDINGS_OPEN: [
    422,
    '还有问题未整改销号，不能归档',
    'Findings are still open; the audit cannot end',
  ],
  AUDIT_FIRM_WRONG: [
    422,
    '事务所名称与统一社会信用代码须同时填写且有效',
    'Name and credit code of the firm belong together and must be valid',
  ],
  AUDIT_HIT_TAKEN: [422, '该命中已登记为审计问题', 'A finding was made of this hit already'],
  AUDIT_HIT_UNKNOWN: [404, '本审计没有这条筛查命中', 'This audit has no such hit'],
  AUDIT_KIND_WRONG: [
    422,
    '同级审查只对本级，对下审计只对下级',
    'Same-level audits are of the own union, downward ones of those below',
  ],
  AUDIT_NOTICE_SHORT: [
    422,
    '审计通知应提前送达，进点日期过早',
    'The notice comes too short before the entry',
  ],
  AUDIT_NOT_DECIDED: [
    422,
    '被跟踪的审计尚未作出决定',
    'The audit to follow up has no decision yet',
  ],
  AUDIT_PERIOD_WRONG: [
    422,
    '审计期间起止有误，或尚未到',
    'The months are in the wrong order or still to come',
  ],
  AUDIT_STATE_WRONG: [
    422,
    '审计项目当前阶段不能办理此事',
    'Not possible at this stage of the audit',
  ],
  AUDIT_TEAM_TOO_SMALL: [422, '审计人员人数不足', 'The team has too few auditors'],
  AUDIT_TOO_MANY: [422, '本审计项目此类记录已达上限', 'This audit has as many of these as it may'],
  AUDIT_UNKNOWN: [
    404,
    '没有该审计项目，或不在您的职责范围内',
    'There is no such audit, or not within your duty',
  ],
  AUDIT_WITHOUT_PAPERS: [
    422,
    '尚无工作底稿，不能出具报告',
    'There is no working paper to report from',
  ],
  AUDITOR_NOT_INDEPENDENT: [
    422,
    '经办、审核或审批过被审计期间业务的人员不得参与审计',
    'Whoever made, checked or approved what is audited does not audit it',
  ],
  FINDING_CORRECTED_TOO_MUCH: [
    422,
    '已整改金额超过问题金额',
    'More is said to be corrected than was wrong',
  ],
  FINDING_NOT_OVERDUE: [422, '整改期限未到，不能上报', 'The deadline is not over'],
  FINDING_SAME_PERSON: [
    422,
    '整改提交人不能核验自己的整改',
    'Whoever answered for the audited side does not judge the answer',
  ],
  FINDING_STATE_WRONG: [
    422,
    '该问题当前状态不能办理此事',
    'Not possible in the state that the finding is in',
  ],
  FINDING_UNKNOWN: [
    404,
    '没有该审计问题，或不在您的职责范围内',
    'There is no such finding, or not within your duty',
  ],
  REPORTS_WAITING: [
    429,
    '正在生成的报告过多，请稍后再试',
    'Too many reports are being drawn; try again in a moment',
  ],
  SAMPLE_EMPTY: [422, '没有可抽取的记录', 'There is nothing to draw from'],
  SAMPLE_TOO_LARGE: [
    422,
    '样本过大，请提高金额界限',
    'The sample is too large; raise the threshold',
  ],
  SAMPLE_UNKNOWN: [404, '本审计没有该样本', 'This audit has no such sample'],
  SCAN_TOO_LARGE: [
    422,
    '审计期间内记录过多，请分段筛查',
    'The period has too much to look at; audit it in parts',
  ],
  SCAN_UNKNOWN: [404, '本审计没有该次筛查', 'This audit has no such scan'],
};
