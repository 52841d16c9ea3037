// What is decided about people is published before it stands: for how long, and what of it, as dated data (domain §3.10).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

/** What a notice may be of. */
export const NOTICE_SUBJECTS = [
  'HARDSHIP_FILE',
  'RELIEF_GRANT',
  'CAMPAIGN_LIST',
  'RECUPERATION_LIST',
] as const;
export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number];

/** By subject what a line may be called. Which relief it is has no name here: one of them would name an illness. */
export const NOTICE_CATEGORIES: Readonly<Record<NoticeSubject, readonly string[]>> = {
  HARDSHIP_FILE: ['DEEP', 'RELATIVE', 'ACCIDENT'],
  RELIEF_GRANT: ['RELIEF', 'STUDY_AID'],
  CAMPAIGN_LIST: ['SPRING_JOBS', 'SUMMER_COOLING', 'STUDY_AID', 'WINTER_WARMTH'],
  RECUPERATION_LIST: ['RECUPERATION'],
};

/** All that a notice can show of a person: his name masked, his union, and what was decided. */
export const NOTICE_COLUMNS = ['NAME', 'UNION', 'CATEGORY', 'AMOUNT'] as const;
export type NoticeColumn = (typeof NOTICE_COLUMNS)[number];

export interface NoticeTemplate {
  heading: string;
  columns: readonly NoticeColumn[];
}

export interface NoticePolicy {
  /** In working days of the State Council's calendar. */
  'notice.working_days': Readonly<Record<NoticeSubject, number>>;
  /** As it is until the federation writes its own. */
  'notice.template': Readonly<Record<NoticeSubject, NoticeTemplate>>;
  /** What the heading of a template does not speak of. */
  'notice.forbidden_words': readonly string[];
}

const always = { effectiveFrom: '2000-01-01', effectiveTo: null };

export const NOTICE_POLICY: readonly PolicyEntry<NoticePolicy>[] = [
  {
    ...always,
    key: 'notice.working_days',
    value: { HARDSHIP_FILE: 5, RELIEF_GRANT: 5, CAMPAIGN_LIST: 5, RECUPERATION_LIST: 5 },
    orderedBy: 'design default, known from the files of several cities (domain §3.10 [K])',
  },
  {
    ...always,
    key: 'notice.template',
    value: {
      HARDSHIP_FILE: { heading: '困难职工建档公示', columns: ['NAME', 'UNION', 'CATEGORY'] },
      RELIEF_GRANT: { heading: '困难职工救助公示', columns: NOTICE_COLUMNS },
      CAMPAIGN_LIST: { heading: '慰问名单公示', columns: NOTICE_COLUMNS },
      RECUPERATION_LIST: { heading: '职工疗休养名单公示', columns: ['NAME', 'UNION'] },
    },
    orderedBy: 'name, unit, category and amount only (domain §3.1, §7.3)',
  },
  {
    ...always,
    key: 'notice.forbidden_words',
    value: (
      '身份证 证件 户口 手机 电话 微信 住址 地址 银行卡 账号 病 癌 瘤 残疾 手术 孕 诊断 住院 ' +
      '家庭 家属 配偶 妻 丈夫 子女 儿子 女儿 父 母 单亲 离异'
    ).split(' '),
    orderedBy:
      'health, income and the reason of hardship are never in public lists (domain §7.3); the words are ours',
  },
];
