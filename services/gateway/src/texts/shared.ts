// What any service may refuse, whatever it is about; and what the way to it reports.

import type { Texts } from './text.ts';

export const SHARED: Texts = {
  ALREADY_EXISTS: [409, '记录已经存在，请勿重复提交', 'It exists already; do not send it twice'],
  CALLER_GONE: [
    504,
    '等待期间请求方已断开，可用同一幂等键重试',
    'The caller left while this waited; ask again with the same key',
  ],
  CANCELLED: [503, '服务中断了请求，请重试', 'The service dropped the request; try again'],
  CHARACTER_INVALID: [
    400,
    '含有不能保存的字符，请删去后重试',
    'It holds a character that cannot be kept; take it out',
  ],
  CURSOR_INVALID: [
    400,
    '翻页位置无效，请从第一页重新开始',
    'The cursor is not valid; begin again at the first page',
  ],
  DATABASE_BUSY: [429, '系统繁忙，请稍后重试', 'The database is busy; try again soon'],
  DATABASE_UNAVAILABLE: [
    503,
    '数据库暂不可用，请稍后重试',
    'The database is not available; try later',
  ],
  DATE_INVALID: [400, '日期无效，格式应为 YYYY-MM-DD', 'The date is not valid; write YYYY-MM-DD'],
  DEADLINE_EXCEEDED: [
    504,
    '服务未在时限内完成，可用同一幂等键重试',
    'The service did not answer in time; ask again with the same key',
  ],
  HOLIDAY_TABLE_MISSING: [
    422,
    '尚未公布该年度的节假日安排，无法计算工作日',
    'The holidays of that year are not known yet; working days cannot be counted',
  ],
  IDEMPOTENCY_KEY_REUSED: [
    422,
    '同一幂等键已用于不同内容的请求，请换一个',
    'The idempotency key was used with another request; choose another',
  ],
  IN_FUTURE: [422, '日期不能在今天之后', 'The date lies in the future'],
  KEYRING_FULL: [
    422,
    '本节点的密钥数量已达上限，请先轮换',
    'The key ring of this node is full; re-wrap first',
  ],
  KEYRING_NOT_OPENED: [
    422,
    '本节点的密钥无法打开，请报告管理员',
    'A key of this node cannot be opened; tell the admin',
  ],
  MONTH_INVALID: [400, '月份无效，格式应为 YYYY-MM', 'The month is not valid; write YYYY-MM'],
  NOT_FOUND: [404, '未找到，或不在您的职责范围内', 'Not found, or not within your duty'],
  NOT_SERVED: [422, '此处不提供该操作', 'This operation is not served here'],
  OBJECT_GONE: [404, '文件已不在存储中', 'The file is not in the store any more'],
  PERIOD_INVALID: [
    400,
    '期间应为年（YYYY）或年月（YYYY-MM）',
    'A period is a year (YYYY) or a month (YYYY-MM)',
  ],
  PERIOD_TOO_LONG: [400, '期间过长，请分段查询', 'The period is too long; ask for a shorter one'],
  PERMISSION_MISSING: [
    403,
    '当前职责没有此项权限，可切换职责或联系管理员',
    'Your duty does not carry this permission; switch duty or ask an admin',
  ],
  POLICY_MISSING: [
    422,
    '该日期没有适用的政策，请核对日期',
    'No policy applies on that date; check the date',
  ],
  PUBLICITY_NOT_BEGUN: [422, '公示尚未开始', 'It is not shown yet'],
  PUBLICITY_NOT_OVER: [422, '公示期尚未结束', 'The publicity is not over'],
  PUBLICITY_OBJECTIONS_OPEN: [422, '公示异议尚未办结', 'An objection has no answer yet'],
  PUBLICITY_OVER: [422, '公示期已过', 'The publicity is over'],
  REFERENCE_UNKNOWN: [
    422,
    '所引用的记录不存在，请核对编号',
    'What it refers to does not exist; check the ids',
  ],
  REGION_CODE_MALFORMED: [
    400,
    '行政区划代码须为 6 位或 9 位数字',
    'A region code has six or nine digits',
  ],
  REGION_SUCCESSION_TOO_LONG: [
    422,
    '行政区划的沿革过长，无法确定现行代码',
    'The region was replaced too many times; its present code cannot be told',
  ],
  REGION_UNKNOWN: [422, '没有这个行政区划代码', 'There is no such region code'],
  RESOURCE_EXHAUSTED: [
    429,
    '超出服务限额，请减少数量后重试',
    'A limit of the service is reached; ask for less',
  ],
  SCOPE_TOO_NARROW: [
    403,
    '此操作须由管理整个节点的职责办理',
    'This needs a duty over the whole node',
  ],
  SEAL_BROKEN: [422, '加密内容已损坏，请报告管理员', 'A sealed value is damaged; tell the admin'],
  SEAL_UNKNOWN: [
    422,
    '加密内容所用的密钥不在本节点，请报告管理员',
    'The key of a sealed value is not here; tell the admin',
  ],
  STORE_UNAVAILABLE: [
    503,
    '文件存储暂不可用，请稍后重试',
    'The file store is not available; try later',
  ],
  UNAVAILABLE: [503, '服务暂不可用，请稍后重试', 'The service is not available; try later'],
  UNION_UNKNOWN: [
    404,
    '没有这个工会，或不在您的职责范围内',
    'There is no such union, or not within your duty',
  ],
  VALUE_OUT_OF_RANGE: [400, '数值超出范围', 'A value is out of range'],
  VERSION_MOVED: [412, '数据已被他人修改，请刷新后重试', 'It has changed; reload and retry'],
  WORKING_DAYS_RANGE: [
    400,
    '工作日天数须在 0 至 1000 之间',
    'A number of working days lies between 0 and 1,000',
  ],
};
