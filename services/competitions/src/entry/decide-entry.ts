// Who may enter a trade: the order of the checks is the order of refusals.
import { ageOn } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { requireState, type CompetitionState } from '../competition/state.ts';
import type { TradeContent } from '../competition/content.ts';
import type { RuleBook } from '../scoring/rule-book.ts';

export interface Entrant {
  birthDate: string;
  /** 1 the highest to 5; 0 for none. */
  skillGrade: number;
}

type Trade = Pick<TradeContent, 'places' | 'taken' | 'ageMax' | 'standardGrade'>;

interface Entering {
  competition: { state: CompetitionState; heldFrom: string };
  trade: Trade | undefined;
  /** Of the union that holds it, or below that. */
  below: boolean;
  people: readonly Entrant[];
  ruleBook: Pick<RuleBook, 'ageMin'>;
}

/** By the age on the first day of the competition. That places are left is held by the database besides. */
export function decideEntry({ competition, trade, below, people, ruleBook }: Entering): Trade {
  requireState(competition, 'ENROLLING');
  if (!trade) throw notFound('COMPETITION_TRADE_UNKNOWN');
  if (!below) throw refused('ENTRANT_NOT_BELOW');
  for (const { birthDate, skillGrade } of people) {
    const ageYears = ageOn(birthDate, competition.heldFrom);
    if (ageYears < ruleBook.ageMin) throw refused('ENTRANT_TOO_YOUNG', { ageMin: ruleBook.ageMin });
    if (trade.ageMax > 0 && ageYears > trade.ageMax)
      throw refused('ENTRANT_TOO_OLD', { ageMax: trade.ageMax });
    const lower = skillGrade === 0 || skillGrade > trade.standardGrade;
    if (trade.standardGrade > 0 && lower)
      throw refused('ENTRANT_GRADE_LOW', { grade: trade.standardGrade });
  }
  if (trade.taken + people.length > trade.places) throw fullOf(trade);
  return trade;
}

export const fullOf = ({ places }: Pick<Trade, 'places'>) =>
  refused('COMPETITION_FULL', { places });
