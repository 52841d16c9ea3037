import { expect, test } from 'vitest';
import type { Asset } from '../shapes.ts';
import { offers } from './asset-actions.ts';

const card = (state: string) => ({ state, registeredBy: 'a', disposalBy: 'b' }) as Asset;

test.each([
  ['PROPOSED', 'chair', 'c', ['approve']],
  ['PROPOSED', 'finance', 'c', ['approve', 'withdraw']],
  // Whoever wrote it down.
  ['PROPOSED', 'finance', 'a', ['withdraw']],
  ['ORDERED', 'clerk', 'a', ['withdraw']],
  ['IN_USE', 'clerk', 'a', ['move', 'propose']],
  ['IDLE', 'chair', 'c', []],
  ['DISPOSING', 'chair', 'c', ['agree', 'refuse']],
  ['DISPOSING', 'finance', 'b', []],
  ['DISPOSED', 'finance', 'c', []],
  ['IN_USE', 'auditor', 'c', []],
])('%s as %s %s', (state, duty, accountId, names) => {
  expect(offers(card(state), { duty, accountId })).toEqual(names);
});
