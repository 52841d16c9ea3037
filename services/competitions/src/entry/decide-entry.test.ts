import { expect, test } from 'vitest';
import { WELDING } from '../competition/made-competition.ts';
import { decideEntry } from './decide-entry.ts';

const adult = { birthDate: '1990-01-01', skillGrade: 3 };
const asked = {
  competition: { state: 'ENROLLING', heldFrom: '2020-06-01' } as const,
  trade: { ...WELDING, places: 10, taken: 9, ageMax: 35, standardGrade: 3 },
  below: true,
  people: [adult],
  ruleBook: { ageMin: 16 },
};
const refusedWith = (code: string) => expect.objectContaining({ code });
const born = (birthDate: string) => ({ people: [{ ...adult, birthDate }] });
const graded = (skillGrade: number) => ({ people: [{ ...adult, skillGrade }] });

test.each<[string, object]>([
  ['COMPETITION_STATE', { competition: { ...asked.competition, state: 'QUALIFYING' } }],
  ['COMPETITION_TRADE_UNKNOWN', { trade: undefined }],
  ['ENTRANT_NOT_BELOW', { below: false }],
  ['ENTRANT_TOO_YOUNG', born('2004-06-02')],
  ['ENTRANT_TOO_OLD', born('1984-06-01')],
  ['ENTRANT_GRADE_LOW', graded(4)],
  ['ENTRANT_GRADE_LOW', graded(0)],
  ['COMPETITION_FULL', { people: [adult, adult] }],
])('refused: %s', (code, over) => {
  expect(() => decideEntry({ ...asked, ...over })).toThrow(refusedWith(code));
});

test.each<[string, object]>([
  ['the last place', {}],
  ['sixteen on the day', born('2004-06-01')],
  ['thirty-five until the day after', born('1984-06-02')],
  ['a higher grade', graded(1)],
  ['no grade where none is asked', { ...graded(0), trade: { ...asked.trade, standardGrade: 0 } }],
  ['any age where none is asked', { ...born('1950-01-01'), trade: { ...asked.trade, ageMax: 0 } }],
])('taken: %s', (_, over) => {
  expect(() => decideEntry({ ...asked, ...over })).not.toThrow();
});
