// What is published before it stands, by rpc.
import { closeNoticeObjection } from './notice/close-notice-objection.ts';
import { getNotice } from './notice/get-notice.ts';
import { getPublicNotice } from './notice/get-public-notice.ts';
import { listNoticeRules } from './notice/list-notice-rules.ts';
import { listNotices } from './notice/list-notices.ts';
import { listNoticeTemplates } from './notice/list-notice-templates.ts';
import { objectToNotice } from './notice/object-to-notice.ts';
import { publishNotice } from './notice/publish-notice.ts';
import { setNoticeTemplate } from './notice/set-notice-template.ts';
import { withdrawNotice } from './notice/withdraw-notice.ts';

export const noticeMethods = {
  listNoticeRules,
  publishNotice,
  objectToNotice,
  closeNoticeObjection,
  withdrawNotice,
  getNotice,
  listNotices,
  getPublicNotice,
  setNoticeTemplate,
  listNoticeTemplates,
};
