import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { welfarePolicy } from '../policy.ts';
import { decideTemplate } from './decide-template.ts';
import { NOTICE_COLUMNS, NOTICE_SUBJECTS } from './notice-policy.ts';

const words = welfarePolicy('notice.forbidden_words', '2026-03-09');
const good = { heading: '2026年困难职工建档公示', columns: ['NAME', 'UNION', 'CATEGORY'] };

test.each([
  'ID_NUMBER',
  'PHONE',
  'ILLNESS',
  'FAMILY',
  'ADDRESS',
  'INCOME',
  'FULL_NAME',
  'name',
  '',
])('a template that shows %s is refused', (column) => {
  const edited = { ...good, columns: [...good.columns, column] };
  expect(codeOf(() => decideTemplate(edited, words))).toBe('NOTICE_COLUMN_FORBIDDEN');
});

test.each([
  ['NOTICE_COLUMN_TWICE', ['NAME', 'UNION', 'NAME']],
  ['NOTICE_COLUMN_MISSING', ['NAME', 'AMOUNT']],
  ['NOTICE_COLUMN_MISSING', []],
])('%s: %j', (code, columns) => {
  expect(codeOf(() => decideTemplate({ ...good, columns }, words))).toBe(code);
});

test.each([
  '李小明 32108419000101001X 公示',
  '３２１０８４１９０００１０１００１公示',
  '联系 138-0000-0000 公示',
  '1 3 8 0 0 0 0 0 0 0 0',
  '身份证号公示',
  '患病职工救助公示',
  '癌 症职工救助公示',
  '单亲家庭救助公示',
])('a heading that could name somebody is refused: %s', (heading) => {
  expect(codeOf(() => decideTemplate({ ...good, heading }, words))).toBe('NOTICE_TEXT_FORBIDDEN');
});

test('a plain one is kept as it is, and all that comes with the product are plain', () => {
  expect(decideTemplate(good, words)).toEqual(good);
  const made = welfarePolicy('notice.template', '2026-03-09');
  for (const subject of NOTICE_SUBJECTS) {
    expect(decideTemplate(made[subject], words)).toEqual(made[subject]);
    for (const column of made[subject].columns) expect(NOTICE_COLUMNS).toContain(column);
  }
});
