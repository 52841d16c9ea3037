import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

interface Words {
  [key: string]: string | Words;
}

const areas = globSync('*/', { cwd: import.meta.dirname }).map((area) => path.basename(area));

function keysOf(words: Words, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [above + key] : keysOf(value, `${above}${key}.`),
  );
}

function wordsOf(area: string, language: string): Words {
  const file = path.join(import.meta.dirname, area, `${language}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Words;
}

test.each(areas)('%s says the same things in both languages', (area) => {
  const [zh, en] = [keysOf(wordsOf(area, 'zh-CN')), keysOf(wordsOf(area, 'en'))];
  expect(en).toEqual(zh);
});

test('no two areas own the same word', () => {
  const owned = areas.flatMap((area) => Object.keys(wordsOf(area, 'zh-CN')));
  expect(owned.filter((key, at) => owned.indexOf(key) !== at)).toEqual([]);
});
