import { expect, test } from 'vitest';
import { readGroups } from './read-groups.ts';

test('a group a line, parted as it comes', () => {
  expect(readGroups('第一组,2026-06-08,20\n\n第二组 2026-06-15，12\n第三组,2026-06-22')).toEqual([
    { groupName: '第一组', travelsFrom: '2026-06-08', places: 20 },
    { groupName: '第二组', travelsFrom: '2026-06-15', places: 12 },
    { groupName: '第三组', travelsFrom: '2026-06-22', places: 0 },
  ]);
});
