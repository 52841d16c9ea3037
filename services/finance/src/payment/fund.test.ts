import { expect, test } from 'vitest';
import { decideFunds, potOf } from './fund.ts';

const fund = (project: string, heldFen: number, promisedFen = 0) => ({
  project,
  heldFen,
  promisedFen,
});
const line = (project: string, amountFen: number) => ({ project, amountFen });

test('each project is paid from its own fund, to the last fen', () => {
  const lines = [line('', 100), line('SWN-2026', 50), line('SWN-2026', 50)];
  expect(() => decideFunds(lines, [fund('', 100), fund('SWN-2026', 130, 30)])).not.toThrow();
  expect(potOf('SWN-2026', 'main')).toEqual({ kind: 'project', key: 'SWN-2026', bank: 'main' });
  expect(potOf('', 'main')).toEqual({ kind: 'own', key: '', bank: 'main' });
});

test.each([
  ['a fen too few', [fund('', 1_000_000), fund('SWN-2026', 99)], 1],
  ['promised to others', [fund('', 1_000_000), fund('SWN-2026', 100, 1)], 1],
  ['nothing was ever there', [fund('', 1_000_000)], 100],
])('refuses FUND_SHORT: %s, whatever lies elsewhere', (_, funds, shortFen) => {
  const decide = () => decideFunds([line('SWN-2026', 60), line('SWN-2026', 40)], funds);
  expect(decide).toThrow(
    expect.objectContaining({
      kind: 'refused',
      code: 'FUND_SHORT',
      details: { project: 'SWN-2026', shortFen },
    }),
  );
});
