import { expect, test } from 'vitest';
import { decideMatch, type Covering, type Known, type LineToMatch } from './match-line.ts';

const line: LineToMatch = {
  code: '',
  payerUscc: '913206840000000192',
  periodFrom: '2026-01',
  periodTo: '2026-03',
  receivedOn: '2026-04-15',
  fundFen: 2_000_000,
};
const covering = (unionId: string, startedOn: string, endedOn: string | null = null): Covering => ({
  unionId,
  startedOn,
  endedOn,
  dissolvedOn: null,
});
const known = (...coverings: Covering[]): Known => ({
  slip: 'new',
  coverings,
  overlaps: false,
  node: '320684',
});
const a = covering('a', '2020-01-01');
const closed = { ...a, dissolvedOn: '2026-04-15' };

test.each<[string, Partial<LineToMatch>, Known, object]>([
  ['the same slip', { code: 'SLIP_TWICE' }, { ...known(a), slip: 'same' }, { outcome: 'known' }],
  ['unreadable', { code: 'LINE_DATE_WRONG' }, known(a), { code: 'LINE_DATE_WRONG', unionId: '' }],
  ['slip taken', {}, { ...known(a), slip: 'other' }, { code: 'SLIP_TAKEN', unionId: 'a' }],
  ['two unions', {}, known(a, covering('b', '2026-03-01')), { code: 'UNION_AMBIGUOUS' }],
  ['a closed union', {}, known(closed), { code: 'UNION_CLOSED', unionId: 'a' }],
  ['negative', { fundFen: -1 }, known(a), { code: 'LINE_NEGATIVE', unionId: 'a' }],
  ['negative of nobody', { fundFen: -1 }, known(), { code: 'LINE_NEGATIVE', unionId: '' }],
  ['a quarter beside a month', {}, { ...known(a), overlaps: true }, { code: 'PERIOD_OVERLAPS' }],
  ['held twice', {}, { ...known(), overlaps: true }, { code: 'PERIOD_OVERLAPS', unionId: '' }],
  ['elsewhere', { payerUscc: '913202000000000192' }, known(), { code: 'REGION_OUTSIDE' }],
])('it waits or is known: %s', (_, over, of, expected) => {
  expect(decideMatch({ ...line, ...over }, of)).toMatchObject(expected);
});

test.each<[string, Covering[], string]>([
  ['by the only one', [a], 'a'],
  [
    'by the one of the last day',
    [covering('a', '2020-01-01', '2026-02-15'), covering('b', '2026-02-16')],
    'b',
  ],
  ['by the one that covered a part', [covering('a', '2020-01-01', '2026-02-15')], 'a'],
  ['by the one founded since', [covering('a', '2026-04-01')], 'a'],
  ['by one that covers it twice', [a, covering('a', '2026-02-01')], 'a'],
  ['by one that is closed later', [{ ...a, dissolvedOn: '2026-04-16' }], 'a'],
])('it is posted: %s', (_, coverings, unionId) => {
  expect(decideMatch(line, known(...coverings))).toEqual({ outcome: 'post', unionId });
});

test.each([
  ['nobody covers it', [], '913206840000000192', '320684'],
  ['not yet covered', [covering('a', '2026-04-16')], '913206840000000192', '320684'],
  ['registered with the city', [], '913206000000000192', '320684'],
  ['registered with the province', [], '913200000000000192', '320684'],
  ['registered with the State', [], '911000000000000192', '320684'],
  ['in a district of the city', [], '913206840000000192', '320600'],
])('it is held until a union is founded: %s', (_, coverings, payerUscc, node) => {
  expect(decideMatch({ ...line, payerUscc }, { ...known(...coverings), node })).toEqual({
    outcome: 'hold',
  });
});
