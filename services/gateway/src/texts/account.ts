// Log-in, duties, and what a person may see.

import type { Texts } from './text.ts';

export const ACCOUNT: Texts = {
  ACCOUNT_UNKNOWN: [404, '没有这个账号', 'There is no such account'],
  DUTIES_SEPARATED: [
    422,
    '不相容职责不能由同一人兼任，请另行指定人员',
    'One person may not hold both duties; name somebody else',
  ],
  DUTY_ENDED: [422, '该职责已经终止', 'This duty has ended already'],
  DUTY_HELD: [409, '该账号已有此职责', 'The account holds this duty already'],
  DUTIES_TOO_MANY: [
    422,
    '该账号的职责已达上限，请先终止不用的',
    'The account holds as many duties as it may; end one first',
  ],
  DUTY_MISSING: [
    403,
    '您在本节点还没有职责，请把账号编号报给管理员',
    'You have no duty here yet; tell an administrator your account number',
  ],
  DUTY_NOT_CHOSEN: [
    403,
    '您有多项职责，请先选择以哪项职责办理',
    'You hold several duties; choose the one you act in',
  ],
  DUTY_NOT_HELD: [403, '您没有这项职责，或已被终止', 'You do not hold this duty, or it has ended'],
  DUTY_UNKNOWN: [404, '没有这项职责', 'There is no such duty'],
  LAST_ADMIN: [
    422,
    '这是最后一名管理员，请先指定另一名再终止',
    'This is the last admin; name another one first',
  ],
  LOG_IN_EXPIRED: [401, '登录过程已超时，请重新开始', 'The log-in took too long; begin again'],
  LOG_IN_FAILED: [
    401,
    '身份提供方未确认登录，请重试',
    'The provider did not confirm the log-in; try again',
  ],
  LOG_IN_UNAVAILABLE: [
    503,
    '身份提供方暂不可用，请稍后再试',
    'The log-in provider is not available; try later',
  ],
  OWN_DUTY: [
    403,
    '不能给自己授予职责，请由另一名管理员办理',
    'Nobody grants himself a duty; ask another administrator',
  ],
  SECOND_FACTOR_MISSING: [
    403,
    '此职责须以两种方式验证身份，请退出后用第二验证因素重新登录',
    'This duty needs a log-in with a second factor; log out, and in again with it',
  ],
  SESSION_ENDED: [401, '登录已结束，请重新登录', 'The session has ended; log in again'],
  SESSION_UNKNOWN: [404, '没有这个登录会话', 'There is no such session'],
  TOO_MANY_LOG_INS: [429, '登录尝试过多，请稍后再试', 'Too many attempts to log in; try later'],
};
