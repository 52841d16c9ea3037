// What is given for a degree, and what each level gives of it, to the fen.
import type { ShareLevel, StudyRule } from './study-policy.ts';

const WHOLE_BP = 10_000;

export interface Share {
  level: ShareLevel;
  amountFen: number;
}

/** Rounded down for each but the last, which takes the rest; a share of nothing is none. */
export function splitSubsidy(tuitionFen: number, { maxFen, shares }: StudyRule): Share[] {
  const amountFen = Math.min(tuitionFen, maxFen);
  let left = amountFen;
  const split = shares.map(({ level, basisPoints }, at) => {
    const fen = at === shares.length - 1 ? left : Math.floor((amountFen * basisPoints) / WHOLE_BP);
    left -= fen;
    return { level, amountFen: fen };
  });
  return split.filter((share) => share.amountFen > 0);
}
