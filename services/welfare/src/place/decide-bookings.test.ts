import { expect, test } from 'vitest';
import { decideBookings, type OpenOffer } from './decide-bookings.ts';

const offer: OpenOffer = {
  offerId: 'o-1',
  subjectId: 's-1',
  places: 10,
  taken: 8,
  isOpen: true,
  closesOn: '2020-06-10',
};
const other = { ...offer, offerId: 'o-2', taken: 0 };
const decide = (who: (string | undefined)[], over: object = {}, booked: string[] = []) =>
  decideBookings(
    who.map((one) => ({ offerId: 'o-1', who: one })),
    {
      offers: new Map([
        ['o-1', { ...offer, ...over }],
        ['o-2', other],
      ]),
      booked: new Set(booked),
      today: '2020-06-10',
    },
  ).map((refusal) => refusal?.code);

test('the last two places go to the first two, in the order in which they came', () => {
  expect(decide(['a', 'b', 'c', 'd'])).toEqual([
    undefined,
    undefined,
    'PLACES_FULL',
    'PLACES_FULL',
  ]);
});

test('who comes twice gets one place, and does not take the next one’s', () => {
  expect(decide(['a', 'a', 'b', 'c'])).toEqual([
    undefined,
    'PLACE_TWICE',
    undefined,
    'PLACES_FULL',
  ]);
  expect(decide(['a', 'b'], {}, ['s-1/a'])).toEqual(['PLACE_TWICE', undefined]);
});

test('one place a subject, whichever of its offers', () => {
  const askers = [
    { offerId: 'o-2', who: 'a' },
    { offerId: 'o-1', who: 'a' },
  ];
  const offers = new Map([
    ['o-1', offer],
    ['o-2', other],
  ]);
  const told = decideBookings(askers, { offers, booked: new Set(), today: '2020-06-01' });
  expect(told.map((refusal) => refusal?.code)).toEqual([undefined, 'PLACE_TWICE']);
});

test.each([
  ['PLACES_CLOSED', { closesOn: '2020-06-09' }],
  ['PLACES_CLOSED', { isOpen: false }],
  ['PLACES_FULL', { taken: 10 }],
  [undefined, { taken: 9 }],
])('%s: %j', (code, over) => {
  expect(decide(['a'], over)).toEqual([code]);
});

test('nobody who may not, and nothing that is not offered', () => {
  expect(decide([undefined])).toEqual(['PLACES_NOT_YOURS']);
  const asker = [{ offerId: 'o-9', who: 'a' }];
  const [told] = decideBookings(asker, {
    offers: new Map(),
    booked: new Set(),
    today: '2020-06-01',
  });
  expect(told?.code).toBe('PLACES_UNKNOWN');
});
