import { expect, test } from 'vitest';
import type { QuotaStanding } from '../honour/quota.ts';
import { decideAssignment } from './assign-honour-quota.ts';

const standing = (over: Partial<QuotaStanding> = {}): QuotaStanding => ({
  unionId: 'u-1',
  unionName: '',
  fromUnionId: '',
  places: 5,
  singleListed: 1,
  handedPlaces: 0,
  handedSingle: 0,
  takenPlaces: 4,
  takenSingle: 0,
  toNode: '',
  pooled: false,
  ...over,
});
const below = (over: Partial<QuotaStanding> = {}) =>
  standing({
    unionId: 'u-2',
    fromUnionId: 'u-1',
    toNode: '329901',
    places: 0,
    takenPlaces: 0,
    ...over,
  });
const ask = { places: 5, singleListed: 1, pooled: true, isBelow: true };

test('who shares may nominate as many as there are, however many are taken already', () => {
  expect(() => decideAssignment(standing(), undefined, ask)).not.toThrow();
});

test.each([
  ['HONOUR_QUOTA_DRAWN_OTHERWISE', below(), ask],
  ['HONOUR_QUOTA_NOT_BELOW', undefined, { ...ask, isBelow: false }],
  ['HONOUR_QUOTA_EXCEEDED', undefined, { ...ask, places: 6 }],
  ['HONOUR_QUOTA_EXCEEDED', undefined, { ...ask, singleListed: 2 }],
  ['HONOUR_QUOTA_EXCEEDED', undefined, { ...ask, pooled: false }],
  ['HONOUR_QUOTA_NOT_BELOW', undefined, { ...ask, pooled: false, isBelow: false }],
] as const)('%s', (code, receiver, asked) => {
  expect(() => decideAssignment(standing(), receiver, asked)).toThrow(
    expect.objectContaining({ code }),
  );
});
