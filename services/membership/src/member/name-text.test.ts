import { expect, test } from 'vitest';
import { cleanName, comparableName, pinyinInitials } from './name-text.ts';

test.each([
  ['王小明', '王小明'],
  [' 王 小明\u3000', '王小明'],
  ['王\u200b小\u202e明\ufeff', '王小明'],
  ['阿依努尔•买买提', '阿依努尔·买买提'],
  ['阿依努尔‧买买提', '阿依努尔·买买提'],
  ['阿依努尔・买买提', '阿依努尔·买买提'],
  ['ＡＮＮＡ  Ｌｅｅ', 'anna lee'],
  ['Rene\u0301', 'rené'],
  ['\uf900', '\u8c48'],
  ['葛\u{e0100}', '葛'],
  ['䶮𠮷𰻝', '䶮𠮷𰻝'],
  ['Anna Lee 李', 'anna lee李'],
  ['', ''],
])('%j is compared as %j', (typed, compared) => {
  expect(comparableName(typed)).toBe(compared);
});

test.each([
  ['ＡＮＮＡ  Ｌｅｅ', 'ANNA Lee'],
  ['Rene\u0301', 'René'],
  ['阿依努尔 ‧ 买买提', '阿依努尔·买买提'],
  ['\u202e王\u200b \u3164小明', '王小明'],
  ['\u200b\u2060\ufeff', ''],
  ['王\n明', '王\n明'],
  ['张😀3', '张😀3'],
])('%j is kept as %j', (typed, kept) => {
  expect(cleanName(typed)).toBe(kept);
  expect(cleanName(kept)).toBe(kept);
});

test.each([
  ['王小明', 'wxm'],
  ['单小明', 'sxm'],
  ['仇英', 'qy'],
  ['区建国', 'ojg'],
  ['曾国平', 'zgp'],
  ['解放', 'xf'],
  ['查良平', 'zlp'],
  ['欧阳修', 'oyx'],
  ['尉迟恭', 'ycg'],
  ['万俟平', 'mqp'],
  ['单于平', 'syp'],
  ['刘䶮', 'ly'],
  ['𠮷平', 'jp'],
  ['王𰻝', 'wb'],
  ['阿依努尔·买买提', 'aynemmt'],
  ['anna maria lee', 'aml'],
  ['王', 'w'],
  ['', ''],
])('%s has the initials %s', (name, initials) => {
  expect(pinyinInitials(name)).toBe(initials);
});
