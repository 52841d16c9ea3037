import * as events from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import * as facts from '@gonglian/contracts/welfare.ts';
import { cellsOf, DAY, told } from './told-helped.ts';

const winter = {
  campaignKind: 'WINTER_WARMTH',
  occasion: 'SPRING_FESTIVAL',
  recipientGroup: 'HARDSHIP',
};
const ofWinter = { kind: 'WINTER_WARMTH', level: 'SPRING_FESTIVAL', source: 'HARDSHIP' };
const summer = { campaignKind: 'SUMMER_COOLING', occasion: 'REGULAR', recipientGroup: 'OUTDOOR' };
const ofSummer = { kind: 'SUMMER_COOLING', level: 'REGULAR', source: 'OUTDOOR' };
const epidemic = { campaignKind: 'EPIDEMIC', occasion: 'REGULAR', recipientGroup: 'HARDSHIP' };
const ofEpidemic = { kind: 'EPIDEMIC', level: 'REGULAR', source: 'HARDSHIP' };

const visited = (what: string, data: Partial<events.CareVisited>) =>
  [what, facts.careVisited, events.CareVisited, { visitedOn: DAY, ...data }] as const;
const cancelled = (what: string, data: Partial<events.CareVisitCancelled>) =>
  [what, facts.careVisitCancelled, events.CareVisitCancelled, { visitedOn: DAY, ...data }] as const;
const paid = (what: string, data: Partial<events.CarePaid>) =>
  [what, facts.carePaid, events.CarePaid, { paidOn: DAY, ...data }] as const;

const heat = (persons: string, fen: string, sites: string): string[] => [
  ...cellsOf(`${fen} summer_cooling_yuan`, 'worker_group=outdoor'),
  ...cellsOf(`${fen} four_season_funds_yuan`, 'campaign=summer_cooling'),
  ...cellsOf(`${fen} gift_goods_yuan`, 'worker_group=outdoor'),
  ...cellsOf(`${sites} four_season_events_held`, 'campaign=summer_cooling'),
  ...cellsOf(`${persons} summer_cooling_persons`, 'worker_group=outdoor'),
  ...cellsOf(`${persons} four_season_care_persons`, 'campaign=summer_cooling'),
  `${sites} summer_cooling_enterprises `,
];

