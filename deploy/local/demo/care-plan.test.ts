import { expect, test } from 'vitest';
import { countyCare, neighbourCare, PRICES, scaledCare } from './care-plan.ts';

test('the sums of the county are the published ones', () => {
  const { summer, epidemic } = countyCare;
  const summerFen = summer.persons * PRICES.summerPack + summer.drinks * PRICES.drinks;
  expect(summerFen).toBe(11_400_000);
  expect(epidemic.medics * PRICES.medic).toBe(19_500_000);
  expect(epidemic.departments * PRICES.department).toBe(32_000_000);
  const reliefYuan = (moneySource: string) =>
    countyCare.relief
      .filter((one) => one.moneySource === moneySource)
      .reduce((sum, { persons, eachYuan }) => sum + persons * eachYuan, 0);
  expect([reliefYuan('UNION_OWN'), reliefYuan('DONATION')]).toEqual([255_700, 100_000]);
});

test.each([0.01, 0.02, 0.05, 0.5])(
  'a year at %f has as much for each, and no part above its whole',
  (scale) => {
    const part = (count: number) => (count === 0 ? 0 : Math.max(1, Math.round(count * scale)));
    for (const plan of [countyCare, neighbourCare]) {
      const { spring, summer, fair } = scaledCare(plan, part);
      expect(spring.grants).toBeLessThanOrEqual(spring.persons);
      expect((spring.grantYuan / spring.grants) % 100).toBe(0);
      expect(summer.visits).toBeLessThanOrEqual(summer.persons);
      expect(fair.employers).toBeLessThanOrEqual(fair.posts);
    }
  },
);
