// What an honour brings in money: how much, within what is ordered for its level, whoever asks for it says.
import type { ActsOf } from '../acts/act.ts';
import { payout } from '../acts/payout.ts';
import type { HonourGrant } from '../shapes.ts';

const asks = payout<HonourGrant>('HONOUR_BONUS', '', ({ grantId, personId, payoutState }) => ({
  recordId: grantId,
  recordPart: '',
  // Of a person the name is kept with the grant, of a collective it is not.
  named: personId === '',
  asksAmount: true,
  payoutState,
}));

export const bonusActs: ActsOf<HonourGrant> = {
  payBonus: {
    ...asks,
    // One that was taken back brings nothing; that of a node below is for that one to pay.
    when: (grant) => grant.revokedOn === '' && grant.forNode === '' && (asks.when?.(grant) ?? true),
  },
};