export const TOLD_VISITS = [
  told(
    visited('a site in the heat', { ...summer, persons: 30, goodsFen: 900n, newSites: 1 }),
    [
      { movement: 'visit_made', ...ofSummer, amountFen: 900n },
      { movement: 'worker_visited', ...ofSummer, count: 30n },
      { movement: 'site_visited', ...ofSummer },
    ],
    heat('30', '900', '1'),
  ),
  told(
    cancelled('that was none', { ...summer, persons: 30, goodsFen: 900n, lostSites: 1 }),
    [
      { movement: 'visit_made', ...ofSummer, count: -1n, amountFen: -900n },
      { movement: 'worker_visited', ...ofSummer, count: -30n },
      { movement: 'site_visited', ...ofSummer, count: -1n },
    ],
    heat('-30', '-900', '-1'),
  ),
  told(
    [
      'a site that counts by another visit now',
      facts.careSiteTakenOver,
      events.CareSiteTakenOver,
      { visitedOn: DAY, ...summer },
    ],
    [{ movement: 'site_visited', ...ofSummer }],
    ['1 summer_cooling_enterprises '],
  ),
  told(
    visited('packages on a holiday', { ...winter, persons: 6, packages: 6, newSites: 1 }),
    [
      { movement: 'visit_made', ...ofWinter },
      { movement: 'worker_visited', ...ofWinter, count: 6n },
      { movement: 'package_given', ...ofWinter, count: 6n },
      { movement: 'site_visited', ...ofWinter },
    ],
    [
      ...cellsOf('1 four_season_events_held', 'campaign=winter_warmth'),
      ...cellsOf('6 warmth_visit_persons', 'worker_group=hardship'),
      ...cellsOf('6 four_season_care_persons', 'campaign=winter_warmth'),
      ...cellsOf(
        '6 gift_packages_distributed',
        'campaign=spring_festival',
        'worker_group=hardship',
        'campaign=spring_festival;worker_group=hardship',
      ),
    ],
  ),
  told(
    paid('money at a holiday for who is in hardship', { ...winter, payments: 2, amountFen: 40n }),
    [{ movement: 'care_paid', ...ofWinter, count: 2n, amountFen: 40n }],
    [
      ...cellsOf('40 warmth_funds_yuan', 'worker_group=hardship'),
      ...cellsOf('40 four_season_funds_yuan', 'campaign=winter_warmth'),
      ...cellsOf('2 hardship_aid_persons', 'aid_kind=spring_festival_cash'),
      ...cellsOf('40 hardship_aid_yuan', 'aid_kind=spring_festival_cash'),
    ],
  ),
  told(
    paid('money for whoever fought an epidemic', {
      ...epidemic,
      recipientGroup: 'MEDICAL',
      payments: 3,
      amountFen: 50n,
    }),
    [{ movement: 'care_paid', ...ofEpidemic, source: 'MEDICAL', count: 3n, amountFen: 50n }],
    cellsOf('50 pandemic_aid_yuan', 'worker_group=medics'),
  ),
  told(
    paid('money to live on in an epidemic', { ...epidemic, payments: 3, amountFen: 50n }),
    [{ movement: 'care_paid', ...ofEpidemic, count: 3n, amountFen: 50n }],
    [
      ...cellsOf('3 hardship_aid_persons', 'aid_kind=pandemic_living'),
      ...cellsOf('50 hardship_aid_yuan', 'aid_kind=pandemic_living'),
    ],
  ),
  told(
    paid('money for who is in none', {
      campaignKind: 'DISASTER',
      recipientGroup: 'OF_TOMORROW',
      payments: 1,
      amountFen: 7n,
    }),
    [{ movement: 'care_paid', kind: 'DISASTER', source: 'OF_TOMORROW', amountFen: 7n }],
    ['7 disaster_aid_yuan '],
  ),
  told(
    paid('money after a disaster', {
      campaignKind: 'DISASTER',
      recipientGroup: 'MIGRANT',
      payments: 1,
      amountFen: 8n,
    }),
    [{ movement: 'care_paid', kind: 'DISASTER', source: 'MIGRANT', amountFen: 8n }],
    cellsOf('8 disaster_aid_yuan', 'worker_group=migrant_worker'),
  ),
  told(
    visited('medical staff', {
      campaignKind: 'EPIDEMIC',
      recipientGroup: 'MEDICAL',
      persons: 39,
      newSites: 1,
    }),
    [
      { movement: 'visit_made', kind: 'EPIDEMIC', source: 'MEDICAL' },
      { movement: 'worker_visited', kind: 'EPIDEMIC', source: 'MEDICAL', count: 39n },
      { movement: 'site_visited', kind: 'EPIDEMIC', source: 'MEDICAL' },
    ],
    cellsOf('39 pandemic_aid_persons', 'worker_group=medics'),
  ),
  told(
    [
      'money and goods',
      facts.donationReceived,
      events.DonationReceived,
      { receivedOn: DAY, moneyFen: 5n, goodsFen: 6n },
    ],
    [{ movement: 'donation_received', amountFen: 11n }],
    ['11 donations_mobilised_yuan '],
  ),
  told(
    [
      'sold',
      facts.consumptionAided,
      events.ConsumptionAided,
      { boughtOn: DAY, aidForm: 'SOLD', amountFen: 12n },
    ],
    [{ movement: 'consumption_aided', kind: 'SOLD', amountFen: 12n }],
    cellsOf('12 consumption_aid_yuan', 'measure=farm_products_sold'),
  ),
  told(
    [
      'as a gift',
      facts.mutualAidEnrolled,
      events.MutualAidEnrolled,
      {
        planKind: 'HOSPITAL',
        gifted: true,
        paidOn: '2022-12-30',
        effectiveFrom: DAY,
        persons: 40,
        premiumFen: 2_400n,
      },
    ],
    [
      {
        movement: 'mutual_aid_enrolled',
        kind: 'HOSPITAL',
        source: 'GIFTED',
        count: 40n,
        amountFen: 2_400n,
      },
    ],
    [
      ...cellsOf('40 mutual_aid_participants', 'product=inpatient_supplement'),
      ...cellsOf('2400 mutual_aid_contributions_yuan', 'product=inpatient_supplement'),
      '40 accident_insurance_gifted_persons ',
      '2400 accident_insurance_gifted_yuan ',
    ],
  ),
  told(
    [
      'a claim of an old list',
      facts.mutualAidPaid,
      events.MutualAidPaid,
      { paidOn: DAY, amountFen: 99n },
    ],
    [{ movement: 'mutual_aid_paid', amountFen: 99n }],
    ['1 mutual_aid_beneficiaries ', '1 mutual_aid_claims_paid ', '99 mutual_aid_payout_yuan '],
  ),
  told(
    [
      'a lump sum',
      facts.mutualAidPaid,
      events.MutualAidPaid,
      { planKind: 'LUMP_SUM', paidOn: DAY, amountFen: 101n },
    ],
    [{ movement: 'mutual_aid_paid', kind: 'LUMP_SUM', amountFen: 101n }],
    [
      '1 mutual_aid_beneficiaries',
      '1 mutual_aid_claims_paid',
      '101 mutual_aid_payout_yuan',
    ].flatMap((what) => cellsOf(what, 'product=serious_illness')),
  ),
];
