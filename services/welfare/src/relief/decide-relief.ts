// How much relief a household or a person may have in a year, from which money, and who approves it (domain §3.2, §9.7).
import { divideRounded } from '@gonglian/kernel/money.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Category, FileLevel } from '../hardship/hardship-policy.ts';
import type {
  CapKey,
  MoneySource,
  Programme,
  ProgrammeRule,
  ReliefPolicy,
  SourceRule,
  StudyStage,
} from './relief-policy.ts';

const WHOLE = 10_000;

export interface Asked {
  programme: Programme;
  /** '' for who is on no register. */
  category: Category | 'NONE' | '';
  fileLevel: FileLevel | '';
  studyStage: StudyStage | '';
  /** What was paid himself in the year, for a share of it. */
  selfPaidFen: number;
}

const keyOf = ({ programme, category, studyStage }: Asked): CapKey | undefined => {
  if (programme === 'STUDY') return studyStage === '' ? undefined : studyStage;
  if (category === 'NONE') return undefined;
  return category === '' ? 'UNFILED' : category;
};

/** In a year. Refused RELIEF_FILE_FIRST, RELIEF_FOR_UNFILED or RELIEF_NOT_COVERED where the programme is not for him. */
export function yearCapFen(asked: Asked, rule: ProgrammeRule, minimumLivingFen: number): number {
  const isFiled = asked.fileLevel !== '';
  if (rule.filed && !isFiled) throw refused('RELIEF_FILE_FIRST');
  if (!rule.filed && isFiled) throw refused('RELIEF_FOR_UNFILED');
  const key = keyOf(asked);
  const months = key && rule.months[key];
  const share = key && rule.selfPaidBasisPoints[key];
  const caps = [
    months === undefined ? undefined : months * minimumLivingFen,
    key && rule.maxFen[key],
    share === undefined ? undefined : divideRounded(asked.selfPaidFen * share, WHOLE),
  ].filter((cap) => cap !== undefined);
  if (caps.length === 0) throw refused('RELIEF_NOT_COVERED', { programme: asked.programme });
  return Math.min(...caps);
}

/** Refused RELIEF_SOURCE_FORBIDDEN: money of a source is for files of certain levels. */
export function decideSource(
  source: MoneySource,
  fileLevel: FileLevel | '',
  rule: SourceRule,
): void {
  if (!rule[source].includes(fileLevel))
    throw refused('RELIEF_SOURCE_FORBIDDEN', { source, fileLevel });
}

export type ApprovalNeed = 'COUNTY' | 'NEEDS_PROVINCE' | 'NEEDS_NATIONAL';

/** Who approves it, by its amount. */
export function approvalNeed(
  programme: Programme,
  amountFen: number,
  tiers: ReliefPolicy['relief.tiers'],
): ApprovalNeed {
  const { provinceAboveFen, nationAboveFen } = tiers[programme];
  if (amountFen > nationAboveFen) return 'NEEDS_NATIONAL';
  return amountFen > provinceAboveFen ? 'NEEDS_PROVINCE' : 'COUNTY';
}

/** Refused RELIEF_NEEDS_SUPERIOR: what a superior decides has his document. */
export function decideApproval(need: ApprovalNeed, superiorDocumentNo: string): void {
  if (need !== 'COUNTY' && superiorDocumentNo === '')
    throw refused('RELIEF_NEEDS_SUPERIOR', { need });
}

export interface Used {
  /** By this programme, of the household or the person that the cap is of. */
  programmeFen: number;
  /** By all programmes and from all sources. */
  householdFen: number;
  personFen: number;
  /** Of the household's. */
  otherProgrammes: number;
}

interface Limits {
  capFen: number;
  yearMax: { householdFen: number; personFen: number };
  isSingle: boolean;
}

/** In the order of refusals: one programme alone, the programme's cap, the household's year, the person's. */
export function decideCaps(amountFen: number, used: Used, limits: Limits): void {
  const { capFen, yearMax, isSingle } = limits;
  if (isSingle && used.otherProgrammes > 0) throw refused('RELIEF_SINGLE_PROGRAMME');
  if (used.programmeFen + amountFen > capFen)
    throw refused('RELIEF_CAP_CROSSED', { capFen, usedFen: used.programmeFen });
  const { householdFen, personFen } = used;
  if (householdFen + amountFen > yearMax.householdFen)
    throw refused('RELIEF_YEAR_CROSSED', { capFen: yearMax.householdFen, usedFen: householdFen });
  if (personFen + amountFen > yearMax.personFen)
    throw refused('RELIEF_YEAR_CROSSED', { capFen: yearMax.personFen, usedFen: personFen });
}
