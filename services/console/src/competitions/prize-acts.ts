// What a prize of a competition brings in money: how much of its plan, whoever asks for it says.
import type { ActsOf } from '../acts/act.ts';
import { payout } from '../acts/payout.ts';
import type { CompetitionResult } from '../shapes.ts';

export const prizeActs: ActsOf<CompetitionResult> = {
  payPrize: payout('COMPETITION_PRIZE', '', ({ entryId, personNameMasked, payoutState }) => ({
    recordId: entryId,
    recordPart: '',
    // Of a person the name is kept with the entry, of a unit it is not.
    named: personNameMasked === '',
    asksAmount: true,
    payoutState,
  })),
};
