import { countyCare, neighbourCare, noCare, scaledCare, type CarePlan } from './care-plan.ts';
import {
  countyRecords,
  neighbourRecords,
  noRecords,
  scaledRecords,
  type RecordsPlan,
} from './records-plan.ts';

/** How large one node's demo year is; every count of what is published must come out of these records. */
export interface YearPlan {
  region: string;
  /** Unions and members there were before the year. */
  baseUnions: number;
  baseMembers: number;
  /** Independent unions founded in the year, by host. */
  founded: { nonPublic: number; kindergarten: number; public: number };
  joint: number;
  groups: number;
  reelections: number;
  /** Terms that ended in the year and were not renewed. */
  overdue: number;
  recruited: number;
  kindergartenStaff: number;
  retained: number;
  left: number;
  transferred: number;
  audits: AuditPlan;
  fund: FundPlan;
  records: RecordsPlan;
  care: CarePlan;
}

/** Whose fund the federation collected. */
export interface FundPlan {
  /** Small payers to whom it went back in the year, and how much it was. */
  refunds: number;
  refundYuan: number;
  /** Who paid too much for that. */
  large: number;
}

/** Audits that ended in the year, and what they found. */
export interface AuditPlan {
  downward: number;
  /** Of these, by an accounting firm. */
  byFirm: number;
  /** Of the federation itself: four at most. */
  others: number;
  findings: number;
}

/** 高邮 2020 as published (109 = 83 + 11 + 15 independent unions); its neighbours plausibly smaller. */
const county: YearPlan = {
  region: '321084',
  baseUnions: 2_300,
  baseMembers: 120_000,
  founded: { nonPublic: 83, kindergarten: 11, public: 15 },
  joint: 6,
  groups: 50,
  reelections: 358,
  overdue: 24,
  recruited: 12_413,
  kindergartenStaff: 500,
  retained: 120,
  left: 90,
  transferred: 40,
  audits: { downward: 22, byFirm: 13, others: 4, findings: 54 },
  fund: { refunds: 881, refundYuan: 1_153_000, large: 220 },
  records: countyRecords,
  care: countyCare,
};

const neighbour: YearPlan = {
  region: '320612',
  baseUnions: 420,
  baseMembers: 18_000,
  founded: { nonPublic: 31, kindergarten: 4, public: 6 },
  joint: 3,
  groups: 14,
  reelections: 61,
  overdue: 8,
  recruited: 2_140,
  kindergartenStaff: 96,
  retained: 30,
  left: 20,
  transferred: 10,
  audits: { downward: 6, byFirm: 2, others: 1, findings: 11 },
  fund: { refunds: 152, refundYuan: 203_000, large: 36 },
  records: neighbourRecords,
  care: neighbourCare,
};

/** What a city, a province and the nation hold themselves: the unions directly below them. */
const direct = (region: string, unions: number, members: number): YearPlan => ({
  region,
  baseUnions: unions,
  baseMembers: members,
  founded: { nonPublic: 1, kindergarten: 0, public: 3 },
  joint: 0,
  groups: 4,
  reelections: 6,
  overdue: 1,
  recruited: Math.round(members / 12),
  kindergartenStaff: 0,
  retained: 4,
  left: 3,
  transferred: 2,
  audits: { downward: 1, byFirm: 0, others: 1, findings: 3 },
  fund: { refunds: 0, refundYuan: 0, large: 0 },
  records: noRecords,
  care: noCare,
});

export const yearPlans: readonly YearPlan[] = [
  direct('000000', 24, 1_800),
  direct('320000', 40, 3_000),
  direct('321000', 60, 3_600),
  county,
  direct('320600', 50, 3_200),
  neighbour,
];

function scaledAudits(audits: AuditPlan, part: (count: number) => number): AuditPlan {
  const downward = part(audits.downward);
  const others = part(audits.others);
  const findings = Math.max(part(audits.findings), downward + others);
  return { downward, byFirm: Math.min(downward, part(audits.byFirm)), others, findings };
}

/** In steps of 4 yuan, in which it divides to the fen. */
function scaledFund({ refunds, refundYuan, large }: FundPlan, scale: number): FundPlan {
  const some = refunds === 0 ? 0 : Math.max(2, Math.round(refunds * scale));
  const each = refunds === 0 ? 0 : Math.round(refundYuan / refunds / 4) * 4;
  return { refunds: some, refundYuan: some * each, large: Math.ceil(large * scale) };
}

/** The same year, smaller, for tests; at 1 it is the published one. */
export function scaled(plan: YearPlan, scale: number): YearPlan {
  if (scale === 1) return plan;
  const part = (count: number) => (count === 0 ? 0 : Math.max(1, Math.round(count * scale)));
  const { region, founded, audits, fund, records, care, ...counts } = plan;
  const smaller = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, part(count)]),
  ) as typeof counts;
  const born = {
    nonPublic: part(founded.nonPublic),
    kindergarten: part(founded.kindergarten),
    public: part(founded.public),
  };
  const newUnions = born.nonPublic + born.kindergarten + born.public + smaller.joint;
  const baseUnions = Math.max(smaller.baseUnions, smaller.reelections + smaller.overdue + 4);
  return {
    ...smaller,
    region,
    founded: born,
    audits: scaledAudits(audits, part),
    fund: scaledFund(fund, scale),
    records: scaledRecords(records, part),
    care: scaledCare(care, part),
    baseUnions,
    baseMembers: Math.max(smaller.baseMembers, baseUnions * 6),
    kindergartenStaff:
      born.kindergarten === 0 ? 0 : Math.max(smaller.kindergartenStaff, born.kindergarten),
    recruited: Math.max(smaller.recruited, newUnions * 8 + smaller.kindergartenStaff),
  };
}
