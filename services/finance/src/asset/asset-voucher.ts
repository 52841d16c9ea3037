// How cards are posted (domain §5.7, key postings). The asset fund mirrors what the assets are still worth: 301 = 162 − 163 + 171
// − 172 whenever nothing is pending in 182.
import { accountKey } from '../ledger/check-voucher.ts';
import type { AccountRef, Leg } from '../ledger/voucher.ts';

/** What of a card is posted. */
export interface Posted {
  class: string;
  ownership: string;
  valueFen: number;
  depreciatedFen: number;
}

interface Accounts {
  cost: AccountRef;
  writtenDown: AccountRef;
  fund: AccountRef;
  pending: AccountRef;
}

function accountsOf({
  class: kind,
  ownership: mark,
}: Pick<Posted, 'class' | 'ownership'>): Accounts {
  const [cost, writtenDown, fund] =
    kind === 'INTANGIBLE' ? ['171', '172', '30105'] : ['162', '163', '30104'];
  return {
    cost: { code: cost, mark },
    writtenDown: { code: writtenDown, mark },
    fund: { code: fund, mark },
    pending: { code: '182', mark },
  } as Accounts;
}

/** It became the union's. */
export function addedLegs(card: Posted): Leg[] {
  const { cost, fund } = accountsOf(card);
  return legsOf([
    [cost, card.valueFen],
    [fund, -card.valueFen],
  ]);
}

/** A month of every card in one voucher: a leg an account, so that a register of any size is posted the same. */
export function depreciationLegs(
  cards: readonly (Pick<Posted, 'class' | 'ownership'> & { fen: number })[],
): Leg[] {
  return legsOf(
    cards.flatMap((card): [AccountRef, number][] => {
      const { fund, writtenDown } = accountsOf(card);
      return [
        [fund, card.fen],
        [writtenDown, -card.fen],
      ];
    }),
  );
}

/** It is let go: cost and what was written down leave, and what was left of it leaves the fund. */
export function disposalLegs(card: Posted): Leg[] {
  return leavingLegs([card], ({ fund }) => fund);
}

/** What a count did not find, or found and was on no card: into 182, until somebody has agreed. */
export function countedLegs(missing: readonly Posted[], surplus: readonly Posted[]): Leg[] {
  const found = surplus.flatMap((card): [AccountRef, number][] => {
    const { cost, pending } = accountsOf(card);
    return [
      [cost, card.valueFen],
      [pending, -card.valueFen],
    ];
  });
  return legsOf([...leavingParts(missing, ({ pending }) => pending), ...found]);
}

/** And out of it. */
export function agreedLegs(missing: readonly Posted[], surplus: readonly Posted[]): Leg[] {
  const part = (card: Posted, fen: number): [AccountRef, number][] => {
    const { fund, pending } = accountsOf(card);
    return [
      [fund, fen],
      [pending, -fen],
    ];
  };
  return legsOf([
    ...missing.flatMap((card) => part(card, card.valueFen - card.depreciatedFen)),
    ...surplus.flatMap((card) => part(card, -card.valueFen)),
  ]);
}

type Against = (accounts: Accounts) => AccountRef;

function leavingLegs(cards: readonly Posted[], against: Against): Leg[] {
  return legsOf(leavingParts(cards, against));
}

function leavingParts(cards: readonly Posted[], against: Against): [AccountRef, number][] {
  return cards.flatMap((card) => {
    const accounts = accountsOf(card);
    return [
      [accounts.writtenDown, card.depreciatedFen],
      [against(accounts), card.valueFen - card.depreciatedFen],
      [accounts.cost, -card.valueFen],
    ];
  });
}

/** One leg an account and side, none of nothing: a gain and a loss are both told. */
function legsOf(parts: readonly (readonly [AccountRef, number])[]): Leg[] {
  const legs = new Map<string, Leg>();
  for (const [account, amountFen] of parts) {
    const key = `${accountKey(account)}\n${amountFen > 0 ? 'debit' : 'credit'}`;
    legs.set(key, { account, amountFen: (legs.get(key)?.amountFen ?? 0) + amountFen });
  }
  return [...legs.values()].filter((leg) => leg.amountFen !== 0);
}
