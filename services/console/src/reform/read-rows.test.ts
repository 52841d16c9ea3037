import { expect, test } from 'vitest';
import { readRows, textOf } from './read-rows.ts';
import { itemsIn } from './reform-acts.ts';
import { linesOf, targetsOf } from './targets.ts';

const LI = {
  recordNo: 'A-1',
  personName: '李小明',
  idNumber: '32108419000101001X',
  courseTitle: '数控编程',
  minutes: 45,
  learnedOn: '2026-03-08',
};

test.each([
  ['A-1,李小明,32108419000101001X,数控编程,45,2026-03-08', [LI], []],
  [
    '编号,姓名,证件号码,课程,分钟,日期\r\nA-1,李小明,32108419000101001X,数控编程,45,2026/3/8\r\n',
    [LI],
    [],
  ],
  ['\uFEFFA-1\t李小明\t32108419000101001X\t数控编程\t45\t2026-03-08', [LI], []],
  [
    'A-1,李小明,32108419000101001X,"编程,""五轴""",45,2026-03-08',
    [{ ...LI, courseTitle: '编程,"五轴"' }],
    [],
  ],
  ['标题\n\nA-1,李小明,,数控编程,45,\nA-2,李小明', [{ ...LI, idNumber: '', learnedOn: '' }], [4]],
])('rows of a platform: %j', (text, rows, wrong) => {
  expect(readRows(text)).toMatchObject({ rows, wrong });
});

test('a file of a spreadsheet is read in the letters it was saved in', () => {
  const utf8 = new TextEncoder().encode('李');
  expect(textOf(utf8.buffer)).toBe('李');
  expect(textOf(new Uint8Array([0xc0, 0xee]).buffer)).toBe('李');
});

test('scores are read one a line; one that cannot be read has no most', () => {
  expect(itemsIn('技能提升,60,52.5\n权益 维护 40 40\n说不清')).toEqual([
    { title: '技能提升', maxScore: 6_000, score: 5_250 },
    { title: '权益 维护', maxScore: 4_000, score: 4_000 },
    { title: '说不清', maxScore: 0, score: 0 },
  ]);
});

test('a target without a number is none; what has no layers is of none', () => {
  const typed = [
    { measure: 'SKILL_CONTESTS', layer: 'COUNTY', target: '4' },
    { measure: 'STUDIOS', layer: '', target: ' ' },
    { measure: 'TECH_SERVICES', layer: 'CITY', target: '2' },
  ] as const;
  expect(targetsOf(typed)).toEqual([
    { measure: 'SKILL_CONTESTS', layer: 'COUNTY', target: 4 },
    { measure: 'TECH_SERVICES', layer: '', target: 2 },
  ]);
  expect(linesOf('总工会\n\n 人社局 ')).toEqual(['总工会', '人社局']);
});
