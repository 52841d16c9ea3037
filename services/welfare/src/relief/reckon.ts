// What the rules of a day say of one grant: its cap, who approves it, from which money it may come.
import { orderOn } from '@gonglian/kernel/policy.ts';
import { WELFARE_POLICY, welfarePolicy } from '../policy.ts';
import {
  approvalNeed,
  decideSource,
  yearCapFen,
  type ApprovalNeed,
  type Asked,
} from './decide-relief.ts';
import type { MoneySource } from './relief-policy.ts';

export interface Reckoned {
  capFen: number;
  /** As everybody reads it: 0 where it tells what an illness has cost. */
  shownCapFen: number;
  approvalNeed: ApprovalNeed;
  orderedBy: string;
}

/** In the order of refusals: the source of the money, whom the programme is for. */
export function reckon(
  asked: Asked & { moneySource: MoneySource; amountFen: number },
  on: string,
): Reckoned {
  const { programme, moneySource, fileLevel, amountFen } = asked;
  decideSource(moneySource, fileLevel, welfarePolicy('relief.sources', on));
  const rule = welfarePolicy('relief.programmes', on)[programme];
  const capFen = yearCapFen(asked, rule, welfarePolicy('hardship.minimum_living_fen', on));
  const isOfIllness = Object.keys(rule.selfPaidBasisPoints).length > 0;
  return {
    capFen,
    shownCapFen: isOfIllness ? 0 : capFen,
    approvalNeed: approvalNeed(programme, amountFen, welfarePolicy('relief.tiers', on)),
    orderedBy: orderOn(WELFARE_POLICY, 'relief.programmes', on),
  };
}
