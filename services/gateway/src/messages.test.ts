import { expect, test } from 'vitest';
import { languageOf, titleOf } from './messages.ts';
import { TEXTS } from './texts.ts';

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['*', 'zh'],
  ['fr-FR, de;q=0.9', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['en;q=0.2, zh-Hans;q=0.7', 'zh'],
  ['fr, en;q=0.5', 'en'],
  ['en;q=nonsense, zh', 'zh'],
])('%s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

test('a code has a text in both languages', () => {
  expect(titleOf('UNION_CLOSING', 'zh')).toBe('该工会正在终止，不再吸收会员');
  expect(titleOf('UNION_CLOSING', 'en')).toBe('The union is closing; nobody joins');
});

test.each(['SOME_NEW_RULE', 'constructor', '__proto__'])('the code %s names itself', (code) => {
  expect(titleOf(code, 'zh')).toBe(`请求未被接受：${code}`);
  expect(titleOf(code, 'en')).toBe(`Not accepted: ${code}`);
});

test('every code has the form of one, and two texts', () => {
  for (const [code, [status, zh, en]] of Object.entries(TEXTS)) {
    expect(code).toMatch(/^[A-Z][A-Z0-9_]*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z][ -~]+$/);
  }
});
