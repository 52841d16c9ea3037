// How to use the API, in words: what the description of no single operation says.

import type { Language } from '../messages.ts';

export interface Topic {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, readonly string[]>>;
  readonly example?: string;
}

export const GUIDE: readonly Topic[] = [
  {
    id: 'authentication',
    title: { zh: '身份与职责', en: 'Who asks, and in which duty' },
    text: {
      zh: [
        '浏览器使用会话 Cookie，由本节点在登录后签发，页面脚本读不到。程序使用身份提供方签发的访问令牌，放在 Authorization: Bearer 请求头中。',
        '同一账号可有多项职责；每次请求只以一项职责办理：浏览器先选定职责（POST /api/v1/session/duty），程序在 Gonglian-Duty 请求头中写明职责编号，只有一项职责时可省略。看不到的对象一律答 404，与不存在相同；没有权限的操作答 403。',
        '来自其他网站的修改请求会被拒绝（CROSS_SITE_REQUEST）。',
      ],
      en: [
        'A browser uses a session cookie that this node sets after log-in and no script can read. A program sends an access token of the provider as Authorization: Bearer.',
        'An account may hold several duties; each request is made in one of them: a browser chooses it (POST /api/v1/session/duty), a program names its id in Gonglian-Duty, which it may leave out where it holds only one. What a duty does not reach is answered 404, as if it were not there; an operation it does not carry is answered 403.',
        'A change that comes from the page of another site is refused (CROSS_SITE_REQUEST).',
      ],
    },
    example:
      'curl -sS "$NODE/api/v1/session" -H "Authorization: Bearer $TOKEN" -H "Gonglian-Duty: $DUTY"',
  },
  {
    id: 'form',
    title: { zh: '数据格式', en: 'The form of data' },
    text: {
      zh: [
        '请求与应答均为 UTF-8 的 JSON。日期写作 YYYY-MM-DD，时刻用 RFC 3339，64 位整数写成字符串。字段名用 camelCase，也接受 snake_case，但同一字段只能写一次。',
        '未知字段、重复字段、类型不符的值一律拒绝，并在 details.field 中指出位置。',
        '每个字段都标有等级：公开（public）、内部（internal）、个人（personal）、敏感（sensitive）、机密（secret）；脱敏、日志与导出规则由等级决定。',
      ],
      en: [
        'Requests and answers are JSON in UTF-8. A date is YYYY-MM-DD, a moment RFC 3339, an integer of 64 bits a text. Fields are in camelCase; snake_case is taken too, but a field only once.',
        'An unknown field, a repeated one and a value of the wrong type are refused; details.field says where.',
        'Each field has a class: public, internal, personal, sensitive or secret. Masks, logs and exports follow it.',
      ],
    },
  },
  {
    id: 'idempotency',
    title: { zh: '幂等', en: 'Idempotency' },
    text: {
      zh: [
        '每个修改请求都要带 Idempotency-Key（1 至 200 个 ASCII 字符，自行选定）。同一键、同一内容再次发送，得到同一应答而不会重复办理；同一键用于不同内容，答 422 IDEMPOTENCY_KEY_REUSED。',
        '超时或断线后，用原来的键重发即可。',
      ],
      en: [
        'Every change carries an Idempotency-Key of 1 to 200 ASCII characters, chosen by the caller. The same key with the same request is answered the same and done once; with another request it is 422 IDEMPOTENCY_KEY_REUSED.',
        'After a time-out or a broken connection, send it again with the same key.',
      ],
    },
  },
  {
    id: 'versions',
    title: { zh: '版本与并发', en: 'Versions: ETag and If-Match' },
    text: {
      zh: [
        '有版本的记录在 ETag 中给出版本号。修改时用 If-Match 带回（或在内容中写 expectedVersion）。缺少版本答 428；版本已变答 412，请重新读取后再决定。',
      ],
      en: [
        'A record with a version says it in ETag. A change sends it back in If-Match (or as expectedVersion in the body). Without it the answer is 428; where the record has moved on it is 412: read it again, then decide.',
      ],
    },
    example: `curl -sS -X POST "$NODE/api/v1/members/$MEMBER/retention" -H "Authorization: Bearer $TOKEN" \\
  -H 'Idempotency-Key: retain-7' -H 'If-Match: "3"' \\
  -H 'Content-Type: application/json' -d '{"reason":"retired","effectiveOn":"2026-03-02"}'`,
  },
  {
    id: 'paging',
    title: { zh: '翻页', en: 'Paging' },
    text: {
      zh: [
        '列表用 limit 限定每页条数，用 cursor 翻页：把应答中的 nextCursor 原样带回；nextCursor 为空即为最后一页。翻页位置不透明，也不能跨查询使用。',
      ],
      en: [
        'A list takes limit and cursor: send back nextCursor as it came; an empty one means the last page. A cursor is opaque and belongs to the question that gave it.',
      ],
    },
    example:
      'curl -sS "$NODE/api/v1/members?unionId=$UNION&limit=50&cursor=$CURSOR" -H "Authorization: Bearer $TOKEN"',
  },
  {
    id: 'watching',
    title: { zh: '实时关注', en: 'Watching' },
    text: {
      zh: [
        '任何返回 JSON 的 GET 都可以用 Accept: text/event-stream 关注：先发一次当前内容（事件 message），以后每次变化再发。空闲时有心跳。',
        '内容的 state 到达终态（DONE、UNDONE、CANCELLED、FAILED、READY、EXPIRED）后发事件 end 并结束；失去权限或记录不在时发事件 problem 并结束。没有 end 就断开时，请稍后重连。',
        '汇总数的变化由 /api/v1/changes 通知。',
      ],
      en: [
        'Any GET that answers JSON can be watched with Accept: text/event-stream: the present content comes at once as an event message, and again whenever it changes. A quiet stream has a heartbeat.',
        'When its state is final (DONE, UNDONE, CANCELLED, FAILED, READY, EXPIRED) an event end follows and the stream ends. Where the right or the record is gone, an event problem ends it. A stream that ends without end is to be opened again.',
        'Which numbers of the roll-up moved is told by /api/v1/changes.',
      ],
    },
    example:
      'curl -sSN "$NODE/api/v1/imports/$IMPORT" -H "Authorization: Bearer $TOKEN" -H "Accept: text/event-stream"',
  },
  {
    id: 'files',
    title: { zh: '文件下载', en: 'Files' },
    text: {
      zh: [
        '下载接口直接返回文件内容，边生成边发送；文件名在 Content-Disposition 中。连接中途断开即为不完整，请重新下载。',
      ],
      en: [
        'A download answers the bytes alone, sent as they are made; the name is in Content-Disposition. A connection that breaks off is no whole file: ask again.',
      ],
    },
    example:
      'curl -sSOJ --fail "$NODE/api/v1/exports/$EXPORT/file" -H "Authorization: Bearer $TOKEN"',
  },
  {
    id: 'rate-limits',
    title: { zh: '频率限制', en: 'Rate limits' },
    text: {
      zh: [
        '每个会话（或每个来源地址）每分钟的请求数有上限，见 RateLimit-Policy；每个应答以 RateLimit-Limit、RateLimit-Remaining、RateLimit-Reset 说明余量。超出时答 429，请按 Retry-After 的秒数等待。',
        '实时连接数另有上限（TOO_MANY_STREAMS）。',
      ],
      en: [
        'A session (or an address without one) may make so many requests a minute, as RateLimit-Policy says; each answer tells what is left in RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset. Beyond that it is 429: wait as many seconds as Retry-After says.',
        'Live connections have a limit of their own (TOO_MANY_STREAMS).',
      ],
    },
  },
  {
    id: 'deadlines',
    title: { zh: '时限', en: 'Deadlines' },
    text: {
      zh: [
        '请求头 Request-Timeout（秒，可带小数）说明您最多等多久；它只会缩短、不会延长本节点的时限，并随调用传给后面的服务。超时答 504，可用同一幂等键重试。',
      ],
      en: [
        'Request-Timeout (seconds, decimals allowed) says how long you will wait; it shortens the deadline of the node, never lengthens it, and goes with the call to the services behind. What is late is 504; try again with the same key.',
      ],
    },
    example: 'curl -sS "$NODE/api/v1/rollup?period=2026" -H "Request-Timeout: 5" …',
  },
  {
    id: 'request-ids',
    title: { zh: '请求编号', en: 'Request ids' },
    text: {
      zh: [
        '每个应答都带 X-Request-Id：您自定的编号（64 个以内的字母、数字、点、横线、下划线）会原样返回，否则由本节点生成。问题报告中另有 traceId；求助时请提供两者。不要把证件号码写进编号，那样的编号会被替换。',
      ],
      en: [
        'Every answer has X-Request-Id: your own (up to 64 letters, digits, dots, dashes and underscores) comes back, otherwise one is made here. A problem also has a traceId; quote both when you ask for help. An id that looks like an ID number or a phone is replaced.',
      ],
    },
  },
  {
    id: 'problems',
    title: { zh: '问题报告', en: 'Problems' },
    text: {
      zh: [
        '拒绝一律是 application/problem+json（RFC 9457）：code 是稳定的代码，title 按 Accept-Language 给出中文或英文，details 指出字段与数值，help 指向问题代码页。程序请按 code 判断，不要按 title。',
        '422 是业务规则说“不”；400 是请求本身有误；500 是缺陷，只给追踪号。',
      ],
      en: [
        'Every refusal is application/problem+json (RFC 9457): code is stable, title is for a person, in the language of Accept-Language, details names fields and values, help leads to the list of codes. A program decides by code, never by title.',
        '422 is a rule that says no; 400 a request that is wrong in itself; 500 a bug, which tells only its trace id.',
      ],
    },
  },
];
