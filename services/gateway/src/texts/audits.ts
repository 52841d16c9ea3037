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
  AUDIT_SCOPE_WRONG: [
    422,
    '只有专项审计可限定范围；范围为项目、专项资金或预算来源（财政、工会经费）之一',
    'Only a special audit has a scope: a project, an earmarked fund, or a source that budgets know',
  ],
  AUDITOR_NODE_WRONG: [
    422,
    '交叉审计的审计方须为其他工会，不能是被审计单位本身或其直接上级',
    'Auditors come from another federation: neither the audited one nor the one directly above it',
  ],
  INSPECTION_EXISTS: [
    409,
    '该年度已有同名督查',
    'There is a round of inspections with this title in that year',
  ],
  INSPECTION_NOT_MADE: [
    422,
    '尚未登记督查结果，不能登记问题',
    'The visit was not written down yet; findings come after it',
  ],
  INSPECTION_UNKNOWN: [
    404,
    '没有该督查，或督查对象不含该单位',
    'There is no such round, or the unit is not in it',
  ],
  INSPECTION_YEAR_WRONG: [422, '督查年度尚未开始', 'That year has not begun'],
  ASSESSMENT_EXISTS: [
    409,
    '该单位该年度已提交自评',
    'The union has submitted its assessment of that year',
  ],
  ASSESSMENT_REVIEWED: [422, '该自评已复核', 'It was reviewed already'],
  ASSESSMENT_SAME_PERSON: [422, '复核人不得是提交人', 'Whoever submitted it may not review it'],
  ASSESSMENT_UNKNOWN: [404, '没有该自评', 'There is no such assessment'],
  ASSESSMENT_YEAR_WRONG: [422, '自评年度尚未开始', 'That year has not begun'],
  CHECKLIST_EXISTS: [
    409,
    '该日期起已有一版考核标准',
    'A version of the checklist begins on that day already',
  ],
  CHECKLIST_MISSING: [
    422,
    '该年度没有考核标准，请先发布',
    'There is no checklist for that year; set one first',
  ],
  CLAIM_ITEM_WRONG: [
    422,
    '考核标准没有该项，或同一项填写了两次',
    'The checklist has no such item, or it is claimed twice',
  ],
  CLAIM_TOO_HIGH: [422, '自评分超过该项满分', 'More points are claimed than the item has'],
  CLAIM_WITHOUT_EVIDENCE: [422, '自评得分的项目须附证明', 'An item is claimed only with evidence'],
  EVIDENCE_UNKNOWN: [
    422,
    '证明所指的记录不存在，或不属于该单位',
    'A record named as evidence is not there, or is not of this union',
  ],
  SCORE_TOO_HIGH: [422, '复核得分不得超过自评分', 'No more points are given than were claimed'],
  SCORE_WITHOUT_REASON: [422, '扣分须说明理由', 'Fewer points need a reason'],
  SCORES_INCOMPLETE: [
    422,
    '自评的每一项都须给出一个复核得分',
    'Each item that was claimed gets its points, once',
  ],
};
