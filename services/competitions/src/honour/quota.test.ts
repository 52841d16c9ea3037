import { expect, test } from 'vitest';
import { decideHandDown, decideTaking, leftOf, type QuotaStanding } from './quota.ts';

const standing = (over: Partial<QuotaStanding> = {}): QuotaStanding => ({
  unionId: 'u-1',
  unionName: '',
  fromUnionId: '',
  places: 10,
  singleListed: 2,
  handedPlaces: 0,
  handedSingle: 0,
  takenPlaces: 0,
  takenSingle: 0,
  toNode: '',
  pooled: false,
  ...over,
});
const receiver = (over: Partial<QuotaStanding> = {}) =>
  standing({ unionId: 'u-2', fromUnionId: 'u-1', places: 4, singleListed: 1, ...over });
const giver = standing({ handedPlaces: 4, handedSingle: 1, takenPlaces: 2, takenSingle: 0 });
const ask = (places: number, singleListed: number, isBelow = true) => ({
  places,
  singleListed,
  isBelow,
});
const code = (name: string) => expect.objectContaining({ code: name });

test('single-listed places are apart from the others', () => {
  expect(leftOf(giver)).toEqual({ regular: 3, single: 1 });
});

test.each([
  ['HONOUR_QUOTA_NOT_BELOW', giver, undefined, ask(1, 0, false)],
  ['HONOUR_QUOTA_OF_OTHER', giver, receiver({ fromUnionId: 'u-9' }), ask(4, 1)],
  ['HONOUR_QUOTA_EXCEEDED', giver, undefined, ask(4, 0)],
  ['HONOUR_QUOTA_EXCEEDED', giver, undefined, ask(2, 2)],
  ['HONOUR_QUOTA_EXCEEDED', giver, receiver(), ask(8, 1)],
  ['HONOUR_QUOTA_IN_USE', giver, receiver({ takenPlaces: 2, handedPlaces: 1 }), ask(3, 1)],
  ['HONOUR_QUOTA_IN_USE', giver, receiver({ takenPlaces: 1, takenSingle: 1 }), ask(4, 0)],
] as const)('refuses: %s', (name, from, to, wanted) => {
  expect(() => decideHandDown(from, to, wanted)).toThrow(code(name));
});

test.each([
  ['all that is left', undefined, ask(4, 1)],
  ['more to whom it gave before', receiver(), ask(7, 1)],
  [
    'less, down to what is used',
    receiver({ takenPlaces: 3, handedPlaces: 1, takenSingle: 1 }),
    ask(4, 1),
  ],
  ['nothing where nothing is used', receiver(), ask(0, 0)],
])('hands down %s', (_, to, wanted) => {
  expect(() => decideHandDown(giver, to, wanted)).not.toThrow();
});

test('the sixth for five places is refused, single-listed ones by their own', () => {
  const five = standing({ places: 6, singleListed: 1, takenPlaces: 4 });
  expect(() => decideTaking(five, false)).not.toThrow();
  const full = { ...five, takenPlaces: 5 };
  expect(() => decideTaking(full, false)).toThrow(code('HONOUR_QUOTA_USED'));
  expect(() => decideTaking(full, true)).not.toThrow();
  expect(() => decideTaking({ ...full, takenPlaces: 6, takenSingle: 1 }, true)).toThrow(
    code('HONOUR_QUOTA_USED'),
  );
});
