// What a code says to a person. A code without a line here is shown as itself; a new one is one line.

export type Language = 'zh' | 'en';

const TEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  // The edge itself.
  BODY_INCOMPLETE: { zh: '请求内容不完整', en: 'The body is incomplete' },
  BODY_TOO_LARGE: { zh: '请求内容过大', en: 'The body is too large' },
  CHANGES_UNAVAILABLE: { zh: '变更通知暂不可用', en: 'Changes are not available here' },
  CROSS_SITE_REQUEST: { zh: '拒绝来自其他网站的请求', en: 'A request from another site' },
  EXPECTED_VERSION_CONFLICT: {
    zh: 'If-Match 与 expectedVersion 不一致',
    en: 'If-Match and expectedVersion differ',
  },
  FIELD_CONFLICT: { zh: '同一字段出现两个不同的值', en: 'One field is given two values' },
  FIELD_INVALID: { zh: '字段的值格式不正确', en: 'A field has a value of the wrong form' },
  FIELD_REPEATED: { zh: '字段重复出现', en: 'A field is given twice' },
  IDEMPOTENCY_KEY_MALFORMED: {
    zh: '幂等键须为 1 至 128 个可见字符',
    en: 'Idempotency-Key takes 1 to 128 visible ASCII characters',
  },
  IDEMPOTENCY_KEY_MISSING: {
    zh: '缺少 Idempotency-Key 请求头',
    en: 'The header Idempotency-Key is missing',
  },
  IF_MATCH_MALFORMED: {
    zh: 'If-Match 须为引号中的版本号',
    en: 'If-Match takes one version number in quotes',
  },
  IF_MATCH_UNSUPPORTED: { zh: '此操作不支持 If-Match', en: 'If-Match has no meaning here' },
  INTERNAL: { zh: '内部错误，请报告追踪号', en: 'Internal error; please quote the trace id' },
  MALFORMED_JSON: { zh: '请求内容不是有效的 JSON', en: 'The body is not valid JSON' },
  MALFORMED_REQUEST: { zh: '请求格式不正确', en: 'The request is malformed' },
  MALFORMED_URL: { zh: '网址格式不正确', en: 'The URL is malformed' },
  PRECONDITION_REQUIRED: {
    zh: '须以 If-Match 或 expectedVersion 说明所依据的版本',
    en: 'Say by If-Match or expectedVersion which version this is based on',
  },
  QUERY_NOT_ALLOWED: { zh: '此操作不接受查询参数', en: 'No query parameters are taken here' },
  ROUTE_NOT_FOUND: { zh: '没有这个接口', en: 'There is no such endpoint' },
  SERVICE_NOT_HERE: { zh: '本节点未启用该服务', en: 'This node does not run that service' },
  SESSION_MISSING: { zh: '请先登录', en: 'Please log in' },
  SESSION_OF_ANOTHER_NODE: { zh: '登录凭证属于其他节点', en: 'The session is of another node' },
  TOKEN_EXPIRED: { zh: '登录已过期，请重新登录', en: 'The session has expired' },
  TOKEN_INVALID: { zh: '登录凭证无效', en: 'The session is not valid' },
  TOKEN_MISSING: { zh: '请先登录', en: 'Please log in' },
  TOO_MANY_REQUESTS: { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try later' },
  TOO_MANY_STREAMS: { zh: '变更通知的连接数已满', en: 'Too many readers of changes' },
  UNKNOWN_FIELD: { zh: '出现未知字段', en: 'There is an unknown field' },
  UNKNOWN_USER: { zh: '没有这个用户', en: 'There is no such user' },
  UNSUPPORTED_MEDIA_TYPE: { zh: '只接受 application/json', en: 'Only application/json is taken' },
  URL_TOO_LONG: { zh: '网址过长', en: 'The URL is too long' },
  // The transport behind it.
  CANCELLED: { zh: '服务中断了请求，请重试', en: 'The service dropped the request; try again' },
  DEADLINE_EXCEEDED: { zh: '服务响应超时', en: 'The service did not answer in time' },
  RESOURCE_EXHAUSTED: { zh: '超出服务限额', en: 'A limit of the service is reached' },
  UNAVAILABLE: { zh: '服务暂不可用', en: 'The service is not available' },
  // What services have in common.
  FORBIDDEN: { zh: '没有此项权限', en: 'You have no right to do this' },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '同一幂等键已用于不同内容的请求',
    en: 'The idempotency key was used with another request',
  },
  INVALID: { zh: '请求内容不符合要求', en: 'The request is not valid' },
  NOT_FOUND: { zh: '未找到', en: 'Not found' },
  VERSION_MOVED: { zh: '数据已被他人修改，请刷新后重试', en: 'It has changed; reload and retry' },
  // Members and unions.
  ALREADY_IN_UNION: { zh: '已是该工会会员', en: 'Already a member of this union' },
  ALREADY_MEMBER: { zh: '该人员已是会员', en: 'This person is a member already' },
  CHECKSUM: { zh: '证件号码校验位不正确', en: 'The check digit of the number is wrong' },
  MEMBER_NOT_ACTIVE: { zh: '会籍不在有效状态', en: 'The membership is not active' },
  MEMBER_NOT_FOUND: { zh: '没有这名会员', en: 'There is no such member' },
  PERIOD_CLOSED: { zh: '该报告期已关闭', en: 'The period is closed' },
  UNION_CLOSING: { zh: '该工会正在终止，不再吸收会员', en: 'The union is closing; nobody joins' },
  UNION_DISSOLVED: { zh: '该工会已撤销', en: 'The union is dissolved' },
  UNION_NOT_FOUND: { zh: '没有这个工会', en: 'There is no such union' },
};

/** The text for a code; an unknown code names itself. */
export function titleOf(code: string, language: Language): string {
  const known = Object.hasOwn(TEXTS, code) ? TEXTS[code]?.[language] : undefined;
  return known ?? (language === 'zh' ? `请求未被接受：${code}` : `Not accepted: ${code}`);
}

/** Chinese, unless the reader asks for English before it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',', 10)
    .map((entry) => {
      const [tag = '', quality] = entry.trim().toLowerCase().split(';q=');
      return { language: tag.split('-')[0], quality: Number(quality ?? 1) || 0 };
    })
    .filter(({ language }) => language === 'zh' || language === 'en')
    .toSorted((one, other) => other.quality - one.quality);
  return ranked[0]?.language === 'en' ? 'en' : 'zh';
}
