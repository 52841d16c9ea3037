// Every code that the source can say is in the list that people read.

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RefusalKind } from '@gonglian/kernel/refusal.ts';
import { listCodes } from './messages.ts';
import { STATUS_OF } from './problem.ts';

const KIND_OF: Readonly<Record<string, RefusalKind>> = {
  invalid: 'invalid',
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  notFound: 'not_found',
  duplicate: 'duplicate',
  stale: 'stale',
  refused: 'refused',
  busy: 'busy',
  unavailable: 'unavailable',
  late: 'late',
};
// Said to no caller: a fact that does not parse is parked, a key of the wrong length stops the start.
const INWARD = new Set(['MALFORMED', 'VAULT_KEY', 'LETTER_KEY']);
// Names of gRPC statuses, which libs/rpc passes on where no code came along.
const TRANSPORT = new Set(['CANCELLED', 'DEADLINE_EXCEEDED', 'RESOURCE_EXHAUSTED']);
const CODE = "'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)'";
const THROWN = new RegExp(`\\b(${Object.keys(KIND_OF).join('|')})\\(\\s*${CODE}`, 'g');
const ONLY_HTTP = new RegExp(`\\bHttpRefusal\\(\\s*(\\d+),\\s*${CODE}`, 'g');
// Rows of a batch and faults that become refusals further up.
const IN_ROWS = new RegExp(`(?:\\bfailed\\(|\\bcode: |\\bfault\\()\\s*${CODE}`, 'g');
// Of a workbook: named in a table of what a part of one may hold.
const OF_SHEETS = /'(SHEET_[A-Z_]+)'/g;

const root = path.resolve(import.meta.dirname, '../../..');
// What the verifier of a package says is its own (libs/proof/src/words.ts): it runs where no API is.
const sources = globSync('{libs,services}/*/src/**/*.ts', { cwd: root })
  .filter(
    (file) => !/\.(test|bench|fixture)\.ts$|\/gen\/|\/console\/|libs\/(testing|proof)\//.test(file),
  )
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
const listed = new Map(listCodes().map((entry) => [entry.code, entry]));

test('the source is found, and codes in it', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(thrown().length).toBeGreaterThan(150);
});

test('every code that is thrown has a text in both languages', () => {
  const without = thrown().filter(({ code }) => !listed.has(code) && !INWARD.has(code));
  expect(without.map(({ code, file }) => `${code} in ${file}`)).toEqual([]);
});

test('every code of a row has one too', () => {
  const rows = [...found(IN_ROWS), ...found(OF_SHEETS)];
  const without = rows.filter(([, code]) => !listed.has(code) && !INWARD.has(code));
  expect(without.map(([file, code]) => `${code} in ${file}`)).toEqual([]);
});

test('the list says a status that the code is answered with', () => {
  const statuses = Map.groupBy(thrown(), ({ code }) => code);
  const wrong = [...statuses].filter(([code, places]) => {
    const entry = listed.get(code);
    return entry && !places.some(({ status }) => status === entry.status);
  });
  expect(wrong.map(([code, places]) => `${code} is ${places[0]?.status}`)).toEqual([]);
});

test('no code is listed that nobody says', () => {
  const whole = sources.map(({ file, text }) => (isListing(file) ? '' : text)).join('\n');
  // The rules of a code of GB 32100 are put together from the kernel's own names.
  const told = (code: string): boolean =>
    whole.includes(`'${code}'`) || TRANSPORT.has(code) || code.startsWith('USCC_');
  expect([...listed.keys()].filter((code) => !told(code))).toEqual([]);
});

test('no text is long, and none repeats its code', () => {
  const wrong = [...listed.values()].filter(
    ({ code, zh, en }) => zh.length > 40 || en.length > 100 || `${zh}${en}`.includes(code),
  );
  expect(wrong).toEqual([]);
});

function isListing(file: string): boolean {
  return file.includes('gateway/src/texts');
}

function thrown(): { file: string; code: string; status: number }[] {
  const byKind = found(THROWN).map(([file, maker, code]) => {
    const kind = KIND_OF[maker];
    return { file, code, status: kind ? STATUS_OF[kind] : 0 };
  });
  const byStatus = found(ONLY_HTTP).map(([file, status, code]) => ({
    file,
    code,
    status: Number(status),
  }));
  return [...byKind, ...byStatus];
}

/** The file and what the expression's groups caught, for every match. */
function found(expression: RegExp): [file: string, first: string, second: string][] {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(expression)].map(([, first = '', second = '']): [string, string, string] => [
      file,
      first,
      second,
    ]),
  );
}
