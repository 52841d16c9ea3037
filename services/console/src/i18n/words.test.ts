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

const twice = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) !== at);

test('no two areas own the same word', () => {
  expect(twice(areas.flatMap((area) => keysOf(wordsOf(area, 'zh-CN'))))).toEqual([]);
});

test('of the areas that come first no table hides another one', () => {
  const file = readFileSync(path.join(import.meta.dirname, 'zh-cn.ts'), 'utf8');
  const first = [...file.matchAll(/'\.\/([a-z-]+)\/zh-CN\.json'/g)].map(([, area = '']) => area);
  expect(first.length).toBeGreaterThan(10);
  expect(twice(first.flatMap((area) => Object.keys(wordsOf(area, 'zh-CN'))))).toEqual([]);
});
