// Persons, memberships and transfers; the same codes stand in the rows of a batch or an import.

import type { Texts } from './text.ts';

export const MEMBERSHIP: Texts = {
  ALREADY_MEMBER: [
    409,
    '该人员已是会员，可改为办理会籍接转',
    'This person is a member already; ask for a transfer instead',
  ],
  APPLICATION_PENDING: [
    409,
    '该人员的入会申请正在办理',
    'An application of this person is pending',
  ],
  BIRTH_DATE_MISSING: [
    400,
    '此类证件须填写出生日期',
    'With this kind of document the birth date is needed',
  ],
  BIRTH_MISMATCH: [
    400,
    '出生日期与证件号码不一致',
    'The birth date does not agree with the number',
  ],
  CHANNEL_WRONG: [
    400,
    '入会渠道与申请方式不符，扫码入会须附二维码凭证',
    'The channel does not fit; QR needs the token of a join link',
  ],
  CHECKSUM: [
    400,
    '证件号码校验位不正确，请核对',
    'The check digit of the number is wrong; check the number',
  ],
  CORRECTION_CHANGES_NOTHING: [
    422,
    '更正内容与现有信息相同，无需更正',
    'The correction says what is there already',
  ],
  CORRECTION_OPEN: [409, '该项更正申请正在办理', 'A correction of this field is open already'],
  CORRECTION_STATE_WRONG: [422, '该更正申请已经办结', 'This correction is decided already'],
  CORRECTION_UNKNOWN: [404, '没有这项更正申请', 'There is no such correction'],
  DATE_IN_FUTURE: [422, '日期不能在今天之后', 'The date lies in the future'],
  DECISION_DOC_MISSING: [422, '须填写委员会决定的文号', 'The number of the decision is missing'],
  DUPLICATE_IN_BATCH: [
    422,
    '同一批中有重复的证件号码，请删去重复行',
    'The same number stands in two rows; take one out',
  ],
  EFFECTIVE_AFTER_EXPIRY: [422, '生效日期晚于接转有效期', 'The date is after the transfer expires'],
  EFFECTIVE_BEFORE_APPLYING: [422, '日期早于申请日期', 'The date is before the application'],
  EFFECTIVE_BEFORE_JOINING: [422, '日期早于入会日期', 'The date is before joining'],
  EFFECTIVE_BEFORE_SPELL: [
    422,
    '日期早于上一次会籍变动',
    'The date is before the last change of membership',
  ],
  EFFECTIVE_IN_FUTURE: [422, '日期不能在今天之后', 'The date lies in the future'],
  EMPLOYMENT_FORM_UNKNOWN: [400, '没有这种用工形式', 'There is no such form of employment'],
  FIELD_NOT_REVEALED: [
    403,
    '当前职责不能查看该会员的此项信息',
    'Your duty does not reveal this field of this member',
  ],
  ID_DAMAGED_BY_EXCEL: [
    400,
    '证件号码被表格软件改成了数字，请将该列设为文本后重填',
    'The spreadsheet lost digits of the number; make the column text and type it again',
  ],
  ID_TYPE_UNKNOWN: [400, '没有这种证件类型', 'There is no such type of document'],
  JOIN_LINK_ENDS_IN_PAST: [
    422,
    '入会二维码的截止日期已过，请选择今后的日期',
    'The link would end in the past; choose a later date',
  ],
  CONSENT_MISSING: [
    400,
    '扫码入会须先阅读告知书并分别同意，缺少的一项见 details.field',
    'Read the notice and agree to both parts of it first; see details.field',
  ],
  JOIN_LINK_EXPIRED: [
    422,
    '入会二维码已过期，请向工会索取新的',
    'The link has expired; ask the union for a new one',
  ],
  JOIN_LINK_INVALID: [
    422,
    '入会二维码无效，请向工会索取新的',
    'The link is not valid; ask the union for a new one',
  ],
  JOIN_LINK_TOO_LONG: [
    422,
    '入会二维码的有效期过长，请缩短',
    'The link would last too long; choose an earlier date',
  ],
  LENGTH_OR_CHARSET: [
    400,
    '证件号码的位数或字符不正确',
    'The number has the wrong length or characters',
  ],
  MEMBERSHIP_STATE_WRONG: [
    422,
    '当前会籍状态不允许此操作',
    'The state of the membership does not allow this',
  ],
  MEMBERSHIP_TRANSITION: [
    422,
    '会籍不能由当前状态这样变更',
    'The membership cannot change so from its present state',
  ],
  MEMBER_DECEASED: [422, '该会员已去世', 'This member has died'],
  MEMBER_EXPELLED: [
    422,
    '该人员已被开除会籍，须按规定重新申请',
    'This person was expelled and has to apply anew by the rules',
  ],
  MEMBER_NUMBER_PARTS: [
    400,
    '无法生成会员编号，请核对行政区划与年份',
    'No member number can be made; check region and year',
  ],
  MEMBER_UNKNOWN: [
    404,
    '没有这名会员，或不在您的职责范围内',
    'There is no such member, or not within your duty',
  ],
  MIGRANT_WORKER_UNKNOWN: [
    400,
    '农民工一栏须填“是”或“否”，或留空',
    'Migrant worker takes yes or no, or nothing',
  ],
  NAME_INVALID: [400, '姓名含有不允许的字符', 'The name holds characters that are not allowed'],
  NAME_MISSING: [400, '须填写姓名', 'The name is missing'],
  NEW_FORM_UNKNOWN: [400, '没有这种新就业形态', 'There is no such new form of employment'],
  PHONE_INVALID: [
    400,
    '手机号码须为 1 开头的 11 位数字',
    'A mobile number has eleven digits and begins with 1',
  ],
  REASON_MISSING: [400, '须填写原因', 'The reason is missing'],
  REVEALS_SPENT: [
    429,
    '今日查看敏感信息的次数已用完，明日恢复',
    "Today's budget for revealing is spent; it is back tomorrow",
  ],
  REVEALS_TOO_MANY: [
    429,
    '一小时内查看敏感信息过多，请稍后再试',
    'Too much was revealed within an hour; try later',
  ],
  SEARCH_TOO_SHORT: [400, '搜索内容过短', 'There is too little to search for'],
  SEX_MISMATCH: [400, '性别与证件号码不一致', 'The sex does not agree with the number'],
  SEX_UNKNOWN: [400, '性别只能填 male 或 female', 'Sex is male or female'],
  TRANSFER_EXPIRED: [
    422,
    '会籍接转已过期，请重新申请',
    'The transfer has expired; ask for it anew',
  ],
  TRANSFER_OPEN: [409, '该会员已有正在办理的会籍接转', 'A transfer of this member is open already'],
  TRANSFER_SENDER_CHANGED: [
    422,
    '会员已不在转出工会，请重新申请',
    'The member has left the sending union; ask anew',
  ],
  TRANSFER_STATE_WRONG: [
    422,
    '当前接转状态不允许此操作',
    'The state of the transfer does not allow this',
  ],
  TRANSFER_TO_SAME_UNION: [422, '转入与转出是同一工会', 'It goes to the same union'],
  TRANSFER_UNKNOWN: [
    404,
    '没有这项会籍接转，或不在您的职责范围内',
    'There is no such transfer, or not within your duty',
  ],
  UNDER_AGE: [422, '未满十六周岁，不能入会', 'Younger than sixteen; may not join'],
  WHOLE_NUMBER_NEEDED: [
    400,
    '请输入完整的会员编号或证件号码',
    'Enter a whole member number or document number',
  ],
  WORKER_GROUP_INVALID: [
    400,
    '职工群体代码的格式不正确',
    'The code of the worker group is malformed',
  ],
};
