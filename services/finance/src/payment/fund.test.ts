import { expect, test } from 'vitest';
import { decideFunds, drawsOf, potOf } from './fund.ts';

const fund = (project: string, heldFen: number, promisedFen = 0) => ({
  kind: project === '' ? 'own' : 'project',
  key: project,
  heldFen,
  promisedFen,
});
const line = (project: string, amountFen: number, upperFen = 0) => ({
  project,
  amountFen,
  upperFen,
});
const from = { accountCode: '50404', bank: 'main' };
const drawn = (lines: ReturnType<typeof line>[]) => drawsOf(lines, from);

test('each project is paid from its own fund, to the last fen', () => {
  const lines = [line('', 100), line('SWN-2026', 50), line('SWN-2026', 50)];
  expect(() => decideFunds(drawn(lines), [fund('', 100), fund('SWN-2026', 130, 30)])).not.toThrow();
  expect(potOf('SWN-2026', from)).toEqual({ kind: 'project', key: 'SWN-2026', bank: 'main' });
  expect(potOf('', from)).toEqual({ kind: 'own', key: '', bank: 'main' });
});

test.each([
  ['a fen too few', [fund('', 1_000_000), fund('SWN-2026', 99)], 1],
  ['promised to others', [fund('', 1_000_000), fund('SWN-2026', 100, 1)], 1],
  ['nothing was ever there', [fund('', 1_000_000)], 100],
])('refuses FUND_SHORT: %s, whatever lies elsewhere', (_, funds, shortFen) => {
  const decide = () => decideFunds(drawn([line('SWN-2026', 60), line('SWN-2026', 40)]), funds);
  expect(decide).toThrow(
    expect.objectContaining({
      kind: 'refused',
      code: 'FUND_SHORT',
      details: { fund: 'project', project: 'SWN-2026', shortFen },
    }),
  );
});

test('of a refund the levels above give back out of what is held for them', () => {
  const upper = { kind: 'upper', key: '', heldFen: 60, promisedFen: 0 };
  const refund = drawn([line('', 100, 60)]);
  expect(refund.map(({ pot, fen }) => [pot.kind, fen])).toEqual([
    ['own', 40],
    ['upper', 60],
  ]);
  expect(() => decideFunds(refund, [fund('', 40), upper])).not.toThrow();
  expect(() => decideFunds(refund, [fund('', 1_000), { ...upper, promisedFen: 1 }])).toThrow(
    expect.objectContaining({ details: { fund: 'upper', project: '', shortFen: 1 } }),
  );
});

test('what was entrusted is a fund of its own, whatever lies in a project of the same code', () => {
  const draws = drawsOf([line('HZ-4', 100)], { ...from, accountCode: '221' });
  expect(draws).toEqual([{ pot: { kind: 'trust', key: 'HZ-4', bank: 'main' }, fen: 100 }]);
  const trust = { kind: 'trust', key: 'HZ-4', heldFen: 100, promisedFen: 0 };
  expect(() => decideFunds(draws, [fund('HZ-4', 0), trust])).not.toThrow();
  expect(() => decideFunds(draws, [fund('HZ-4', 1_000), { ...trust, heldFen: 99 }])).toThrow(
    expect.objectContaining({ details: { fund: 'trust', project: 'HZ-4', shortFen: 1 } }),
  );
});
