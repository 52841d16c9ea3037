// What a notice of work may not say, when somebody who found work is asked again, how long a training has: dated data.
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

/** A word that refuses people, and the clause that forbids it. */
export interface RefusedWord {
  word: string;
  clause: string;
}

export interface JobFairPolicy {
  'job.refused_words': readonly RefusedWord[];
  /** Calendar days after the first day of work. */
  'job.follow_up_days': readonly number[];
  /** Within so many days after a training whoever has found work counts for it. */
  'training.outcome_days': number;
}

const by = (clause: string, ...words: string[]): RefusedWord[] =>
  words.map((word) => ({ word, clause }));

const SINCE_2008: readonly RefusedWord[] = [
  ...by(
    '就业促进法第二十七条',
    '限男性',
    '仅限男',
    '只招男',
    '男性优先',
    '限男',
    '不招女',
    '女性勿扰',
  ),
  ...by('就业促进法第二十八条', '限汉族', '仅限汉族', '汉族优先', '不招少数民族'),
  ...by('就业促进法第二十九条', '不招残疾', '残疾人勿扰', '非残疾'),
  ...by('就业促进法第三十条', '无乙肝', '乙肝携带者勿扰', '不招乙肝'),
  ...by(
    '就业促进法第三十一条',
    '不招农民工',
    '限本地户口',
    '限本地户籍',
    '本地户口优先',
    '限城镇户口',
  ),
];

const SINCE_2023: readonly RefusedWord[] = [
  ...SINCE_2008,
  ...by(
    '妇女权益保障法第四十三条',
    '已婚已育',
    '已育优先',
    '未婚优先',
    '未婚女',
    '承诺不生育',
    '验孕',
    '妊娠测试',
  ),
];

export const JOB_FAIR_POLICY: readonly PolicyEntry<JobFairPolicy>[] = [
  {
    key: 'job.refused_words',
    value: SINCE_2023,
    effectiveFrom: '2023-01-01',
    effectiveTo: null,
    orderedBy:
      '就业促进法 art. 27–31; 妇女权益保障法 (2022) art. 43; which words stand for them is a design default',
  },
  {
    key: 'job.refused_words',
    value: SINCE_2008,
    effectiveFrom: '2008-01-01',
    effectiveTo: '2022-12-31',
    orderedBy: '就业促进法 art. 27–31; which words stand for them is a design default',
  },
  {
    key: 'job.follow_up_days',
    value: [30, 90],
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'domain §3.8: placement follow-up after 30 and 90 days',
  },
  {
    key: 'training.outcome_days',
    value: 180,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default (row 103 of the list has 85 per cent and no window)',
  },
];
