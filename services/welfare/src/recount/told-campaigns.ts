// What each fact of campaigns and mutual aid tells, as their records count it again. For tests.
import type * as events from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import type { Told, ToldRow } from './expect-recounted.ts';

type Visited = Pick<
  events.CareVisited,
  'unionId' | 'campaignKind' | 'occasion' | 'recipientGroup' | 'visitedOn'
>;
const at = (f: Visited) => ({
  unionId: f.unionId,
  on: f.visitedOn,
  kind: f.campaignKind,
  level: f.occasion,
  source: f.recipientGroup,
});

function visited(f: events.CareVisited, sites: number, sign: 1 | -1): ToldRow[] {
  const place = at(f);
  const many = (movement: string, count = 0) =>
    count === 0 ? [] : [{ ...place, movement, count: sign * count }];
  return [
    { ...place, movement: 'visit_made', count: sign, fen: sign * Number(f.goodsFen ?? 0) },
    ...many('worker_visited', f.persons),
    ...many('package_given', f.packages),
    ...many('site_visited', sites),
  ];
}

export const CAMPAIGN_MOVEMENTS = [
  'visit_made',
  'worker_visited',
  'package_given',
  'site_visited',
  'care_paid',
  'donation_received',
  'consumption_aided',
];

export const TOLD_OF_CAMPAIGNS: Told = {
  'care.visited': (f: events.CareVisited) => visited(f, f.newSites ?? 0, 1),
  'care.visit.cancelled': (f: events.CareVisitCancelled) =>
    visited({ ...f, newSites: 0 }, f.lostSites ?? 0, -1),
  'care.site.taken-over': (f: events.CareSiteTakenOver) => [{ ...at(f), movement: 'site_visited' }],
  'care.paid': (f: events.CarePaid) => [
    {
      ...at({ ...f, visitedOn: f.paidOn }),
      movement: 'care_paid',
      count: f.payments,
      fen: f.amountFen,
    },
  ],
  'donation.received': (f: events.DonationReceived) => [
    {
      unionId: f.unionId,
      on: f.receivedOn,
      movement: 'donation_received',
      fen: Number(f.moneyFen ?? 0) + Number(f.goodsFen ?? 0),
    },
  ],
  'consumption.aided': (f: events.ConsumptionAided) => [
    {
      unionId: f.unionId,
      on: f.boughtOn,
      movement: 'consumption_aided',
      kind: f.aidForm,
      fen: f.amountFen,
    },
  ],
};

export const MUTUAL_AID_MOVEMENTS = ['mutual_aid_enrolled', 'mutual_aid_paid'];

export const TOLD_OF_MUTUAL_AID: Told = {
  'mutual-aid.enrolled': (f: events.MutualAidEnrolled) => [
    {
      unionId: f.unionId,
      on: f.effectiveFrom,
      movement: 'mutual_aid_enrolled',
      kind: f.planKind,
      source: f.gifted ? 'GIFTED' : '',
      count: f.persons,
      fen: f.premiumFen,
    },
  ],
  'mutual-aid.paid': (f: events.MutualAidPaid) => [
    {
      unionId: f.unionId,
      on: f.paidOn,
      movement: 'mutual_aid_paid',
      kind: f.planKind,
      fen: f.amountFen,
    },
  ],
};
