import { expect, test } from 'vitest';
import { readEntrants } from './read-entrants.ts';

const one = { personName: '周小岚', idNumber: '32108419900101001X', skillGrade: 3, memberNo: '' };

test.each([
  ['周小岚 32108419900101001x 3', [one], []],
  ['周小岚，32108419900101001X，3，M-1\n\n', [{ ...one, memberNo: 'M-1' }], []],
  ['周小岚\t321084900101001', [{ ...one, idNumber: '321084900101001', skillGrade: 0 }], []],
  ['周小岚 3210841990\n吴六 32108419900101001X 9', [], [1, 2]],
  ['周小岚 32108419900101001X 3 M-1 多出', [], [1]],
  ['', [], []],
])('%j', (text, entrants, wrong) => {
  expect(readEntrants(text)).toEqual({ entrants, wrong });
});
