import { expect, test } from 'vitest';
import en from '../i18n/work/en.json';
import zh from '../i18n/work/zh-CN.json';
import { listOf, queues } from './queues.ts';

const kinds = Object.keys(zh.work.kind);

test.each(kinds)('%s leads to a list, here or on another screen', (kind) => {
  const to = listOf(kind);
  expect(to).toMatch(queues.has(kind) ? /^\/work\?queue=/ : /^\/(?!work)/);
});

test('a queue has its name and what to do next, in both languages', () => {
  for (const words of [zh.work.next, en.work.kind, en.work.next])
    expect(Object.keys(words)).toEqual(kinds);
});
