// What the gateway itself refuses: the form of a request, who asks, how often.

import type { Texts } from './text.ts';

export const EDGE: Texts = {
  BODY_INCOMPLETE: [400, '请求内容不完整，请重新发送', 'The body is incomplete; send it again'],
  BODY_TOO_LARGE: [413, '请求内容过大，请分批发送', 'The body is too large; send it in parts'],
  CHANGES_UNAVAILABLE: [
    503,
    '变更通知暂不可用，请定时刷新',
    'Changes are not told here; ask again from time to time',
  ],
  CROSS_SITE_REQUEST: [
    403,
    '拒绝来自其他网站的请求，请在本系统页面中操作',
    'A request from another site; act on a page of this node',
  ],
  EXPECTED_VERSION_CONFLICT: [
    400,
    'If-Match 与 expectedVersion 不一致，只写其中一个',
    'If-Match and expectedVersion differ; give one of them',
  ],
  FIELD_CONFLICT: [
    400,
    '同一字段出现两个不同的值，只写一处',
    'One field is given two values; give it in one place',
  ],
  FIELD_INVALID: [
    400,
    '字段的值不符合要求，见 details.field',
    'A field has a value that is not valid; see details.field',
  ],
  FIELD_REPEATED: [
    400,
    '字段重复出现，见 details.field',
    'A field is given twice; see details.field',
  ],
  HEADERS_TOO_LARGE: [431, '请求头过大', 'The headers are too large'],
  IDEMPOTENCY_KEY_MALFORMED: [
    400,
    '幂等键须为 1 至 200 个 ASCII 字符',
    'Idempotency-Key takes 1 to 200 ASCII characters',
  ],
  IDEMPOTENCY_KEY_MISSING: [
    400,
    '缺少 Idempotency-Key 请求头，每次提交须自选一个',
    'The header Idempotency-Key is missing; choose one for each command',
  ],
  IF_MATCH_MALFORMED: [
    400,
    'If-Match 须为引号中的版本号，照抄 ETag 即可',
    'If-Match takes one version number in quotes, as ETag gave it',
  ],
  IF_MATCH_UNSUPPORTED: [
    400,
    '此操作不分版本，请去掉 If-Match',
    'If-Match has no meaning here; leave it out',
  ],
  INTERNAL: [500, '内部错误，请报告追踪号', 'Internal error; please quote the trace id'],
  MALFORMED_JSON: [400, '请求内容不是有效的 JSON', 'The body is not valid JSON'],
  MALFORMED_REQUEST: [400, '请求格式不正确', 'The request is malformed'],
  MALFORMED_URL: [400, '网址格式不正确', 'The URL is malformed'],
  PRECONDITION_REQUIRED: [
    428,
    '须以 If-Match 或 expectedVersion 说明所依据的版本',
    'Say by If-Match or expectedVersion which version this is based on',
  ],
  QUERY_NOT_ALLOWED: [
    400,
    '此操作不接受查询参数，请写入请求内容',
    'No query parameters are taken here; write them in the body',
  ],
  REQUEST_TIMEOUT_MALFORMED: [
    400,
    'Request-Timeout 须为大于 0 的秒数',
    'Request-Timeout takes a number of seconds above 0',
  ],
  ROUTE_NOT_FOUND: [404, '没有这个接口，请查阅 /docs', 'There is no such endpoint; see /docs'],
  SERVICE_NOT_HERE: [503, '本节点未启用该服务', 'This node does not run that service'],
  SESSION_MISSING: [401, '请先登录', 'Please log in'],
  TOKEN_EXPIRED: [401, '登录已过期，请重新登录', 'The session has expired; log in again'],
  TOKEN_INVALID: [401, '登录凭证无效，请重新登录', 'The session is not valid; log in again'],
  TOKEN_MISSING: [401, '请先登录', 'Please log in'],
  TOO_MANY_OWN_STREAMS: [
    429,
    '您打开的实时连接或下载过多，请关闭其他页面或等下载完成',
    'You have too many live connections or downloads open; close other pages or let downloads end',
  ],
  TOO_MANY_REQUESTS: [
    429,
    '请求过于频繁，请按 Retry-After 稍后再试',
    'Too many requests; wait as Retry-After says',
  ],
  TOO_MANY_STREAMS: [
    429,
    '实时连接数已满，请关闭其他页面或稍后再试',
    'Too many live connections; close other pages or try later',
  ],
  TOO_SLOW: [
    408,
    '请求发送过慢，请检查网络后重试',
    'The request took too long to arrive; try again',
  ],
  UNKNOWN_FIELD: [
    400,
    '出现未知字段，见 details.field',
    'There is an unknown field; see details.field',
  ],
  UNSUPPORTED_MEDIA_TYPE: [415, '只接受 application/json', 'Only application/json is taken'],
  URL_TOO_LONG: [414, '网址过长，请改用请求内容或缩短条件', 'The URL is too long; shorten it'],
};
