import type { Texts } from './text.ts';

/** Honours: rounds, quotas, nominations, certificates (domain §4.2–4.3). */
export const HONOURS: Texts = {
  HONOUR_CERTIFICATE_OF_OTHER_KEY: [
    422,
    '证书由本节点以前的密钥签发，请用当时的公钥核验',
    'It was signed with an earlier key of the node; verify it with that one',
  ],
  HONOUR_GRANTED_ALREADY: [
    409,
    '该荣誉已登记或已颁发',
    'The same honour was granted to the same on that day',
  ],
  HONOUR_GRANT_UNKNOWN: [404, '没有这条荣誉记录', 'There is no such grant'],
  HONOUR_HOLDER_UNKNOWN: [404, '没有该荣誉获得者', 'Nobody of that id holds an honour'],
  HONOUR_REVOKED: [422, '该荣誉已撤销', 'The honour was revoked'],
  HONOUR_WITHOUT_CERTIFICATE: [
    422,
    '该荣誉不由本节点颁证',
    'The honour was recorded; its certificate is of whoever gave it',
  ],
  HONOUR_CONGRESS_AGAINST: [
    422,
    '职工代表大会同意人数未达三分之二',
    'Fewer than two thirds of the congress agreed',
  ],
  HONOUR_CONSENT_MISSING: [422, '缺少被推荐人本人同意', 'The nominee has not agreed'],
  HONOUR_CONSULTATION_AGAINST: [
    422,
    '有部门提出不同意见，不能通过初审',
    'One of those asked objects',
  ],
  HONOUR_CONSULTATION_MISSING: [
    422,
    '尚有应征求意见的部门未征求',
    'One that has to be asked was not asked',
  ],
  HONOUR_CONSULTATION_OPEN: [422, '尚有部门未回复意见', 'One of those asked has not answered'],
  HONOUR_CONSULTATION_UNKNOWN: [
    404,
    '没有向该部门征求意见或已回复',
    'It was not asked, or has answered already',
  ],
  HONOUR_DECIDED_ELSEWHERE: [
    422,
    '该荣誉由上级或其他级别决定',
    'The honour is decided at another level',
  ],
  HONOUR_OBJECTION_UNKNOWN: [404, '没有这条待办异议', 'There is no such open objection'],
  HONOUR_PREREQUISITE_MISSING: [
    422,
    '尚未获得下一级荣誉，不符合基础荣誉条件',
    'The honour asked for before is not held',
  ],
  HONOUR_QUOTA_USED: [
    422,
    '推荐名额已用完：可请分配名额的工会增加，或先撤回其他推荐',
    'All places are taken: ask whoever handed them down for more, or withdraw another first',
  ],
  HONOUR_RECORD_NOT_CLEAR: [
    422,
    '存在违纪违法记录，不能推荐',
    'Somebody disciplined or convicted is not nominated',
  ],
  HONOUR_SAME_PERSON: [
    422,
    '推荐、初审、复审须由不同人员办理',
    'Whoever nominated or reviewed does not review again',
  ],
  HONOUR_SLATE_EMPTY: [422, '没有已申报的推荐对象', 'Nothing was submitted'],
  HONOUR_SLATE_NOT_SUBMITTED: [422, '推荐名单尚未提交', 'The slate was not submitted yet'],
  HONOUR_SLATE_SUBMITTED: [422, '推荐名单已提交，不再受理申报', 'The slate was submitted already'],
  HONOUR_STRUCTURE: [422, '推荐名单不符合结构比例要求', 'The slate does not meet a share'],
  HONOUR_STEP_OF_NODE: [
    403,
    '区域和审批层级的公示由总工会办理',
    'Publicity beyond the unit is of the federation',
  ],
  HONOUR_SUBJECT_WRONG: [
    400,
    '推荐对象的信息与荣誉类别不符',
    'What is said of the subject does not fit the honour',
  ],
  HONOUR_TWICE_IN_CYCLE: [
    422,
    '同一评选周期内已被推荐或表彰',
    'Nominated or honoured already within the cycle',
  ],
  HONOUR_QUOTA_DRAWN_OTHERWISE: [
    422,
    '该名额已按另一方式分配（单列或共用）',
    'The node draws on its quota in another way',
  ],
  HONOUR_ROUND_NOT_YOURS: [
    422,
    '该评选与来函节点不符',
    'The round is not one of the node that wrote',
  ],
  HONOUR_SLATE_INCOMPLETE: [
    422,
    '名单人数与收到的推荐材料不符',
    'Not as many arrived as the slate says',
  ],
  LETTER_SEAL_BROKEN: [
    422,
    '来函的密封内容无法启封',
    'What is sealed in the letter was sealed for another, or changed',
  ],
  NOMINATION_NOT_YOURS: [
    422,
    '该推荐与来函节点不符',
    'The nomination is not one of the node that wrote',
  ],
  HONOUR_ROUND_OWN: [
    422,
    '本次评选由本级开展，无须上报',
    'The round is of this node: nothing of it goes up',
  ],
  HONOUR_SLATE_LATE: [422, '已超过推荐名单报送期限', 'It is after the day the slate is due'],
  HONOUR_SLATE_UNREVIEWED: [
    422,
    '名单中尚有推荐对象未经本级审核',
    'One of the slate was not reviewed here yet',
  ],
  NOMINATION_AT_SUPERIOR: [
    422,
    '推荐已报上级，由上级办理',
    'It was sent up; its steps are taken there',
  ],
  NOMINATION_STATE: [422, '推荐当前所处环节不能办理此事', 'The nomination does not stand there'],
  NOMINATION_UNKNOWN: [404, '没有这条推荐', 'There is no such nomination'],
  HONOUR_DATE_WRONG: [
    422,
    '日期早于上一环节或晚于今天',
    'It is before the last step, or has not come yet',
  ],
  HONOUR_QUOTA_EXCEEDED: [
    422,
    '分配的名额超过剩余名额',
    'More is handed down than the giver has left',
  ],
  HONOUR_QUOTA_IN_USE: [
    422,
    '该名额已有部分分配或使用，不能减到此数以下',
    'More of it is used already than it would have',
  ],
  HONOUR_QUOTA_NONE: [
    422,
    '该工会没有此项荣誉的推荐名额',
    'The union has no places of this honour',
  ],
  HONOUR_QUOTA_NOT_BELOW: [
    422,
    '名额只能分配给下级工会',
    'A quota is handed down to a union below the giver',
  ],
  HONOUR_QUOTA_OF_OTHER: [422, '该工会的名额由另一上级分配', 'Another union gave it its quota'],
  HONOUR_ROUND_UNKNOWN: [404, '没有这次评选推荐', 'There is no such round'],
  HONOUR_UNKNOWN: [422, '该级别没有此项荣誉', 'There is no such honour of that level'],
};
