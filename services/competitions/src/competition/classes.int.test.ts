import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
beforeAll(async () => {
  service = await startCompetitions();
});
afterAll(() => service.stop());

test('the classes of competitions on a day (domain §4.1), for everybody who has a duty', async () => {
  const ask = { onDate: '2020-06-30' };
  const { items } = await service.call('listCompetitionClasses', ask, { duty: 'member' });
  const awards = items.map(({ level, competitionClass, awards: all }) => [
    level,
    competitionClass,
    ...all.map(({ award, rankTo }) => `${award} ${rankTo}`),
  ]);
  expect(awards).toContainEqual(['PROVINCE', 1, 'TECHNICAL_EXPERT 5', 'GRADE_PROMOTION 8']);
  expect(awards).toContainEqual(['PROVINCE', 2, 'TECHNICAL_EXPERT 3', 'GRADE_PROMOTION 5']);
  expect(awards).toContainEqual(['COUNTY', 1, 'TECHNICAL_EXPERT 2', 'GRADE_PROMOTION 3']);
  expect(awards).toContainEqual(['CITY', 2, 'TECHNICAL_EXPERT 1', 'GRADE_PROMOTION 1']);
  expect(awards).toContainEqual(['COUNTY', 3]);
  expect(new Set(items.map(({ ledBy }) => ledBy))).toEqual(
    new Set(['CROSS_SECTOR', 'SECTOR', 'LOCAL']),
  );
  await expect(
    service.call('listCompetitionClasses', { onDate: '1980-01-01' }, { duty: 'clerk' }),
  ).rejects.toThrow(expect.objectContaining({ code: 'POLICY_MISSING' }));
  await expect(
    service.call('listCompetitionClasses', ask, { duty: 'applicant' as never }),
  ).rejects.toThrow(expect.objectContaining({ kind: 'forbidden' }));
});
