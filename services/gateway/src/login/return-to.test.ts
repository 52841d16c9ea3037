import { expect, test } from 'vitest';
import { localPath } from './return-to.ts';

test.each([['/'], ['/members'], ['/members?state=ACTIVE&q=%E7%8E%8B'], ['/unions/u-1#history']])(
  '%s is a place of ours',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

test.each([
  ['nothing', undefined],
  ['twice', ['/a', '/b']],
  ['an address', 'https://evil.example/'],
  ['an address without scheme', '//evil.example'],
  ['three slashes', '///evil.example'],
  ['a backslash', String.raw`/\evil.example`],
  ['a backslash later', String.raw`/a\..\..\\evil.example`],
  ['a tab that browsers drop', '/\t/evil.example'],
  ['a line break', '/a\r\nlocation: https://evil.example'],
  ['dots that leave two slashes', '/a/..//evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['a user part', '@evil.example'],
  ['no slash', 'evil.example'],
  ['the interface itself', '/api/v1/login'],
  ['a hidden way to the interface', '/x/../api/v1/login'],
  ['too long', `/${'a'.repeat(2_000)}`],
])('%s leads to the start page', (_, wanted) => {
  expect(localPath(wanted)).toBe('/');
});
