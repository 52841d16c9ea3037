import { expect, test } from 'vitest';
import { decideQuestions } from './search-question.ts';
import { syntheticIdNumber } from '../fixtures.ts';

const idNumber = syntheticIdNumber(1);

test.each([
  ['王', ['first|王']],
  ['王小', ['pair|王小']],
  ['小明', ['pair|小明']],
  ['王小明', ['pair|王小', 'pair|小明']],
  ['欧阳小明', ['pair|欧阳', 'pair|小明']],
  [' 王\u200b　小 ', ['pair|王小']],
  ['𠮷𰻝', ['pair|𠮷𰻝']],
  ['努尔•买买提', ['pair|努尔', 'pair|买提']],
  ['WXM', ['letters|wxm']],
  ['ｗｘ', ['letters|wx']],
  ['syntheticp', ['letters|synt']],
  ['anna lee', ['letters|anna', 'letters|lee']],
  ['a', ['first|a']],
  ['王a', ['first|王']],
  ['5678', ['tail|5678']],
  ['95678', ['tail|5678']],
])('%j is looked for by %j', (text, keys) => {
  expect(decideQuestions(text)).toMatchObject([{ by: 'keys', keys }]);
});

test.each([
  [idNumber, [idNumber]],
  [`${idNumber.slice(0, 6)} ${idNumber.slice(6).toLowerCase()}`, [idNumber]],
  ['ｅｘ7654321', ['EX7654321']],
  ['ab-123456', ['AB123456', 'AB-123456']],
  ['E1'.repeat(16), []],
])('%j is a whole number', (text, numbers) => {
  expect(decideQuestions(text)).toEqual([{ by: 'document', numbers }]);
});

test('a number of 15 digits is looked for in its new form too', () => {
  expect(decideQuestions('329999620102101')).toEqual([
    {
      by: 'document',
      numbers: ['329999620102101', expect.stringMatching(/^3299991962010210.{2}$/)],
    },
  ]);
});

test('what may be a document or a phone is asked as both, the document first', () => {
  expect(decideQuestions('138-1234 5678')).toMatchObject([
    { by: 'document', numbers: ['13812345678', '138-12345678'] },
    { by: 'keys', keys: ['tail|5678'] },
  ]);
  for (const abroad of ['+8613812345678', '008613812345678', '8613812345678']) {
    expect(decideQuestions(abroad)).toMatchObject([{}, { by: 'keys', keys: ['tail|5678'] }]);
  }
});

test('a member number is one', () => {
  const memberNo = '3299992026000000017';
  expect(decideQuestions(memberNo)).toEqual([{ by: 'member_no', memberNo }]);
});

test.each(['', ' ', '\u200b', '123', '·', '··', '--', "'"])('%j is too short', (text) => {
  expect(() => decideQuestions(text)).toThrow(
    expect.objectContaining({ code: 'SEARCH_TOO_SHORT' }),
  );
});

const person = (name: string, phone = '') => ({ name, phone });
test.each([
  ['小明', person('王小明'), true],
  ['明小', person('王小明'), false],
  ['王小小明', person('王小明小'), false],
  ['王', person('小王'), false],
  ['尔•买', person('阿依努尔·买买提'), true],
  ['wxm', person('王小明'), true],
  ['wxmx', person('王小明'), false],
  ['xm', person('王小明'), false],
  ['oyx', person('欧阳修'), true],
  ['synth', person('Anna Synthetic'), true],
  ['anna s', person('Anna  SYNTHETIC'), true],
  ['ynth', person('Anna Synthetic'), false],
  ['95678', person('王', '13900095678'), true],
  ['95678', person('王', '13900085678'), false],
])('%s fits %j: %s', (text, opened, fits) => {
  const question = decideQuestions(text).at(-1);
  expect(question?.by === 'keys' && question.fits(opened)).toBe(fits);
});
