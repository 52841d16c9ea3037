import type { Language } from '../messages.ts';

/** What a duty is called (docs/glossary.md), and the second person in one. */
export const DUTY_NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  admin: { zh: '系统管理员', en: 'Administrator' },
  clerk: { zh: '工会干事', en: 'Clerk' },
  chair: { zh: '工会主席', en: 'Chair' },
  supervisor: { zh: '上级督导', en: 'Supervisor' },
  finance: { zh: '财务人员', en: 'Finance' },
  cashier: { zh: '出纳', en: 'Cashier' },
  auditor: { zh: '经审人员', en: 'Auditor' },
  member: { zh: '会员', en: 'Member' },
};
