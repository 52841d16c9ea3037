// Visits and gifts, and mutual aid.
import {
  carePaid,
  careSiteTakenOver,
  careVisitCancelled,
  careVisited,
  consumptionAided,
  donationReceived,
  mutualAidEnrolled,
  mutualAidPaid,
} from '@gonglian/contracts/welfare.ts';
import type { CareVisited } from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfWelfare, type WelfareMove } from '../indicator/welfare-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [
  careVisited,
  careVisitCancelled,
  careSiteTakenOver,
  carePaid,
  donationReceived,
  consumptionAided,
  mutualAidEnrolled,
  mutualAidPaid,
] as const;
export type VisitFact = Received<(typeof facts)[number]>;

export function movesOfVisits({ name, data }: VisitFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'care.visited':
      return visitMoves(data, data.newSites, 1n);
    case 'care.visit.cancelled':
      return visitMoves(data, data.lostSites, -1n);
    case 'care.site.taken-over':
      return movesOfWelfare('site_visited', unionId, data.visitedOn, placeOf(data));
    case 'care.paid': {
      const { paidOn, payments, amountFen: fen } = data;
      const paid = { ...placeOf(data), count: BigInt(payments), fen };
      return movesOfWelfare('care_paid', unionId, paidOn, paid);
    }
    case 'donation.received': {
      const fen = data.moneyFen + data.goodsFen;
      return movesOfWelfare('donation_received', unionId, data.receivedOn, { fen });
    }
    case 'consumption.aided': {
      const aid = { kind: data.aidForm, fen: data.amountFen };
      return movesOfWelfare('consumption_aided', unionId, data.boughtOn, aid);
    }
    case 'mutual-aid.enrolled':
      return movesOfWelfare('mutual_aid_enrolled', unionId, data.effectiveFrom, {
        kind: data.planKind,
        source: data.gifted ? 'GIFTED' : '',
        count: BigInt(data.persons),
        fen: data.premiumFen,
      });
    case 'mutual-aid.paid': {
      const claim = { kind: data.planKind, fen: data.amountFen };
      return movesOfWelfare('mutual_aid_paid', unionId, data.paidOn, claim);
    }
  }
}

type Visit = Omit<CareVisited, 'newSites'>;
type Place = Pick<Visit, 'campaignKind' | 'occasion' | 'recipientGroup'>;

const placeOf = ({ campaignKind: kind, occasion: level, recipientGroup: source }: Place) => ({
  kind,
  level,
  source,
});

/** A visit that was none is taken back where it counted. */
function visitMoves(visit: Visit, sites: number, sign: bigint): Movement[] {
  const of = (move: WelfareMove, count: number, fen = 0n) =>
    movesOfWelfare(move, visit.unionId, visit.visitedOn, {
      ...placeOf(visit),
      count: sign * BigInt(count),
      fen: sign * fen,
    });
  return [
    ...of('visit_made', 1, visit.goodsFen),
    ...of('worker_visited', visit.persons),
    ...of('package_given', visit.packages),
    ...of('site_visited', sites),
  ];
}

export const onVisitFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfVisits));
  },
});
