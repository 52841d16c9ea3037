// Rules as the tests of grants set them; the figures are those of domain rows 121, 156 and 175 to 178.
import type { RuleContent } from './grant-rule.ts';

const rule: RuleContent = {
  ruleCode: 'VENUE',
  kind: 'STANDARD',
  name: '县级阵地补助',
  documentNo: '示工发〔2026〕1号',
  validFrom: '2026-01-01',
  amountFen: 400_000_000,
  years: 0,
  matchingBp: 0,
  recipientLevel: '',
  tiers: [],
  members: [],
  accountCode: '50801',
  project: '',
  permittedCodes: [],
  useDays: 365,
};

export const standard = (over: Partial<RuleContent> = {}): RuleContent => ({ ...rule, ...over });

export const byTier = (over: Partial<RuleContent> = {}): RuleContent =>
  standard({
    ruleCode: 'CAPACITY',
    kind: 'BY_TIER',
    name: '县级工会能力建设补助',
    amountFen: 0,
    recipientLevel: 'TOWNSHIP',
    tiers: [
      { tier: '一档', amountFen: 30_000_000 },
      { tier: '二档', amountFen: 20_000_000 },
      { tier: '三档', amountFen: 10_000_000 },
    ],
    ...over,
  });

export const floor = (over: Partial<RuleContent> = {}): RuleContent =>
  standard({
    ruleCode: 'FLOOR',
    kind: 'FLOOR',
    name: '县级工会定额兜底补助',
    amountFen: 50_000_000,
    years: 3,
    recipientLevel: 'TOWNSHIP',
    ...over,
  });

export const perSite = (over: Partial<RuleContent> = {}): RuleContent =>
  standard({
    ruleCode: 'STATION',
    kind: 'PER_SITE',
    name: '驿站奖补',
    amountFen: 500_000,
    ...over,
  });

export const matched = (over: Partial<RuleContent> = {}): RuleContent =>
  standard({
    ruleCode: 'STUDIO',
    kind: 'MATCHED',
    name: '创新研发经费补助',
    amountFen: 2_000_000,
    matchingBp: 5_000,
    ...over,
  });

export const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
