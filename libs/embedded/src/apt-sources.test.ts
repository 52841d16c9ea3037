import { expect, test } from 'vitest';
import { entryForSuite, parseDeb822, parseOneLine } from './apt-sources.ts';

const deb822 = `Types: deb
# a remark inside
URIs: http://mirror.invalid/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /keys/archive.gpg

Types: deb
URIs: http://mirror.invalid/security
Suites: bookworm-security
Components: main

Enabled: no
Types: deb
URIs: http://switched-off.invalid/
Suites: bookworm
Components: main
`;

const oneLine = `# deb http://remark.invalid/ bookworm main
deb-src http://mirror.invalid/debian bookworm main
deb http://mirror.invalid/security bookworm-security main
deb [arch=amd64 signed-by=/keys/archive.gpg] http://mirror.invalid/debian bookworm main contrib # words
`;

const wanted = `Types: deb
URIs: http://mirror.invalid/debian
Suites: forky
Components: main
signed-by: /keys/archive.gpg
`;

test('takes address and key of the archive from paragraphs', () => {
  expect(parseDeb822(deb822)).toHaveLength(2);
  expect(entryForSuite(parseDeb822(deb822), 'bookworm', 'forky', 'main')).toBe(wanted);
});

test('takes address and key of the archive from lines', () => {
  expect(parseOneLine(oneLine)).toHaveLength(3);
  expect(entryForSuite(parseOneLine(oneLine), 'bookworm', 'forky', 'main')).toBe(wanted);
});

test('keeps a key that is written out in the file', () => {
  const text = `Types: deb
URIs: http://mirror.invalid/debian
Suites: trixie
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
 -----END PGP PUBLIC KEY BLOCK-----
`;
  const entry = entryForSuite(parseDeb822(text), 'trixie', 'forky', 'main');
  expect(entry).toContain(
    'signed-by: \n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc\n -----END',
  );
});

test('has no answer when the archive is not among the sources', () => {
  expect(entryForSuite(parseOneLine(oneLine), 'trixie', 'forky', 'main')).toBeUndefined();
  expect(entryForSuite([], 'bookworm', 'forky', 'main')).toBeUndefined();
});
