import { expect, test } from 'vitest';
import type { Competition } from '../shapes.ts';
import { contentOf, draftOf, emptyDraft, sumPercent } from './draft-form.ts';

const typed = {
  ...emptyDraft('u-1', '2026-06-01'),
  name: '焊接竞赛',
  prize: '20,000',
  heldFrom: '2026-06-10',
  heldTo: '2026-06-12',
  trades: [
    {
      title: '焊工',
      standardGrade: '3',
      places: '60',
      ageMax: '',
      finalists: '20',
      modules: [
        { title: '理论', moduleKind: 'THEORY', percent: '30' },
        { title: '实操', moduleKind: 'PRACTICAL', percent: '70' },
      ],
    },
  ],
};

test('per cent become basis points, yuan fen, and what was not said nothing', () => {
  const content = contentOf(typed);
  expect(content).toMatchObject({
    prizeFen: '2000000',
    organisingFen: '0',
    season: 2026,
    stages: [],
  });
  expect(content.trades).toEqual([
    {
      tradeId: '',
      taken: 0,
      title: '焊工',
      standardGrade: 3,
      places: 60,
      ageMax: 0,
      finalists: 20,
      modules: [
        { moduleNo: 1, title: '理论', moduleKind: 'THEORY', weightBp: 3_000 },
        { moduleNo: 2, title: '实操', moduleKind: 'PRACTICAL', weightBp: 7_000 },
      ],
    },
  ]);
  expect(sumPercent(typed.trades[0]?.modules ?? [])).toBe(100);
  expect(content).not.toHaveProperty('unionId');
});

test('labour competitions have no trades and no class, grassroots ones no class', () => {
  expect(contentOf({ ...typed, kind: 'LABOUR' })).toMatchObject({
    competitionClass: 0,
    trades: [],
  });
  expect(contentOf({ ...typed, level: 'GRASSROOTS' })).toMatchObject({ competitionClass: 0 });
});

test('of what a superior holds nobody here writes modules, and its organiser is named', () => {
  const joined = contentOf({ ...typed, origin: 'JOINED', organiserName: '市总工会' });
  expect(joined).toMatchObject({ organiserName: '市总工会', trades: [{ modules: [] }] });
  expect(contentOf({ ...typed, organiserName: '市总工会' }).organiserName).toBe('');
});

test('what was written is typed as it was', () => {
  const content = contentOf(typed);
  const written = { ...content, unionId: 'u-1' } as unknown as Competition;
  expect(contentOf(draftOf(written))).toMatchObject({ ...content, prizeFen: '2000000' });
});
