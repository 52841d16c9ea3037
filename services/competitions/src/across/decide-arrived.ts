// Whether a slate of a node below is taken: it is taken whole, or goes back whole with what stands against it.
import { checkSlate } from '../honour/structure.ts';
import type { HonourRef } from '../honour/honour-policy.ts';
import type { ToldRule } from '../honour/round.ts';

export interface ArrivedOne {
  nominationId: string;
  subjectKey: string;
  traits: readonly string[];
  singleListed: boolean;
  /** The honour held before, as its node says: level and code. */
  basis: string;
}

export interface ArrivedSlate {
  /** As many as the node says. */
  announced: number;
  sentOn: string;
  dueOn: string;
  /** Empty while this node's own slate is open. */
  closedOn: string;
  ones: readonly ArrivedOne[];
  /** Of this node below, taken before. */
  taken: readonly Pick<ArrivedOne, 'traits' | 'singleListed'>[];
  /** Places that are left to it. */
  left: { regular: number; single: number };
  /** Keys of those of them who were nominated or honoured within the cycle. */
  twice: ReadonlySet<string>;
}

export interface Objection {
  reason: string;
  returnedIds: string[];
}

/** In the order of reasons; undefined where nothing stands against it. */
export function decideArrived(slate: ArrivedSlate, rule: ToldRule): Objection | undefined {
  const { ones, left, twice } = slate;
  const whole = (reason: string): Objection => ({ reason, returnedIds: [] });
  const of = (reason: string, some: readonly ArrivedOne[]): Objection => ({
    reason,
    returnedIds: some.map(({ nominationId }) => nominationId),
  });
  if (slate.closedOn !== '') return whole('HONOUR_SLATE_SUBMITTED');
  if (slate.sentOn > slate.dueOn) return whole('HONOUR_SLATE_LATE');
  if (ones.length !== slate.announced) return whole('HONOUR_SLATE_INCOMPLETE');
  if (ones.length === 0) return whole('HONOUR_SLATE_EMPTY');
  const again = ones.filter(
    ({ subjectKey }, at) =>
      twice.has(subjectKey) || ones.findIndex((one) => one.subjectKey === subjectKey) < at,
  );
  if (again.length > 0) return of('HONOUR_TWICE_IN_CYCLE', again);
  const without = ones.filter(({ basis }) => !isBasis(basis, rule.prerequisites));
  if (without.length > 0) return of('HONOUR_PREREQUISITE_MISSING', without);
  const single = ones.filter((one) => one.singleListed).length;
  if (single > left.single || ones.length - single > left.regular)
    return whole('HONOUR_QUOTA_USED');
  const counted = [...slate.taken, ...ones].filter((one) => !one.singleListed);
  if (checkSlate(rule.shares, counted).some(({ met }) => !met)) return whole('HONOUR_STRUCTURE');
  return undefined;
}

const isBasis = (basis: string, asked: readonly HonourRef[]): boolean =>
  asked.length === 0 || asked.some(({ level, honourCode }) => basis === `${level} ${honourCode}`);
